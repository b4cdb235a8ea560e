using System.Diagnostics;
using System.Text.Json;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Cli.Commands;

/// <summary>A change of the archive is shown as the world would see it, and nothing else is.</summary>
public sealed class PublicDiffTests
{
    private const string Page = "incidents/2026-04-25-sign-in-was-slow/index.html";

    /// <summary>A repository with one commit, the archive as it is sound.</summary>
    private static TemporaryFolder Repository()
    {
        var folder = SoundArchive.Whole.OnDisk();
        Git(folder, "init", "--quiet");
        Git(folder, "add", ".");
        Git(folder, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "one");
        return folder;
    }

    private static void Git(TemporaryFolder folder, params IReadOnlyList<string> arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder.Path })!; // a test machine has git
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    private static CommandLineRun Diff(TemporaryFolder folder, params string[] more) => CommandLineRun.Of(folder, ["public", "diff", "--as-of", "2026-11-21", .. more]);

    private static void Change(TemporaryFolder folder)
    {
        var note = $"input/{SoundArchive.Note}";
        folder.Write(note, Signed.Note(folder.Read(note).Replace("Sign-in was slow for an hour.", "Sign-in was <b>slow</b> for two hours.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_a_change_nothing_is_shown()
    {
        using var folder = Repository();
        Assert.Equal(new CommandLineRun(0, "Nothing: the public record stays as it is, byte for byte.\n", ""), Diff(folder));
    }

    [Fact]
    public void What_is_internal_changes_nothing()
    {
        using var folder = Repository();
        folder.Replace($"input/{SoundArchive.Incident}", "title: Sign-in took nine seconds for an hour", "title: Another title");
        folder.Write("input/postmortems/2026/other.md", SoundArchive.Stub("INC-050", "2026-07-01T08:00:00Z"));
        Assert.StartsWith("Nothing: ", Diff(folder).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_text_is_shown_by_its_lines()
    {
        using var folder = Repository();
        Change(folder);
        var run = Diff(folder);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"changed  {Page}\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  - Sign-in was slow for an hour.\n  + Sign-in was <b>slow</b> for two hours.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("changed  history.atom\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pull_request_shows_it_as_text_whatever_it_says()
    {
        using var folder = Repository();
        Change(folder);
        var markdown = Diff(folder, "--format", "markdown").Output;
        Assert.StartsWith("## What would become public\n", markdown, StringComparison.Ordinal);
        Assert.Contains("+ Sign-in was &lt;b&gt;slow&lt;/b&gt; for two hours.\n", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_reads_every_file_and_line()
    {
        using var folder = Repository();
        File.Delete(folder.File($"input/{SoundArchive.Note}"));
        var changes = JsonDocument.Parse(Diff(folder, "--format", "json").Output).RootElement.GetProperty("changes").EnumerateArray().ToList();
        var page = changes.Single(c => c.GetProperty("path").GetString() == Page);
        Assert.Equal("removed", page.GetProperty("change").GetString());
        Assert.All(page.GetProperty("lines").EnumerateArray(), l => Assert.Equal("-", l.GetProperty("mark").GetString()));
        Assert.Contains(changes, c => c.GetProperty("path").GetString() == "incidents/k3v9x0q2m7ab.json");
    }

    [Fact]
    public void A_built_site_can_stand_for_the_commit()
    {
        using var folder = Repository();
        Assert.Equal(0, CommandLineRun.Of(folder, "build", "--audience", "public", "--as-of", "2026-11-21").ExitCode);
        Assert.StartsWith("Nothing: ", Diff(folder, "--base-site", "output/public").Output, StringComparison.Ordinal);
        Change(folder);
        Assert.Contains(Page, Diff(folder, "--base-site", "output/public").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_commit_without_an_archive_had_no_site()
    {
        using var folder = Repository();
        Directory.Move(folder.File("input"), folder.File("incidents"));
        Assert.Contains($"added    {Page}\n", Diff(folder, "--input", "incidents").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-branch", "There is no commit 'no-such-branch' in this repository")]
    [InlineData("--output=x", "There is no commit")]
    public void A_commit_that_is_not_there_is_named(string reference, string why)
    {
        using var folder = Repository();
        var run = Diff(folder, $"--base={reference}");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_of_a_repository_that_is_said()
    {
        using var folder = SoundArchive.Whole.OnDisk();
        var run = Diff(folder);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is in no git repository", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_not_be_published_is_not_compared()
    {
        using var folder = Repository();
        folder.Replace($"input/{SoundArchive.Note}", "Sign-in was slow for an hour.", "Sign-in was slow for two hours.");
        var run = Diff(folder);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("changed-after-approval", run.Error, StringComparison.Ordinal);
    }
}
