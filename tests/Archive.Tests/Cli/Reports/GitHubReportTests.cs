using System.Text;
using Archive.Cli.Reports;
using Archive.Publishing.Diagnostics;
using Xunit;
using static Archive.Tests.Cli.Reports.SampleFindings;

namespace Archive.Tests.Cli.Reports;

public sealed class GitHubReportTests
{
    [Fact]
    public void A_finding_is_one_annotation_with_its_place() =>
        Assert.Equal(
            "::error file=input/postmortems/2026/a.md,line=2,col=11,endColumn=15,title=unknown-severity::'sev9' is not a severity.%0AWrite sev0, sev1 or sev2.\n",
            GitHubReport.Of([Finding], Source).Log);

    [Fact]
    public void What_would_end_a_property_or_a_message_is_escaped()
    {
        var log = GitHubReport.Of([Finding with { Location = new("a,b:c%d.md", 1), Message = "100 %\r\n::error::no", Hint = null }], Source).Log;
        Assert.Equal("::error file=input/a%2Cb%3Ac%25d.md,line=1,title=unknown-severity::100 %25%0D%0A::error::no\n", log);
    }

    [Theory]
    [InlineData(FindingLevel.Error, "::error ")]
    [InlineData(FindingLevel.Warning, "::warning ")]
    [InlineData(FindingLevel.Advice, "::notice ")]
    public void Each_level_has_its_command(FindingLevel level, string command) =>
        Assert.StartsWith(command, GitHubReport.Of([Finding with { Level = level }], Source).Log, StringComparison.Ordinal);

    [Fact]
    public void More_than_ten_of_a_level_are_counted_and_go_to_the_summary()
    {
        var errors = Enumerable.Range(1, 13).Select(line => Finding with { Location = new("a.md", line) });
        var report = GitHubReport.Of([.. errors, Finding with { Level = FindingLevel.Warning }], Source);
        Assert.Equal(10, report.Log.Split("::error ").Length - 1);
        Assert.Contains("::warning ", report.Log, StringComparison.Ordinal);
        Assert.EndsWith("And 3 errors more: see the summary of the job.\n", report.Log, StringComparison.Ordinal);
        Assert.Contains("- line 13: error unknown-severity:", report.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("line 10:", report.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_the_summary_shows_itself()
    {
        var errors = Enumerable.Range(1, 11).Select(line => Finding with { Location = new("a.md", line), Message = "<img> `x` *b* [a](b) @all", Hint = null });
        Assert.Contains(@"&lt;img> \`x\` \*b\* \[a\](b) \@all", GitHubReport.Of([.. errors], Source).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_is_cut_at_a_line_and_says_so()
    {
        var fitted = GitHubReport.Fit(string.Concat(Enumerable.Repeat("- ä finding\n", 1000)), 500);
        Assert.True(Encoding.UTF8.GetByteCount(fitted) <= 500);
        Assert.Contains("cut here", fitted, StringComparison.Ordinal);
        Assert.StartsWith("- ä finding\n- ä finding\n", fitted, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_summary_takes_nothing_more() => Assert.Equal("", GitHubReport.Fit("- a\n", -1));
}
