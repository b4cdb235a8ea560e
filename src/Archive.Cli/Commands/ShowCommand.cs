using System.CommandLine;
using System.CommandLine.Completions;
using Archive.Cli.Reports;
using Archive.Cli.Writing;
using Archive.Incidents;
using Archive.Incidents.Model;
using Archive.Incidents.Pages;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Sites;

namespace Archive.Cli.Commands;

/// <summary><c>archive show</c>: the facts of one postmortem.</summary>
public static class ShowCommand
{
    private enum ShowFormat
    {
        Text,
        Json,
    }

    public static Command Of(Terminal terminal, CommonOptions options)
    {
        var id = new Argument<string>("ID") { HelpName = "ID", Description = "Id of the postmortem, such as INC-031" };
        id.CompletionSources.Add(context => Ids(context, options, terminal));
        var format = CommonOptions.Choice("--format", "How it is printed [default: text]", "a format", ("text", ShowFormat.Text), ("json", ShowFormat.Json));
        var command = new Command("show", "Print the facts of one postmortem.") { id, format, options.Input, options.AsOf };
        command.SetAction(parsed =>
        {
            if (RunSettings.Read(parsed, options, terminal) is not { } settings) return ExitCode.CannotRun;
            // What is sound is enough here; findings are the business of check.
            var archive = ArchiveReader.Read(settings.InputFolder, settings.AsOf, cache: null, new());
            return Print(terminal, settings, archive, parsed.GetRequiredValue(id), parsed.GetValue(format));
        });
        return command;
    }

    private static int Print(Terminal terminal, RunSettings settings, IncidentArchive archive, string id, ShowFormat format)
    {
        if (archive.Postmortems.FirstOrDefault(p => p.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) is not { } postmortem)
            return terminal.CannotRun(WhyNot(settings, archive, id));
        terminal.Output.Write(format switch
        {
            ShowFormat.Text => PostmortemText.Of(postmortem, archive, terminal),
            ShowFormat.Json => Json(settings, postmortem),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        });
        return ExitCode.Clean;
    }

    /// <summary>The very file that the internal site serves, so that there is one shape to learn.</summary>
    private static string Json(RunSettings settings, Postmortem postmortem)
    {
        var request = settings.Request([Audience.Internal]) with { KeepGoing = true };
        var site = ArchiveBuild.Plan(request, new(), new())[0];
        using var buffer = new PageBuffer();
        return PageBuffer.Utf8.GetString(buffer.Rendered(site.Site.ByFile[SitePaths.PostmortemJson(postmortem.Id).File], site.Templates).Span);
    }

    private static string WhyNot(RunSettings settings, IncidentArchive archive, string id)
    {
        if (PostmortemIds.In(settings.InputFolder).Contains(id, StringComparer.OrdinalIgnoreCase))
            return $"{id} has findings that must be mended first: 'archive check --input {settings.Input}' lists them.";
        return DidYouMean.Of(id, archive.Postmortems.Select(p => p.Id)) is { } meant
            ? $"There is no postmortem {id}; did you mean {meant}?"
            : $"There is no postmortem {id}.";
    }

    private static IEnumerable<CompletionItem> Ids(CompletionContext context, CommonOptions options, Terminal terminal) =>
        PostmortemIds.In(terminal.FullPath(context.ParseResult.GetValue(options.Input) ?? "input")).Select(id => new CompletionItem(id));
}
