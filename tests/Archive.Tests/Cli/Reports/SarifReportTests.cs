using System.Text.Json;
using Archive.Cli.Reports;
using Archive.Incidents;
using Archive.Publishing.Diagnostics;
using Xunit;
using static Archive.Tests.Cli.Reports.SampleFindings;

namespace Archive.Tests.Cli.Reports;

public sealed class SarifReportTests
{
    [Fact]
    public void It_names_its_version_its_tool_and_its_columns()
    {
        var sarif = Read(Finding);
        Assert.Equal("2.1.0", sarif.GetProperty("version").GetString());
        Assert.Equal("archive", Run(sarif).GetProperty("tool").GetProperty("driver").GetProperty("name").GetString());
        Assert.Equal("utf16CodeUnits", Run(sarif).GetProperty("columnKind").GetString());
    }

    [Fact]
    public void A_result_stands_at_its_place()
    {
        var place = Result(Read(Finding)).GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("input/postmortems/2026/a.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal((2, 11, 15), (Number(place, "startLine"), Number(place, "startColumn"), Number(place, "endColumn")));
    }

    [Fact]
    public void A_name_with_spaces_and_marks_is_a_valid_reference() =>
        Assert.Equal("input/a%20b/%C3%BC%23.md",
            Result(Read(Finding with { Location = new("a b/ü#.md", 1) })).GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());

    [Fact]
    public void A_finding_about_a_file_stands_at_its_first_line() =>
        Assert.Equal(1, Number(Result(Read(Finding with { Location = new("a.md") })).GetProperty("locations")[0].GetProperty("physicalLocation"), "startLine"));

    [Theory]
    [InlineData(FindingLevel.Error, "error")]
    [InlineData(FindingLevel.Warning, "warning")]
    [InlineData(FindingLevel.Advice, "note")]
    public void Levels_are_those_of_the_format(FindingLevel level, string expected) =>
        Assert.Equal(expected, Result(Read(Finding with { Level = level })).GetProperty("level").GetString());

    [Fact]
    public void Every_result_points_to_its_rule_with_help()
    {
        var other = Finding with { Rule = SampleFindings.Rule with { Code = "a-code" } };
        var sarif = Read(Finding, other);
        var rule = Run(sarif).GetProperty("tool").GetProperty("driver").GetProperty("rules")[Result(sarif).GetProperty("ruleIndex").GetInt32()];
        Assert.Equal("unknown-severity", rule.GetProperty("id").GetString());
        Assert.Equal("Rank drives every rule.", rule.GetProperty("help").GetProperty("text").GetString());
    }

    [Fact]
    public void What_is_suppressed_is_a_result_with_the_reason_and_its_place()
    {
        var report = Report() with { Suppressed = [new(Finding, "quoting the customer", new("postmortems/2026/a.md", 9, 5, 3))] };
        var suppression = Result(Read(report)).GetProperty("suppressions")[0];
        Assert.Equal(("inSource", "accepted"), (suppression.GetProperty("kind").GetString(), suppression.GetProperty("status").GetString()));
        Assert.Equal("quoting the customer", suppression.GetProperty("justification").GetString());
        Assert.Equal(9, Number(suppression.GetProperty("location").GetProperty("physicalLocation"), "startLine"));
    }

    [Fact]
    public void What_counts_has_no_suppression() => Assert.False(Result(Read(Finding)).TryGetProperty("suppressions", out _));

    private static JsonElement Read(params Diagnostic[] findings) => Read(Report([.. findings]));

    private static JsonElement Read(BuildReport report) => JsonDocument.Parse(SarifReport.Of(report, Source, "1.0.0")).RootElement;

    private static JsonElement Run(JsonElement sarif) => sarif.GetProperty("runs")[0];

    private static JsonElement Result(JsonElement sarif) => Run(sarif).GetProperty("results")[0];

    private static int Number(JsonElement place, string name) => place.GetProperty("region").GetProperty(name).GetInt32();
}
