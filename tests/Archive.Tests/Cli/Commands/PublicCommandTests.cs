using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Cli.Commands;

/// <summary>An incident that is told while it lasts, from the first word to the approved account.</summary>
public sealed class PublicCommandTests
{
    private const string Note = $"input/{SoundArchive.Note}";

    private const string Front = "---\nincident: INC-043\npublic_id: 0p3n0p3n0p3n  # once and for all\nstatus: ongoing\ntitle: \"Sign-in: slow\"\nimpact: minor\ncomponents: [Shop]\n";

    private const string First = "updates:\n  # what was said\n  - at: 2026-04-30T08:10:00Z\n    status: investigating\n    text: >-\n      We are looking\n      into it.\n\n";

    private const string OpenNote = "input/postmortems/2026/open.public.md";

    private const string Account = "\n## Summary\n\nIt was slow.\n\n## What happened\n\nIt was slow.\n\n## What we are doing about this\n\nMore of it.\n";

    private static TemporaryFolder WithOpen(string note) => SoundArchive.Whole
        .With(SoundArchive.Later, SoundArchive.Stub("INC-043", "2026-04-30T08:00:00Z"))
        .With(OpenNote["input/".Length..], note)
        .With(SoundArchive.Note, Signed.Note(SoundArchive.Whole[SoundArchive.Note].Replace("approved_on: 2026-05-05", "approved_on: 2026-04-26", StringComparison.Ordinal)))
        .Replace("published_on: 2026-05-04", "published_on: 2026-05-01").OnDisk();

    private static CommandLineRun Update(TemporaryFolder folder, params string[] more) =>
        CommandLineRun.Of(folder, ["public", "update", "INC-043", "--status", "identified", "--text", "We know: it's the \"monthly\" job.", .. more]);

