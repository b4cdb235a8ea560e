using System.CommandLine;
using System.CommandLine.Parsing;
using Archive.Incidents;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages;
using Archive.Incidents.Pages.Digests;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Cli.Commands;

/// <summary><c>archive digest</c>: what happened in a month, a quarter or a year, to read, to mail or to keep.</summary>
public static class DigestCommand
{
    private enum DigestFormat
    {
        Markdown,
        Html,
        Mail,
        Json,
    }

    public static Command Of(Terminal terminal, CommonOptions options)
    {
        var period = new Option<Period?>("--period")
        {
            HelpName = "PERIOD",
            Description = "A month like 2026-09, a quarter like 2026-Q3 or a year like 2026 [default: the last quarter that is over]",
            CustomParser = ReadPeriod,
        };
        period.CompletionSources.Add(context =>
        {
            var folder = terminal.FullPath(context.ParseResult.GetValue(options.Input) ?? "input");
            return Directory.Exists(folder) ? PlanOf(ArchiveReader.Read(folder, terminal.Today, cache: null, new())).Digests.Periods.Select(p => new System.CommandLine.Completions.CompletionItem(p.Name)) : [];
        });
        var format = CommonOptions.Choice(
            "--format", "How it is printed [default: md]", "a format", ("html", DigestFormat.Html), ("md", DigestFormat.Markdown), ("eml", DigestFormat.Mail), ("json", DigestFormat.Json));
        var command = new Command("digest", "Print what happened in a period: counts, medians, serious incidents, what came back, what to decide.")
        {
            period, format, options.Input, options.Theme, options.AsOf,
        };
        command.SetAction(parsed =>
        {
            if (RunSettings.Read(parsed, options, terminal) is not { } settings) return ExitCode.CannotRun;
            var archive = ArchiveReader.Read(settings.InputFolder, settings.AsOf, cache: null, new());
            StatsCommand.SayWhatIsLeftOut(terminal, settings, archive);
            return Print(terminal, settings, PlanOf(archive), parsed.GetValue(period), parsed.GetResult(format) is null ? DigestFormat.Markdown : parsed.GetValue(format));
        });
        return command;
    }

    private static SitePlan PlanOf(IncidentArchive archive) => SitePlan.Of(archive, new(archive.Settings.Url));

    private static int Print(Terminal terminal, RunSettings settings, SitePlan site, Period? asked, DigestFormat format)
    {
        if (site.Digests.Periods.IsEmpty) return terminal.CannotRun("There is no incident in the archive yet, so there is no digest.");
        var period = asked ?? LastQuarter(site);
        if (!site.Digests.Has(period)) return terminal.CannotRun(WhyNot(period, site));
        // the very files of the site, so that a figure is the same wherever it is read
        var page = format switch
        {
            DigestFormat.Markdown => DigestMarkdown.Plan(period, site),
            DigestFormat.Html => DigestMail.Standalone(period, site),
            DigestFormat.Mail => DigestMail.Plan(period, site),
            DigestFormat.Json => DigestPages.PlanJson(period, site),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };
        var templates = new TemplateSet(Theme.Read(typeof(InternalSite).Assembly, "internal", settings.ThemeFolder), site.Address);
        using var buffer = new PageBuffer();
        terminal.Output.Write(PageBuffer.Utf8.GetString(buffer.Rendered(page, templates).Span));
        return ExitCode.Clean;
    }

    private static Period LastQuarter(SitePlan site)
    {
        var running = Period.QuarterOf(site.History.Today);
        return site.Digests.Has(running.Previous) ? running.Previous : running;
    }

    private static string WhyNot(Period period, SitePlan site)
    {
        var same = site.Digests.Periods.Where(p => p.Kind == period.Kind).ToList();
        var why = period.First > site.History.Today ? "it has not begun" : "nothing is in the archive from then";
        return $"There is no digest of {period.Name}: {why}. Write a period from {same[^1].Name} to {same[0].Name}.";
    }

    private static Period? ReadPeriod(ArgumentResult result)
    {
        var written = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (Period.Read(written) is { } period) return period;
        result.AddError($"'{written}' is not a period: write a month like 2026-09, a quarter like 2026-Q3 or a year like 2026");
        return null;
    }
}
