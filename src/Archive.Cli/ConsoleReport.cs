using System.Text;
using Archive.Cli.Commands;
using Archive.Cli.Reports;
using Archive.Incidents;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli;

/// <summary>What the console says at the end of a build or a check.</summary>
public static class ConsoleReport
{
    private const long SummaryLimit = 1024 * 1024;

    /// <summary>Writes a report in the format asked for.</summary>
    /// <param name="shown">The lowest level of findings that a text report spells out; those below are only counted.</param>
    /// <param name="whenStopped">What to say where findings stopped the run; null for nothing.</param>
    /// <returns>The exit code.</returns>
    public static int Write(Terminal terminal, RunSettings settings, BuildReport report, FindingLevel shown = FindingLevel.Advice, string? whenStopped = null)
    {
        var source = ReportSource.Of(terminal, settings.InputFolder);
        terminal.Output.Write(settings.Format switch
        {
            ReportFormat.Text => Text(terminal, settings, report, source, shown, whenStopped),
            ReportFormat.Json => JsonReport.Of(report, source, terminal.ShortPath),
            ReportFormat.GitHub => GitHub(terminal, report, source),
            ReportFormat.Sarif => SarifReport.Of(report, source, ArchiveVersion.Number),
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Format, null),
        });
        terminal.Output.Flush();
        return report.Failed ? ExitCode.Findings : ExitCode.Clean;
    }

    private static string Text(Terminal terminal, RunSettings settings, BuildReport report, ReportSource source, FindingLevel shown, string? whenStopped)
    {
        var colours = new Colours(terminal.HasColour);
        var text = new StringBuilder(TextReport.Of([.. report.Findings.Where(f => f.Level >= shown)], source, terminal.Width, colours));
        if (settings.IsQuiet) return text.ToString();
        foreach (var site in report.Sites) text.Append($"{SiteLine(terminal, site)}\n");
        text.Append($"{CountLine(report, colours)}\n");
        if (report is { Failed: true, Sites.IsEmpty: true } && whenStopped is not null) text.Append($"{whenStopped}\n");
        if (NextStep(report, shown) is { } next) text.Append($"{next}\n");
        return text.ToString();
    }

    /// <summary><c>3 errors, 1 warning in 46 postmortems</c></summary>
    private static string CountLine(BuildReport report, Colours colours)
    {
        var tally = Tally.Of(report.Findings);
        var line = $"{tally} in {Tally.Count(report.PostmortemCount, "postmortem", "postmortems")}";
        return report.Findings.IsEmpty ? colours.Good(line) : colours.Strong(line);
    }

    private static string? NextStep(BuildReport report, FindingLevel shown)
    {
        var worst = WorstOf(report);
        if (worst?.Level < shown) return "'archive check' shows the findings; 'archive serve' shows the sites in a browser.";
        if (worst is not null) return $"'archive explain {worst.Code}' says why it matters and shows an example.";
        return report.Sites.IsEmpty ? null : "'archive serve' shows them in a browser.";
    }

    private static Diagnostic? WorstOf(BuildReport report) => report.Findings.OrderByDescending(f => f.Level).FirstOrDefault();

    private static string SiteLine(Terminal terminal, WrittenSite site) =>
        $"{AudienceName.Of(site.Audience),-8}  {terminal.ShortPath(site.Folder)}  {Tally.Count(site.Files, "file", "files")}, {Size(site.Bytes)}";

    private static string Size(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} bytes",
        < 1_000_000 => $"{bytes / 1000.0:0.#} kB",
        _ => $"{bytes / 1_000_000.0:N1} MB",
    };

    private static string GitHub(Terminal terminal, BuildReport report, ReportSource source)
    {
        var (log, summary) = GitHubReport.Of(report.Findings, source);
        if (summary is not null && terminal.StepSummaryFile is { } file)
        {
            var used = File.Exists(file) ? new FileInfo(file).Length : 0;
            File.AppendAllText(file, GitHubReport.Fit(summary, SummaryLimit - used));
        }
        return $"{log}{CountLine(report, new(AreOn: false))}\n";
    }
}
