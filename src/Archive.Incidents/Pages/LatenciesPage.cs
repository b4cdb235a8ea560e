using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Digests;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages;

public sealed record LatenciesView
{
    public required PageFrame Frame { get; init; }

    public required string Lead { get; init; }

    /// <summary>What is not counted, and how figures are meant.</summary>
    public required string Note { get; init; }

    /// <summary>The severities whose colours the dots have.</summary>
    public required ImmutableArray<SeverityView> Key { get; init; }

    /// <summary>Empty where there is no incident.</summary>
    public required ImmutableArray<LatencySection> Sections { get; init; }

    public required ImmutableArray<DetectorRow> Detectors { get; init; }

    public required ImmutableArray<CoverageRow> Coverage { get; init; }

    /// <summary>What the dots show, the newest first.</summary>
    public required ImmutableArray<LatencyRow> Incidents { get; init; }

    /// <summary>What to open to see them.</summary>
    public required string IncidentsFold { get; init; }

    /// <summary>How many are not drawn, in words, or null.</summary>
    public required string? Omitted { get; init; }
}

/// <summary>One latency: in a sentence, as dots, and in figures.</summary>
public sealed record LatencySection
{
    public required string Heading { get; init; }

    public required string Anchor { get; init; }

    public required string Definition { get; init; }

    public required string Sentence { get; init; }

    public required string Trend { get; init; }

    /// <summary>Null where none was measured.</summary>
    public required DotFigure? Figure { get; init; }

    public required SpreadTable Severities { get; init; }

    public required SpreadTable Quarters { get; init; }
}

/// <param name="Head">What the rows are.</param>
public sealed record SpreadTable(string Head, ImmutableArray<SpreadRow> Rows);

/// <summary>Figures of some incidents.</summary>
/// <param name="Missing">How many could not be measured; empty for none.</param>
/// <param name="Median">Empty where none was measured, as the rest is.</param>
public sealed record SpreadRow(LinkView Name, string Count, string Missing, string Median, string Range, string Worst, LinkView? WorstOf);

public sealed record DetectorRow(string Who, string Count, string Share, string Median, string Range);

/// <param name="Lacking">Some that do not say it.</param>
/// <param name="More">How many others, in words, or null.</param>
public sealed record CoverageRow(string Time, string Known, string Share, ImmutableArray<LinkView> Lacking, string? More);

/// <param name="Values">One for each latency, in their order; empty where it was not measured.</param>
public sealed record LatencyRow(TimeView Day, string Id, string Title, string Href, SeverityView Severity, ImmutableArray<LatencyCell> Values);

/// <param name="Name">What it is, for rows that are stacked.</param>
public sealed record LatencyCell(string Name, string Value);

/// <summary>How long it took to notice, declare, mitigate, tell and resolve: every figure with its number and its spread, every dot a link.</summary>
public static class LatenciesPage
{
    public static readonly Template<LatenciesView> Template = new("internal/latencies");

    private const int DotsAtMost = 120;
    private const int QuartersAtMost = 12;
    private const int LackingAtMost = 6;

    public static Page Plan(SitePlan site) => Page.Of(SitePaths.Latencies, Template, () => View(site));

    public static LatenciesView View(SitePlan site)
    {
        var latencies = site.History.Latencies;
        var isEmpty = latencies.Incidents.IsEmpty;
        return new()
        {
            Frame = site.Frame("Latencies", SiteArea.Digests, "How long it took to notice, to declare, to mitigate, to tell customers and to resolve."),
            Lead = isEmpty
                ? "No incident is in the archive yet. Here will stand how long it took to notice, declare, mitigate, tell and resolve, from the times in the front matter."
                : $"How long it took to notice, declare, mitigate, tell and resolve: {Wording.Count(latencies.Incidents.Length, "incident")} since {Wording.Day(site.Archive.Policy.DayOf(latencies.Incidents[0].Times.StartedAt))}.",
            Note = NoteOf(latencies),
            Key = [.. latencies.BySeverity.Select(s => SeverityView.Of(s.Severity, site.Links))],
            Sections = isEmpty ? [] : [.. Enum.GetValues<Latency>().Select(l => Section(l, site))],
            Detectors = [.. latencies.ByDetector.Select(d => Detector(d, latencies.Incidents.Length))],
            Coverage = isEmpty ? [] : [.. latencies.Coverage.Select(c => Coverage(c, latencies.Incidents.Length, site))],
            Incidents = [.. latencies.Incidents.Reverse().Take(DotsAtMost).Select(p => Incident(p, site))],
            IncidentsFold = $"{Wording.Sentence(Wording.Count(Math.Min(latencies.Incidents.Length, DotsAtMost), "incident"))}, the newest first",
            Omitted = latencies.Incidents.Length > DotsAtMost ? $"The latest {DotsAtMost} are drawn and listed; the figures are of all." : null,
        };
    }

