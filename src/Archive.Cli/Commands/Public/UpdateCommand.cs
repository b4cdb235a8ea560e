using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Archive.Cli.Writing;

namespace Archive.Cli.Commands.Public;

/// <summary><c>archive public update</c>: says one more thing about an incident that lasts.</summary>
public static class UpdateCommand
{
    private static readonly string[] Statuses = ["investigating", "identified", "monitoring", "resolved"];

    public static Command Of(Terminal terminal, CommonOptions options)
    {
        var id = PublicCommand.IncidentArgument();
        var status = CommonOptions.Choice("--status", "What the update says of the incident's state", "a state", [.. Statuses.Select(w => (w, w))]);
        status.Required = true;
        var text = new Option<string>("--text") { HelpName = "TEXT", Description = "The words, for customers", Required = true };
        var at = new Option<DateTimeOffset?>("--at") { HelpName = "TIME", Description = "When it is said, such as 2026-04-25T14:20:00Z [default: now]", CustomParser = ReadMoment };
        var publish = new Option<bool>("--publish") { Description = "Make a draft ongoing, so that its updates are published" };
        var command = new Command("update", "Append an update to an incident's public note.") { id, status, text, at, publish, options.Input };
        command.SetAction(parsed =>
        {
            if (RunSettings.Read(parsed, options, terminal) is not { } settings) return ExitCode.CannotRun;
            var update = new Update(parsed.GetValue(at) ?? terminal.Now, parsed.GetRequiredValue(status), parsed.GetRequiredValue(text));
            return Run(terminal, settings, parsed.GetRequiredValue(id), update, parsed.GetValue(publish));
        });
        return command;
    }

    private sealed record Update(DateTimeOffset At, string Status, string Text);

    private static int Run(Terminal terminal, RunSettings settings, string id, Update update, bool publishes)
    {
        if (string.IsNullOrWhiteSpace(update.Text)) return terminal.CannotRun("An update says something: give it words with --text.");
        if (update.At > terminal.Now) return terminal.CannotRun("--at lies in the future; an update is written when it is said.");
        var (note, refusal) = PublicCommand.Find(settings, id);
        if (note is null) return terminal.CannotRun(refusal);
        var longer = note.WithUpdate($"at: {Moment(update.At)}", $"status: {update.Status}", $"text: {YamlText.Of(update.Text)}");
        if (longer is null) return terminal.CannotRun($"The updates of {terminal.ShortPath(note.Path)} stand in one line. Put each on lines of its own, below a dash, and try again.");
        if (publishes && longer.ValueOf("status") == "draft") longer = longer.With("status", "ongoing")!; // it has front matter: the updates stand there
        if (!NoteChange.Write(terminal, settings, note, longer)) return ExitCode.Findings;
        terminal.Output.WriteLine($"{terminal.ShortPath(note.Path)}: {update.Status}, {Moment(update.At)}");
        terminal.Output.WriteLine(NextStep(longer.ValueOf("status")));
        return ExitCode.Clean;
    }

    private static string NextStep(string? status) => status == "ongoing"
        ? "It is public once it is merged; 'archive public diff' shows what the world would see change."
        : "The note is a draft, and nothing of it is public. --publish publishes its updates.";

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset? ReadMoment(ArgumentResult result)
    {
        var written = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (NewOptions.InstantOf(written) is { } moment) return moment;
        result.AddError($"'{written}' is not a moment: write it like 2026-04-25T14:20:00Z, with its offset");
        return null;
    }
}
