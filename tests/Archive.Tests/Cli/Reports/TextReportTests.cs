using System.Collections.Immutable;
using Archive.Cli.Reports;
using Archive.Publishing.Diagnostics;
using Xunit;
using static Archive.Tests.Cli.Reports.SampleFindings;

namespace Archive.Tests.Cli.Reports;

public sealed class TextReportTests
{
    [Fact]
    public void A_finding_reads_like_a_compilers() =>
        Assert.Equal(
            """
            input/postmortems/2026/a.md:2:11: error unknown-severity: 'sev9' is not a severity.
                2 | severity: sev9
                  |           ^^^^
              help: Write sev0, sev1 or sev2.


            """, Plain(Finding));

    [Fact]
    public void A_long_report_keeps_the_order_of_its_findings()
    {
        ImmutableArray<Diagnostic> findings = [.. Enumerable.Range(1, 10_000).Select(i => Finding with { Location = new($"postmortems/{i}.md", 2, 11, 4) })];
        Assert.Equal(string.Concat(findings.Select(Plain)), TextReport.Of(findings, Source, 100, new(AreOn: false)));
    }

    [Fact]
    public void A_report_of_nothing_is_empty() => Assert.Equal("", TextReport.Of([], Source, 100, new(AreOn: false)));

    [Fact]
    public void A_finding_about_a_whole_file_has_no_excerpt() =>
        Assert.Equal(
            """
            input/archive.yml: warning unknown-severity: 'sev9' is not a severity.


            """, Plain(Finding with { Location = new("archive.yml"), Level = FindingLevel.Warning, Hint = null }));

    [Fact]
    public void A_file_that_is_gone_has_no_excerpt() =>
        Assert.DoesNotContain("|", Plain(Finding with { Location = new("a.md", 9, 1, 1) }), StringComparison.Ordinal);

    [Fact]
    public void A_long_hint_is_broken_within_the_width()
    {
        var lines = Plain(Finding with { Hint = string.Join(' ', Enumerable.Repeat("word", 60)) }).Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= 100, line));
        Assert.Equal(4, lines.Count(line => line.Contains("word", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_escape_sequence_in_a_message_is_shown_and_not_sent() =>
        Assert.DoesNotContain('\e', Plain(Finding with { Message = "'\e[2J' is not a severity.", Hint = "Not \e]0;x\a either." }));

    [Fact]
    public void Colours_come_only_when_they_are_wanted()
    {
        Assert.Contains("\e[1;31m", TextReport.Of([Finding], Source, 100, new(AreOn: true)), StringComparison.Ordinal);
        Assert.DoesNotContain('\e', Plain(Finding));
    }

    private static string Plain(Diagnostic finding) => TextReport.Of([finding], Source, 100, new(AreOn: false));
}
