using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.History.Digests;
using Archive.Incidents.Pages.Data;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages.Digests;

/// <summary>A digest as a page of the site.</summary>
public sealed record DigestPageView
{
    public required PageFrame Frame { get; init; }

    public required LinkView Up { get; init; }

    public required DigestView Digest { get; init; }

    public required LinkView? Previous { get; init; }

    public required LinkView? Next { get; init; }

    /// <summary>The digests of the months or quarters within, and of what it lies within.</summary>
    public required ImmutableArray<LinkView> Around { get; init; }

    public required LinkView Mail { get; init; }

    public required LinkView Markdown { get; init; }

    public required LinkView Json { get; init; }
}

/// <summary>All digests as a list.</summary>
public sealed record DigestListView
{
    public required PageFrame Frame { get; init; }

    public required string Lead { get; init; }

    public required ImmutableArray<DigestYear> Years { get; init; }

    public required LinkView Feed { get; init; }

    public required LinkView Latencies { get; init; }

    public required LinkView Deadlines { get; init; }

    public required LinkView Stats { get; init; }
}

/// <param name="Rows">The year, its quarters and months, the latest first, each quarter before its months.</param>
public sealed record DigestYear(string Year, string Anchor, ImmutableArray<DigestRow> Rows);

/// <param name="Css">What it is, for its weight in the list.</param>
public sealed record DigestRow(string Css, LinkView Name, string Incidents, string Serious, string Repeats, string Detection, string Overdue, string State);

/// <summary>A digest of every month, quarter and year: as a page, as a mail, as Markdown and as data; a list of them, and a feed of those that are over.</summary>
public static class DigestPages
{
    public static readonly Template<DigestPageView> Template = new("internal/digest");

    public static readonly Template<DigestListView> ListTemplate = new("internal/digests");

    public static IEnumerable<Page> Plan(SitePlan site) =>
    [
        Page.Of(SitePaths.Digests, ListTemplate, () => List(site)),
        DigestFeed.Plan(site),
        .. site.Digests.Periods.SelectMany(p => Plan(p, site)),
    ];

    private static IEnumerable<Page> Plan(Period period, SitePlan site) =>
    [
        Page.Of(SitePaths.Digest(period), Template, () => View(site.Digests.Of(period), site)),
        DigestMail.Plan(period, site),
        DigestMarkdown.Plan(period, site),
        PlanJson(period, site),
    ];

    public static Page PlanJson(Period period, SitePlan site) =>
        Page.OfJson(SitePaths.DigestJson(period), () => DigestRecord.Of(site.Digests.Of(period), site), static () => ArchiveJson.Readable.DigestRecord);

    public static DigestPageView View(Digest digest, SitePlan site)
    {
        var period = digest.Period;
        return new()
        {
            Frame = site.Frame($"Digest of {period.Title}", SiteArea.Digests, DigestWords.Headline(digest)),
            Up = new("Digests", site.Address.Href(SitePaths.Digests)),
            Digest = DigestView.Of(digest, site, DigestLinks.OnSite(site)),
            Previous = Link(period.Previous, site),
            Next = Link(period.Next, site),
            Around = [.. site.Digests.Periods.Where(p => p != period && IsAround(p, period)).OrderByDescending(p => p.Kind).ThenBy(p => p.First).Select(p => new LinkView(p.Title, site.Address.Href(SitePaths.Digest(p))))],
            Mail = new("mail", site.Address.Href(SitePaths.DigestFile(period, "eml"))),
            Markdown = new("Markdown", site.Address.Href(SitePaths.DigestFile(period, "md"))),
            Json = new("JSON", site.Address.Href(SitePaths.DigestJson(period))),
        };
    }

    public static DigestListView List(SitePlan site) => new()
    {
        Frame = site.Frame("Digests", SiteArea.Digests, "What happened in each month, quarter and year.", isDestination: true),
        Lead = site.Digests.Periods.IsEmpty
            ? "No incident is in the archive yet. A digest of each month, quarter and year will stand here from the first one on."
            : "What happened in each year, quarter and month, whether it comes back, and whether fixes ship. One page each, to print or to mail.",
        Years = [.. site.Digests.Periods.GroupBy(p => p.Year).OrderByDescending(g => g.Key).Select(g => Year([.. g], site))],
        Feed = new("Feed of digests", site.Address.Href(SitePaths.DigestFeed)),
        Latencies = new("Latencies", site.Address.Href(SitePaths.Latencies)),
        Deadlines = new("Deadlines", site.Address.Href(SitePaths.Deadlines)),
        Stats = new("stats.json", site.Address.Href(SitePaths.Stats)),
    };

    private static DigestYear Year(ImmutableArray<Period> periods, SitePlan site)
    {
        var year = periods.Single(p => p.Kind == PeriodKind.Year);
        return new(year.Name, $"y{year.Name}", [.. periods.OrderBy(p => p.Kind == PeriodKind.Year ? 0 : 1).ThenByDescending(QuarterOf).ThenByDescending(p => p.Kind).ThenByDescending(p => p.Number).Select(p => Row(p, site))]);
    }

    private static int QuarterOf(Period period) => Period.QuarterOf(period.First).Number;

    private static DigestRow Row(Period period, SitePlan site)
    {
        var digest = site.Digests.Of(period);
        var now = digest.Now;
        return new(
            period.Kind switch { PeriodKind.Year => "year", PeriodKind.Quarter => "quarter", PeriodKind.Month => "month" },
            new(period.Kind == PeriodKind.Year ? "The year" : period.Title, site.Address.Href(SitePaths.Digest(period))),
            Count(now.Incidents.Length),
            Count(now.Serious.Length),
            Count(now.Repeats.Length),
            now.Latencies[(int)Latency.Detection].Spread is { } spread ? $"{Wording.Span(spread.Median)} (of {spread.Count})" : "",
            Count(now.Overdue),
            now.IsQuiet ? "quiet" : digest.IsOver ? "" : "not over"); // what lasts may still change
    }

    private static string Count(int number) => number == 0 ? "" : Wording.Number(number);

    private static LinkView? Link(Period period, SitePlan site) => Named(period, site) is { Href: not null } link ? link : null;

    /// <summary>A period by its title, with its digest behind it where there is one.</summary>
    public static LinkView Named(Period period, SitePlan site) =>
        new(period.Title, site.Digests.Has(period) ? site.Address.Href(SitePaths.Digest(period)) : null);

    /// <summary>The parts of a period one step smaller, and all that it lies in.</summary>
    private static bool IsAround(Period other, Period period) =>
        other.Kind < period.Kind ? period.Contains(other.First) && other.Kind == period.Kind - 1 : other.Kind > period.Kind && other.Contains(period.First);
}