    [Fact]
    public void An_update_is_appended_and_every_other_byte_stays()
    {
        using var folder = WithOpen($"{Front}{First}slug: open\n---\n\n<!-- later -->\n");
        var run = Update(folder);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var said = "  - at: 2026-05-01T12:00:00Z\n    status: identified\n    text: \"We know: it's the \\\"monthly\\\" job.\"\n";
        Assert.Equal($"{Front}{First.TrimEnd('\n')}\n{said}\nslug: open\n---\n\n<!-- later -->\n", folder.Read(OpenNote));
        Assert.DoesNotContain(OpenNote, CommandLineRun.Of(folder, "check").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("updates:\n- at: 2026-04-30T08:10:00Z\n  status: investigating\n  text: One.\n", "- ")]
    [InlineData("updates:\n    - { at: 2026-04-30T08:10:00Z, status: investigating, text: One. }\n    # a remark\n", "    - ")]
    public void It_stands_as_deep_as_the_others(string updates, string dash)
    {
        using var folder = WithOpen($"{Front}{updates}---\n");
        Assert.Equal(0, Update(folder).ExitCode);
        Assert.Contains($"\n{dash}at: 2026-05-01T12:00:00Z\n", folder.Read(OpenNote), StringComparison.Ordinal);
    }

    [Fact]
    public void Line_ends_of_Windows_stay()
    {
        using var folder = WithOpen($"{Front}{First}---\n".Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal(0, Update(folder).ExitCode);
        Assert.DoesNotMatch("[^\r]\n", folder.Read(OpenNote));
    }

    [Theory]
    [InlineData("--at", "2026-04-30T08:00:00Z", "updates-out-of-order", 1)]
    [InlineData("--at", "2026-05-01T13:00:00Z", "lies in the future", 2)]
    [InlineData("--at", "2026-05-01T11:00:00", "with its offset", 2)]
    [InlineData("--text", " ", "An update says something", 2)]
    [InlineData("--status", "fixed", "is not a state", 2)]
    public void What_cannot_be_said_leaves_the_note_as_it_was(string option, string value, string why, int exitCode)
    {
        using var folder = WithOpen($"{Front}{First}---\n");
        string[] words = ["public", "update", "INC-043", "--status", "identified", "--text", "We know.", "--at", "2026-05-01T11:00:00Z"];
        words[Array.IndexOf(words, option) + 1] = value;
        var run = CommandLineRun.Of(folder, words);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(why, run.Output + run.Error, StringComparison.Ordinal);
        Assert.Equal($"{Front}{First}---\n", folder.Read(OpenNote));
    }

    [Theory]
    [InlineData("INC-420", "There is no postmortem INC-420.")]
    [InlineData("INC-040", "INC-040 has no public note.")]
    public void An_incident_without_a_note_is_named(string id, string why)
    {
        using var folder = WithOpen($"{Front}{First}---\n");
        var run = CommandLineRun.Of(folder, "public", "update", id, "--status", "identified", "--text", "We know.");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Updates_in_one_line_are_not_guessed_at()
    {
        using var folder = WithOpen($"{Front}updates: [{{ at: 2026-04-30T08:10:00Z, status: investigating, text: One. }}]\n---\n");
        var run = Update(folder);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("stand in one line", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_becomes_public_only_when_that_is_asked_for()
    {
        using var folder = WithOpen($"{Front}{First}---\n".Replace("status: ongoing", "status: draft", StringComparison.Ordinal));
        Assert.Contains("nothing of it is public", Update(folder).Output, StringComparison.Ordinal);
        Assert.Contains("status: draft\n", folder.Read(OpenNote), StringComparison.Ordinal);
        Assert.Equal(0, Update(folder, "--publish").ExitCode);
        Assert.Contains("status: ongoing\n", folder.Read(OpenNote), StringComparison.Ordinal);
    }

    [Fact]
    public void The_account_of_an_incident_that_is_not_over_is_refused()
    {
        using var folder = WithOpen($"{Front}{First}---\n{Account}");
        var run = CommandLineRun.Of(folder, "check");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{OpenNote}:18:1: error note-before-resolution: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_approval_is_written_into_the_note_and_makes_it_sound()
    {
        using var folder = SoundArchive.Whole.OnDisk();
        folder.Replace(Note, "Sign-in was slow for an hour.", "Sign-in was slow for two hours.");
        var before = CommandLineRun.Of(folder, "check", "--as-of", "2026-11-21");
        Assert.Contains($"{Note}:7:18: error changed-after-approval: ", before.Output, StringComparison.Ordinal);
        var run = CommandLineRun.Of(folder, "public", "approve", "inc-042", "--by", "@eve.lead", "--as-of", "2026-11-21");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches("approved_by: \"@eve.lead\"\napproved_on: 2026-11-21\napproved_digest: [0-9a-f]{64}\npublished_on: 2026-05-05\n", folder.Read(Note));
        Assert.Equal(0, CommandLineRun.Of(folder, "check", "--as-of", "2026-11-21").ExitCode);
    }

    [Theory]
    [InlineData("status: ongoing\n", "status: ongoing")]
    [InlineData("", "title: Sign-in was slow")]
    public void A_note_that_is_not_ready_is_not_approved(string state, string missing)
    {
        using var folder = SoundArchive.Whole.With(SoundArchive.Note, $"---\nincident: INC-042\npublic_id: k3v9x0q2m7ab\n{state}title: Sign-in was slow\nimpact: minor\nupdates:\n  - at: 2026-04-25T14:20:00Z\n    status: investigating\n    text: Looking.\n---\n").OnDisk();
        var before = folder.Read(Note);
        var run = CommandLineRun.Of(folder, "public", "approve", "INC-042", "--by", "@eve", "--as-of", "2026-11-21");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("incomplete-note", run.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, folder.Read(Note));
        Assert.Contains(missing, before, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_is_not_approved_while_the_postmortem_does_not_say_that_it_is_over()
    {
        using var folder = WithOpen($"{Front}updates:\n  - at: 2026-04-30T08:10:00Z\n    status: resolved\n    text: Over.\n---\n{Account}");
        var run = CommandLineRun.Of(folder, "public", "approve", "INC-043", "--by", "@eve");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error note-before-resolution: The note is approved, but the postmortem of INC-043", run.Output, StringComparison.Ordinal);
    }
}
