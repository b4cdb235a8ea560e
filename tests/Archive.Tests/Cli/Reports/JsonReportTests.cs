using System.Text.Json;
using Archive.Cli.Reports;
using Archive.Incidents;
using Xunit;
using static Archive.Tests.Cli.Reports.SampleFindings;

namespace Archive.Tests.Cli.Reports;

public sealed class JsonReportTests
{
    [Fact]
    public void A_finding_has_its_code_level_place_and_words()
    {
        var finding = Read(Report(Finding)).GetProperty("findings")[0];
        Assert.Equal("unknown-severity", finding.GetProperty("code").GetString());
        Assert.Equal("error", finding.GetProperty("level").GetString());
        Assert.Equal("input/postmortems/2026/a.md", finding.GetProperty("path").GetString());
        Assert.Equal(11, finding.GetProperty("column").GetInt32());
        Assert.Equal("Write sev0, sev1 or sev2.", finding.GetProperty("hint").GetString());
    }

    [Fact]
    public void The_summary_counts_and_names_what_was_written()
    {
        var summary = Read(Report(Finding) with { Sites = [new(Audience.Public, "/x/output/public", 12, 3456)] }).GetProperty("summary");
        Assert.Equal(1, summary.GetProperty("errors").GetInt32());
        Assert.Equal(46, summary.GetProperty("postmortems").GetInt32());
        Assert.True(summary.GetProperty("failed").GetBoolean());
        Assert.Equal("public", summary.GetProperty("sites")[0].GetProperty("audience").GetString());
        Assert.Equal("PUBLIC", summary.GetProperty("sites")[0].GetProperty("folder").GetString());
    }

    private static JsonElement Read(BuildReport report) => JsonDocument.Parse(JsonReport.Of(report, Source, folder => Path.GetFileName(folder).ToUpperInvariant())).RootElement;
}
