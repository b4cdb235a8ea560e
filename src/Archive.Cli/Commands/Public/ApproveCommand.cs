using System.CommandLine;
using System.Globalization;
using Archive.Cli.Writing;
using Archive.Incidents.Drafting;

namespace Archive.Cli.Commands.Public;

/// <summary><c>archive public approve</c>: writes into a note who says yes to its text, when, and to which text.</summary>
public static class ApproveCommand
{
    public static Command Of(Terminal terminal, CommonOptions options)
    {
        var id = PublicCommand.IncidentArgument();
        var by = new Option<string>("--by") { HelpName = "HANDLE", Description = "Who has read the text and approves it", Required = true };
        var command = new Command("approve", "Approve an incident's public note as it stands.") { id, by, options.Input, options.AsOf };
        command.SetAction(parsed =>
        {
            if (RunSettings.Read(parsed, options, terminal) is not { } settings) return ExitCode.CannotRun;
            return Run(terminal, settings, parsed.GetRequiredValue(id), parsed.GetRequiredValue(by));
        });
        return command;
    }

    private static int Run(Terminal terminal, RunSettings settings, string id, string by)
    {
        if (string.IsNullOrWhiteSpace(by)) return terminal.CannotRun("Somebody approves it: name them with --by.");
        var (note, refusal) = PublicCommand.Find(settings, id);
        if (note is null) return terminal.CannotRun(refusal);
        if (NoteDigest.Of(note.Text, Path.GetRelativePath(settings.InputFolder, note.Path).Replace('\\', '/'), settings.InputFolder) is not { } digest) return terminal.CannotRun($"{terminal.ShortPath(note.Path)} cannot be read; 'archive check' says why.");
        if (Approved(note, by, settings.AsOf, digest) is not { } approved) return terminal.CannotRun($"{terminal.ShortPath(note.Path)} has no front matter.");
        if (!NoteChange.Write(terminal, settings, note, approved)) return ExitCode.Findings;
        terminal.Output.WriteLine($"{terminal.ShortPath(note.Path)}: approved by {by} on {Day(settings.AsOf)}");
        terminal.Output.WriteLine("It is public once it is merged, and any embargo is over. A change of its text asks for a new approval.");
        return ExitCode.Clean;
    }

    /// <summary>A note that was approved before keeps the day on which it was first published.</summary>
    private static NoteFile? Approved(NoteFile note, string by, DateOnly on, string digest)
    {
        var first = note.ValueOf("status") == "approved" && note.ValueOf("published_on") is null && note.ValueOf("approved_on") is { } earlier && earlier != Day(on) ? earlier : null;
        var signed = Signed(note, by, on, digest);
        return first is null ? signed : signed?.With("published_on", first, after: ["approved_digest"]);
    }

    private static NoteFile? Signed(NoteFile note, string by, DateOnly on, string digest) => note
        .With("status", "approved", after: ["public_id", "incident"])?
        .With("approved_by", $"\"{by.Replace("\\", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal)}\"", after: ["status"])?
        .With("approved_on", Day(on), after: ["approved_by"])?
        .With("approved_digest", digest, after: ["approved_on"]);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
