using System.Text.Json;
using Archive.Cli.Reports;
using Archive.Incidents.Validation;
using Archive.Publishing.Diagnostics;
using Xunit;

namespace Archive.Tests.Cli.Reports;

/// <summary>The report against the parts of the SARIF 2.1.0 schema that it uses. Objects of that schema are closed: a name that it does not know makes a report invalid.</summary>
public sealed class SarifStructureTests
{
    /// <summary>By object: the names that the schema knows and we use, and those that it requires (with an exclamation mark).</summary>
    private static readonly Dictionary<string, string[]> Objects = new(StringComparer.Ordinal)
    {
        ["log"] = ["$schema", "version!", "runs!"],
        ["run"] = ["tool!", "columnKind", "results"],
        ["tool"] = ["driver!"],
        ["driver"] = ["name!", "semanticVersion", "rules"],
        ["rule"] = ["id!", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties"],
        ["text"] = ["text!", "markdown"],
        ["configuration"] = ["level"],
        ["properties"] = ["tags"],
        ["result"] = ["ruleId", "ruleIndex", "level", "message!", "locations", "suppressions"],
        ["suppression"] = ["kind!", "status", "justification", "location"],
        ["location"] = ["physicalLocation"],
        ["physicalLocation"] = ["artifactLocation", "region"],
        ["artifactLocation"] = ["uri"],
        ["region"] = ["startLine", "startColumn", "endColumn"],
    };

    [Fact]
    public void A_report_with_every_rule_there_is_has_the_structure_that_the_schema_demands()
    {
        var findings = RuleCatalogue.All.Select((r, i) => new Diagnostic(r, r.Level, new("a b/ü.md", i % 3, i % 2, i % 4), "It is so.", i % 2 == 0 ? null : "Write it.")).ToArray();
        var log = JsonDocument.Parse(SarifReport.Of(SampleFindings.Report([.. findings]) with { Suppressed = [.. findings.Select((f, i) => new SuppressedFinding(f, "quoted", i % 2 == 0 ? null : f.Location))] }, SampleFindings.Source, "1.0.0")).RootElement;
        Check("log", log);
        var run = log.GetProperty("runs")[0];
        Check("run", run);
        Check("tool", run.GetProperty("tool"));
        Check("driver", run.GetProperty("tool").GetProperty("driver"));
        Assert.Equal(RuleCatalogue.All.Length, run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(CheckRule).Distinct(StringComparer.Ordinal).Count());
        Assert.All(run.GetProperty("results").EnumerateArray(), CheckResult);
    }

    [Fact]
    public void A_report_without_findings_is_a_run_without_results()
    {
        var log = JsonDocument.Parse(SarifReport.Of(SampleFindings.Report(), SampleFindings.Source, "1.0.0")).RootElement;
        Check("log", log);
        Check("run", log.GetProperty("runs")[0]);
        Assert.Equal(0, log.GetProperty("runs")[0].GetProperty("results").GetArrayLength()); // present, since a scan was made
        Assert.Equal(0, log.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").GetArrayLength());
    }

    /// <summary>Values that the schema closes: the version, the kinds of columns, levels; sets without repetition; addresses that are whole.</summary>
    [Fact]
    public void Closed_values_are_among_those_of_the_schema()
    {
        var log = JsonDocument.Parse(SarifReport.Of(SampleFindings.Report([.. RuleCatalogue.All.Select(r => new Diagnostic(r, r.Level, new("a.md", 1), "It is so."))]), SampleFindings.Source, "1.0.0")).RootElement;
        var run = log.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        Assert.True(Uri.IsWellFormedUriString(log.GetProperty("$schema").GetString(), UriKind.Absolute));
        Assert.Contains(run.GetProperty("columnKind").GetString(), (string[])["utf16CodeUnits", "unicodeCodePoints"]);
        Assert.All(rules, r => Assert.Contains(r.GetProperty("defaultConfiguration").GetProperty("level").GetString(), (string[])["none", "note", "warning", "error"]));
        Assert.All(rules, r => Assert.Single(r.GetProperty("properties").GetProperty("tags").EnumerateArray()));
        Assert.Equal(rules.Count, rules.Select(r => r.GetRawText()).Distinct(StringComparer.Ordinal).Count());
    }

    private static string CheckRule(JsonElement rule)
    {
        Check("rule", rule);
        foreach (var name in (string[])["shortDescription", "fullDescription", "help"]) Check("text", rule.GetProperty(name));
        Check("configuration", rule.GetProperty("defaultConfiguration"));
        Check("properties", rule.GetProperty("properties"));
        Assert.Contains("Broken:", rule.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
        return rule.GetProperty("id").GetString()!; // required, as checked
    }

    private static void CheckResult(JsonElement result)
    {
        Check("result", result);
        Check("text", result.GetProperty("message"));
        Assert.Equal(JsonValueKind.String, result.GetProperty("message").GetProperty("text").ValueKind);
        Assert.Contains(result.GetProperty("level").GetString(), (string[])["note", "warning", "error"]);
        CheckLocation(result.GetProperty("locations")[0]);
        Assert.True(result.GetProperty("ruleIndex").GetInt32() >= -1);
        if (result.TryGetProperty("suppressions", out var suppressions)) CheckSuppression(Assert.Single(suppressions.EnumerateArray()));
    }

    private static void CheckSuppression(JsonElement suppression)
    {
        Check("suppression", suppression);
        Assert.Contains(suppression.GetProperty("kind").GetString(), (string[])["inSource", "external"]);
        Assert.Contains(suppression.GetProperty("status").GetString(), (string[])["accepted", "underReview", "rejected"]);
        Assert.Equal(JsonValueKind.String, suppression.GetProperty("justification").ValueKind);
        if (suppression.TryGetProperty("location", out var location)) CheckLocation(location);
    }

    private static void CheckLocation(JsonElement location)
    {
        Check("location", location);
        Check("physicalLocation", location.GetProperty("physicalLocation"));
        Check("artifactLocation", location.GetProperty("physicalLocation").GetProperty("artifactLocation"));
        Check("region", location.GetProperty("physicalLocation").GetProperty("region"));
        var region = location.GetProperty("physicalLocation").GetProperty("region");
        Assert.All(region.EnumerateObject(), number => Assert.True(number.Value.GetInt32() >= 1));
        if (region.TryGetProperty("endColumn", out var end)) Assert.True(end.GetInt32() >= region.GetProperty("startColumn").GetInt32());
        Assert.True(Uri.IsWellFormedUriString(location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.Relative));
    }

    private static void Check(string kind, JsonElement found)
    {
        var names = found.EnumerateObject().Select(p => p.Name).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(names.Except(Objects[kind].Select(n => n.TrimEnd('!'))));
        Assert.Empty(Objects[kind].Where(n => n.EndsWith('!')).Select(n => n.TrimEnd('!')).Except(names));
    }
}