    private static string NoteOf(Latencies latencies)
    {
        var others = latencies.OfOtherKinds switch
        {
            0 => "",
            1 => " 1 postmortem of another kind, such as a near miss, is not measured.",
            var n => $" {Wording.Number(n)} postmortems of other kinds, such as near misses, are not measured.",
        };
        return $"A time that nobody wrote down is counted as missing, never guessed.{others} "
            + $"Fewer than {Spread.Enough} values have no quartiles and no line: they say nothing about a trend.";
    }

    private static LatencySection Section(Latency latency, SitePlan site)
    {
        var latencies = site.History.Latencies;
        var all = latencies.All[(int)latency];
        var quarters = latencies.ByQuarter.TakeLast(QuartersAtMost).ToList();
        return new()
        {
            Heading = LatencyWords.Name(latency),
            Anchor = LatencyWords.Name(latency).ToLowerInvariant(),
            Definition = LatencyWords.Definition(latency),
            Sentence = $"{LatencyWords.Sentence(all)} {LatencyWords.NotMeasured(all)}".Trim(),
            Trend = LatencyWords.Trend(all, site.History),
            Figure = LatencyFigure.Of(all, [.. latencies.ByQuarter.Select(q => (q.Quarter, q.Figures[(int)latency]))], DotsAtMost, site),
            Severities = new("Severity",
            [
                .. latencies.BySeverity.Select(s => Row(new(s.Severity.Name, site.Links.Severity(s.Severity)), s.Figures[(int)latency], site)),
                Row(new("All", null), all, site),
            ]),
            Quarters = new("Quarter", [.. quarters.Select(q => Row(DigestPages.Named(q.Quarter, site), q.Figures[(int)latency], site))]),
        };
    }

    private static SpreadRow Row(LinkView name, LatencyFigures figures, SitePlan site)
    {
        var missing = figures.Missing + figures.OutOfOrder;
        return new(
            name,
            Wording.Number(figures.Measured.Length),
            missing == 0 ? "" : Wording.Number(missing),
            figures.Spread is { } spread ? Wording.Span(spread.Median) : "",
            figures.Spread is { } known ? LatencyWords.Range(known) : "",
            figures.Worst is { } worst ? Wording.Span(worst.Value) : "",
            figures.Worst is { } of ? new(of.Postmortem.Id, site.Links.Postmortem(of.Postmortem)) : null);
    }

    private static DetectorRow Detector(DetectorFigures figures, int all) => new(
        LatencyWords.By(figures.Detector),
        Wording.Number(figures.Incidents),
        Wording.Percent(figures.Incidents, all),
        figures.Detection.Spread is { } spread ? Wording.Span(spread.Median) : "",
        figures.Detection.Spread is { } known ? LatencyWords.Range(known) : "");

    private static CoverageRow Coverage(TimeCoverage coverage, int all, SitePlan site) => new(
        coverage.Time,
        $"{Wording.Number(coverage.Known)} of {Wording.Number(all)}",
        Wording.Percent(coverage.Known, all),
        [.. coverage.Lacking.Take(LackingAtMost).Select(p => new LinkView(p.Id, site.Links.Postmortem(p)))],
        coverage.Lacking.Length > LackingAtMost ? $"and {Wording.Number(coverage.Lacking.Length - LackingAtMost)} more" : null);

    private static LatencyRow Incident(Postmortem postmortem, SitePlan site) => new(
        TimeView.Of(site.Archive.Policy.DayOf(postmortem.Times.StartedAt)),
        postmortem.Id,
        postmortem.Title,
        site.Links.Postmortem(postmortem),
        SeverityView.Of(postmortem.Severity, site.Links),
        [.. Enum.GetValues<Latency>().Select(l => new LatencyCell(LatencyWords.Name(l), Latencies.Of(l, postmortem.Times) is { Ticks: >= 0 } value ? Wording.Span(value) : ""))]);
}
