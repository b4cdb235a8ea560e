using System.Diagnostics;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Cli.Commands;

public sealed class CheckFixTests
{
    private static readonly SoundArchive Untidy = SoundArchive.Whole.Replace("severity: sev2", "severity: S2");

    [Fact]
    public void Diff_shows_what_fix_would_change_and_writes_nothing()
    {
        using var folder = Untidy.OnDisk();
        var run = CommandLineRun.Of(folder, "check", "--diff", "--as-of", "2026-11-21");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"--- a/input/{SoundArchive.Incident}\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n-severity: S2\n+severity: sev2\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(Untidy[SoundArchive.Incident], File.ReadAllText(folder.File($"input/{SoundArchive.Incident}")));
    }

    [Fact]
    public void Fix_mends_and_then_checks()
    {
        using var folder = Untidy.OnDisk();
        var run = CommandLineRun.Of(folder, "check", "--fix", "--as-of", "2026-11-21");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(SoundArchive.Whole[SoundArchive.Incident], File.ReadAllText(folder.File($"input/{SoundArchive.Incident}")));
        Assert.Equal("", CommandLineRun.Of(folder, "check", "--diff", "--as-of", "2026-11-21").Output);
    }

    [Fact]
    public void Changed_reports_what_the_branch_touches_and_what_that_breaks_elsewhere()
    {
        var untouched = SoundArchive.Stub("INC-050", "2026-06-03T08:00:00Z").Replace("severity: sev2", "severity: sev9", StringComparison.Ordinal);
        using var folder = SoundArchive.Whole.WithKeys("related: [INC-040]\n").With("postmortems/2026/other.md", untouched).OnDisk();
        Git(folder, "init", "-q", "-b", "main");
        Git(folder, "add", "-A");
        Git(folder, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "begin");
        Git(folder, "checkout", "-qb", "topic");
        File.Delete(folder.File($"input/{SoundArchive.Earlier}"));
        folder.Write($"input/{SoundArchive.Later}", SoundArchive.Stub("INC-043", "2026-06-03T08:00:00Z").Replace("[shop]", "[shpo]", StringComparison.Ordinal));
        folder.Write("input/postmortems/2026/new.md", "# No keys\n");
        var run = CommandLineRun.Of(folder, "check", "--changed", "main", "--as-of", "2026-11-21", "--format", "github");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["missing-front-matter", "unknown-reference", "unknown-service"], Codes(run.Output));
        Assert.Contains("unknown-severity", Codes(CommandLineRun.Of(folder, "check", "--as-of", "2026-11-21", "--format", "github").Output));
    }

    [Fact]
    public void A_changed_file_is_held_against_the_people_and_incidents_of_all_others()
    {
        using var folder = SoundArchive.Whole.With(SoundArchive.Earlier, SoundArchive.Stub("INC-040", "2026-01-12T08:00:00Z").Replace("status: stub", "status: draft\nauthors: [\"@ines.oduya\"]", StringComparison.Ordinal)).OnDisk();
        Git(folder, "init", "-q", "-b", "main");
        Git(folder, "add", "-A");
        Git(folder, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "begin");
        Git(folder, "checkout", "-qb", "topic");
        folder.Write($"input/{SoundArchive.Incident}", SoundArchive.Whole.Replace("400 customers waited.", "400 customers waited. Ines Oduya was told.")[SoundArchive.Incident]);
        folder.Write("input/postmortems/2026/twice.md", SoundArchive.Stub("INC-039", "2026-06-03T07:00:00Z"));
        var run = CommandLineRun.Of(folder, "check", "--changed", "main", "--as-of", "2026-11-21", "--format", "github");
        Assert.Equal(["named-person", "possible-duplicate"], Codes(run.Output));
        Assert.Contains(SoundArchive.Later, run.Output.Split('\n').Single(l => l.Contains("possible-duplicate", StringComparison.Ordinal)), StringComparison.Ordinal); // the later of the two, which nobody touched
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("--help-me")]
    public void A_base_that_git_does_not_know_is_a_plain_sentence(string reference)
    {
        using var folder = SoundArchive.Whole.OnDisk();
        var run = CommandLineRun.Of(folder, "check", $"--changed={reference}");
        Assert.Equal(2, run.ExitCode);
        Assert.Matches("^[^\n]+\n$", run.Error);
    }

    private static IEnumerable<string> Codes(string log) =>
        log.Split('\n').Where(l => l.StartsWith("::", StringComparison.Ordinal)).Select(l => l.Split("title=")[1].Split("::")[0]).Order(StringComparer.Ordinal);

    private static void Git(TemporaryFolder folder, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", folder.File("."), .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false })!; // git is there: the repository was cloned with it
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
