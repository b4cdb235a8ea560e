using System.Text.Json;
using Xunit;

namespace Archive.Tests.Cli.Commands;

public sealed class DigestCommandTests
{
    // the example that init writes began in March 2025; the day of these runs is 1 May 2026
    private static CommandLineRun Digest(params string[] arguments)
    {
        using var folder = TemporaryFolder.WithArchive();
        return CommandLineRun.Of(folder, ["digest", .. arguments]);
    }

    [Fact]
    public void It_prints_markdown()
    {
        var run = Digest("--period", "2025-03");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(": March 2025\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("| Incidents | 1 |", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html", "<!doctype html>")]
    [InlineData("eml", "From: ")]
    [InlineData("json", "{\n  \"period\": \"2025-Q1\"")]
    public void It_prints_other_formats(string format, string begin) =>
        Assert.StartsWith(begin, Digest("--period", "2025-q1", "--format", format).Output, StringComparison.Ordinal);

    [Fact]
    public void Its_figures_are_those_of_the_built_site()
    {
        using var folder = TemporaryFolder.WithArchive();
        Assert.Equal(0, CommandLineRun.Of(folder, "build", "--quiet").ExitCode);
        Assert.Equal(folder.Read("output/internal/api/digests/2025-03.json"), CommandLineRun.Of(folder, "digest", "--period", "2025-03", "--format", "json").Output);
        Assert.Equal(folder.Read("output/internal/digests/2025-03.eml"), CommandLineRun.Of(folder, "digest", "--period", "2025-03", "--format", "eml").Output);
        Assert.Equal(folder.Read("output/internal/api/stats.json"), CommandLineRun.Of(folder, "stats", "--format", "json").Output);
    }

    [Fact]
    public void What_is_no_period_is_refused_with_what_to_write()
    {
        var run = Digest("--period", "2026-Q5");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("archive: '2026-Q5' is not a period: write a month like 2026-09, a quarter like 2026-Q3 or a year like 2026. See 'archive digest --help'.\n", run.Error);
    }

    [Theory]
    [InlineData("2019", "archive: There is no digest of 2019: nothing is in the archive from then. Write a period from 2025 to 2026.\n")]
    [InlineData("2026-Q4", "archive: There is no digest of 2026-Q4: it has not begun. Write a period from 2025-Q1 to 2026-Q2.\n")]
    public void A_period_outside_the_archive_is_refused_with_what_there_is(string period, string error)
    {
        var run = Digest("--period", period);
        Assert.Equal((2, error), (run.ExitCode, run.Error));
    }

    [Fact]
    public void An_archive_of_none_has_no_digest()
    {
        using var folder = new TemporaryFolder();
        folder.Write("input/archive.yml", "title: Empty\n");
        var run = CommandLineRun.Of(folder, "digest");
        Assert.Equal((2, "archive: There is no incident in the archive yet, so there is no digest.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public void Without_a_period_it_is_the_last_quarter_that_is_over()
    {
        using var folder = TemporaryFolder.WithArchive();
        var run = CommandLineRun.Of(folder, "digest", "--as-of", "2026-11-21", "--format", "json");
        Assert.Equal("2026-Q3", JsonDocument.Parse(run.Output).RootElement.GetProperty("period").GetString());
    }

    [Fact]
    public void What_is_left_out_is_said()
    {
        using var folder = TemporaryFolder.WithArchive();
        folder.Write("input/postmortems/2026/broken.md", "---\nid: INC-900\n---\n");
        var run = CommandLineRun.Of(folder, "stats");
        Assert.Equal("archive: 1 postmortem has findings and is not counted: 'archive check --input input' lists them.\n", run.Error);
        Assert.StartsWith("1 postmortem as of 1 May 2026\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Stats_of_an_archive_of_none_are_words_and_zeros()
    {
        using var folder = new TemporaryFolder();
        folder.Write("input/archive.yml", "title: Empty\n");
        var run = CommandLineRun.Of(folder, "stats");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("No postmortems as of 1 May 2026\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Stats_tell_what_is_debt()
    {
        using var folder = TemporaryFolder.WithArchive();
        Assert.Contains("Postmortem debt: none.", CommandLineRun.Of(folder, "stats").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Stats_fit_a_terminal()
    {
        using var folder = TemporaryFolder.WithArchive();
        Assert.All(CommandLineRun.Of(folder, "stats").Output.Split('\n'), l => Assert.InRange(l.Length, 0, 100));
    }
}
