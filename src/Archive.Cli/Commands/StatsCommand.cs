using System.CommandLine;
using Archive.Cli.Reports;
using Archive.Incidents;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages;
using Archive.Incidents.Pages.Data;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Cli.Commands;

/// <summary><c>archive stats</c>: the figures of the pages, on a terminal or as data.</summary>
public static class StatsCommand
{
    private enum StatsFormat
    {
        Text,
        Json,
    }

    public static Command Of(Terminal terminal, CommonOptions options)
    {
        var format = CommonOptions.Choice("--format", "How they are printed [default: text]", "a format", ("text", StatsFormat.Text), ("json", StatsFormat.Json));
        var command = new Command("stats", "Print the figures of the archive: recurrence, action items, deadlines, latencies.") { format, options.Input, options.Theme, options.AsOf };
        command.SetAction(parsed =>
        {
            if (RunSettings.Read(parsed, options, terminal) is not { } settings) return ExitCode.CannotRun;
            var archive = ArchiveReader.Read(settings.InputFolder, settings.AsOf, cache: null, new());
            SayWhatIsLeftOut(terminal, settings, archive);
            terminal.Output.Write(parsed.GetValue(format) switch
            {
                StatsFormat.Text => StatsText.Of(IncidentHistory.Of(archive), new(terminal.HasColour)),
                StatsFormat.Json => Json(archive, settings),
                var other => throw new ArgumentOutOfRangeException(nameof(parsed), other, null),
            });
            return ExitCode.Clean;
        });
        return command;
    }

    /// <summary>Figures of an archive that is not whole must not pass for those of one that is.</summary>
    public static void SayWhatIsLeftOut(Terminal terminal, RunSettings settings, IncidentArchive archive)
    {
        if (archive.LeftOut == 0) return;
        terminal.Error.WriteLine(
            $"archive: {Tally.Count(archive.LeftOut, "postmortem has", "postmortems have")} findings and {(archive.LeftOut == 1 ? "is" : "are")} not counted: 'archive check --input {Visible.Of(settings.Input)}' lists them.");
    }

    /// <summary>The very file that the internal site serves, so that there is one shape to learn.</summary>
    private static string Json(IncidentArchive archive, RunSettings settings)
    {
        var site = SitePlan.Of(archive, new(archive.Settings.Url));
        var templates = new TemplateSet(Theme.Read(typeof(InternalSite).Assembly, "internal", settings.ThemeFolder), site.Address);
        using var buffer = new PageBuffer();
        return PageBuffer.Utf8.GetString(buffer.Rendered(StatsPage.Plan(site), templates).Span);
    }
}
