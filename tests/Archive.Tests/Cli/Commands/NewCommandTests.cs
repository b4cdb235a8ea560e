using Xunit;
namespace Archive.Tests.Cli.Commands;

public sealed class NewCommandTests
{
    private static readonly string[] Usual =
        ["new", "--title", "Lost leader: \"again\"", "--severity", "sev2", "--service", "sign-in", "--class", "pool-exhaustion", "--started", "2026-04-25T14:02:00Z", "--author", "@robin"];

    [Theory]
    [InlineData("sre", "sev2")]
    [InlineData("sre", "sev4")]
    [InlineData("p-levels", "p1")]
    [InlineData("sev1-4", "sev1")]
    [InlineData("discipline", "sev3")]
    public void A_draft_of_every_preset_passes_the_check(string preset, string severity)
    {
        using var folder = TemporaryFolder.WithArchive();
        folder.Replace("input/archive.yml", "preset: sre", $"preset: {preset}");
        Directory.Delete(folder.File("input/postmortems"), recursive: true);
        var run = CommandLineRun.Of(folder, [.. Usual.Select(w => w == "sev2" ? severity : w), "--public"]);
        Assert.True(run.ExitCode == 0, run.Error);
        var check = CommandLineRun.Of(folder, "check");
        Assert.True(check.ExitCode == 0, check.Output + check.Error);
    }

    [Fact]
    public void It_takes_the_next_id_and_a_name_from_day_and_title()
    {
        using var folder = TemporaryFolder.WithArchive();
        var run = CommandLineRun.Of(folder, Usual);
        Assert.Contains("\ninput/postmortems/2026/2026-04-25-lost-leader-again.md\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nid: INC-002\n", folder.Read("input/postmortems/2026/2026-04-25-lost-leader-again.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Similar_ones_are_listed_first()
    {
        using var folder = TemporaryFolder.WithArchive();
        Assert.StartsWith("Similar so far:\n  INC-001  11 Mar 2025  Sign-in slow", CommandLineRun.Of(folder, Usual).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_is_never_overwritten()
    {
        using var folder = TemporaryFolder.WithArchive();
        folder.Write("input/postmortems/2026/2026-04-25-lost-leader-again.md", "mine");
        var run = CommandLineRun.Of(folder, Usual);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("mine", folder.Read("input/postmortems/2026/2026-04-25-lost-leader-again.md"));
    }

    [Fact]
    public void A_stub_needs_no_author_and_passes_the_check()
    {
        using var folder = TemporaryFolder.WithArchive();
        var run = CommandLineRun.Of(folder, [.. Usual[..^2], "--stub"]);
        Assert.True(run.ExitCode == 0, run.Error);
        var check = CommandLineRun.Of(folder, "check");
        Assert.True(check.ExitCode == 0, check.Output);
    }

    [Theory]
    [InlineData("Say also --title, --severity, --service, --started and --author", "new")]
    [InlineData("'sev7' is not a severity", "new", "--title", "x", "--severity", "sev7", "--service", "sign-in", "--started", "2026-04-25T14:02Z", "--author", "@a")]
    [InlineData("'sing-in' is not a service; did you mean 'sign-in'?", "new", "--title", "x", "--severity", "sev1", "--service", "sing-in", "--started", "2026-04-25T14:02Z", "--author", "@a")]
    [InlineData("'2026-04-25T14:02' is not a moment", "new", "--started", "2026-04-25T14:02")]
    [InlineData("--started lies in the future", "new", "--title", "x", "--severity", "sev1", "--service", "sign-in", "--started", "2027-04-25T14:02Z", "--author", "@a")]
    [InlineData("INC-001 is taken; the next free id is INC-002", "new", "--title", "x", "--severity", "sev1", "--service", "sign-in", "--started", "2026-04-25T14:02Z", "--author", "@a", "--id", "inc-001")]
    [InlineData("'X-1' does not look like the ids of this archive", "new", "--title", "x", "--severity", "sev1", "--service", "sign-in", "--started", "2026-04-25T14:02Z", "--author", "@a", "--id", "X-1")]
    public void What_is_missing_or_wrong_is_said_in_a_sentence(string sentence, params string[] arguments)
    {
        using var folder = TemporaryFolder.WithArchive();
        var run = CommandLineRun.Of(folder, arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.OrdinalIgnoreCase);
    }
}
