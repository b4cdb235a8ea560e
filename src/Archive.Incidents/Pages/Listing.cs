using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages;

/// <summary>What distinguishes one list of postmortems from another.</summary>
public sealed record Listing
{
    public required SitePath Path { get; init; }

    public required string Heading { get; init; }

    public required SiteArea Area { get; init; }

    /// <summary>What it is listed under: <c>Severity</c>.</summary>
    public LinkView? Up { get; init; }

    /// <summary>What stands above the counts, or null.</summary>
    public string? Description { get; init; }

    public ImmutableArray<FactView> Facts { get; init; } = [];

    /// <summary>In order of time.</summary>
    public required ImmutableArray<Postmortem> Postmortems { get; init; }

    /// <summary>Other lists of the same kind.</summary>
    public ImmutableArray<Sibling> Siblings { get; init; } = [];

    /// <summary>Most rows shown; the years' pages show all.</summary>
    public int AtMost { get; init; } = 500;

    /// <summary>Most open items shown above the list; the rest stand in all action items.</summary>
    public int OpenItemsAtMost { get; init; } = 6;

    /// <summary>What to say where there is nothing to list.</summary>
    public string EmptyWords { get; init; } = "No postmortem stands here yet.";

    /// <summary>The same as data, or null.</summary>
    public LinkView? Data { get; init; }
}

/// <summary>Another list of the same kind; a null address is the one that is shown.</summary>
public sealed record Sibling(string Text, string? Href, string Count);

public sealed record ListingView
{
    public required PageFrame Frame { get; init; }

    public required string Heading { get; init; }

    public required LinkView? Up { get; init; }

    public required string? Description { get; init; }

    /// <summary>The counts, in a sentence or two.</summary>
    public required string Counts { get; init; }

    public required ImmutableArray<FactView> Facts { get; init; }

    public required ImmutableArray<Sibling> Siblings { get; init; }

    public required ImmutableArray<ItemRow> OpenItems { get; init; }

    /// <summary>How many open items are not shown, in words, or null.</summary>
    public required string? MoreOpenItems { get; init; }

    public required string ActionItemsHref { get; init; }

    public required ImmutableArray<YearOfRows> Years { get; init; }

    /// <summary>How many are not shown, in words, or null; followed by links to the years.</summary>
    public required string? Omitted { get; init; }

    public required ImmutableArray<LinkView> AllYears { get; init; }

    public required string EmptyWords { get; init; }

    public required LinkView? Data { get; init; }
}

/// <summary>The rows of one year, the newest first.</summary>
public sealed record YearOfRows(string Year, string Anchor, string Count, ImmutableArray<PostmortemRow> Rows);

/// <summary>A list of postmortems, newest first, with its counts and what is open there.</summary>
public static class ListingPage
{
    public static readonly Template<ListingView> Template = new("internal/listing");

    public static Page Plan(Listing listing, SitePlan site) =>
        Page.Of(listing.Path, Template, () => View(listing, site)).WithAnchors(() => [.. AnchorsOf(listing, site)]);

    public static IEnumerable<string> AnchorsOf(Listing listing, SitePlan site) =>
        ["open", .. listing.Postmortems.Select(p => IncidentHistory.YearOf(p, site.Archive.Policy)).Distinct().Select(y => $"y{y}")];

    public static ListingView View(Listing listing, SitePlan site)
    {
        var open = ActionLedger.OpenOf(listing.Postmortems, site.Archive, listing.OpenItemsAtMost);
        var shown = listing.Postmortems.Reverse().Take(listing.AtMost).ToList();
        return new()
        {
            Frame = site.Frame(listing.Heading, listing.Area, listing.Description, isDestination: listing.Up is null),
            Heading = listing.Heading,
            Up = listing.Up,
            Description = listing.Description,
            Counts = Counts(listing.Postmortems, open, site.Archive),
            Facts = listing.Facts,
            Siblings = listing.Siblings,
            OpenItems = [.. open.First.Select(e => ItemRow.Of(e, site))],
            MoreOpenItems = open.Count > listing.OpenItemsAtMost ? $"{Wording.Number(open.Count - listing.OpenItemsAtMost)} more" : null,
            ActionItemsHref = site.Address.Href(SitePaths.ActionItems),
            Years = [.. shown.GroupBy(p => IncidentHistory.YearOf(p, site.Archive.Policy)).Select(g => Year(g.Key, [.. g], site))],
            Omitted = listing.Postmortems.Length > shown.Count
                ? $"{Wording.Number(listing.Postmortems.Length - shown.Count)} older ones are not in this list. All of them, by year:"
                : null,
            AllYears = listing.Postmortems.Length > shown.Count ? YearPages.Links(site) : [],
            EmptyWords = listing.EmptyWords,
            Data = listing.Data,
        };
    }

    /// <summary><c>7 postmortems since 19 Nov 2024, 3 of them in the past 12 months. 4 action items are open, 2 of them overdue.</c></summary>
    public static string Counts(ImmutableArray<Postmortem> postmortems, OpenItems open, IncidentArchive archive)
    {
        if (postmortems.IsEmpty) return "";
        var first = archive.Policy.DayOf(postmortems[0].Times.StartedAt);
        var recent = InPastYear(postmortems, archive);
        var written = postmortems.Length == 1
            ? $"1 postmortem, of {Wording.Day(first)}."
            : $"{Wording.Count(postmortems.Length, "postmortem")} since {Wording.Day(first)}, {(recent == 0 ? "none" : Wording.Number(recent))} of them in the past 12 months.";
        return $"{written} {OpenWords(open)}";
    }

    /// <summary>How many began within a year before today.</summary>
    public static int InPastYear(ImmutableArray<Postmortem> postmortems, IncidentArchive archive)
    {
        var since = archive.AsOf.AddYears(-1);
        return postmortems.Count(p => archive.Policy.DayOf(p.Times.StartedAt) >= since);
    }

    /// <summary><c>4 action items are open, 2 of them overdue.</c></summary>
    public static string OpenWords(OpenItems open) => open switch
    {
        { Count: 0 } => "No action item is open.",
        { Count: 1, Overdue: 1 } => "1 action item is open, and overdue.",
        { Count: 1 } => "1 action item is open.",
        { Overdue: 0 } => $"{Wording.Number(open.Count)} action items are open, none overdue.",
        _ => $"{Wording.Number(open.Count)} action items are open, {Wording.Number(open.Overdue)} of them overdue.",
    };

    private static YearOfRows Year(string year, ImmutableArray<Postmortem> postmortems, SitePlan site) =>
        new(year, $"y{year}", Wording.Number(postmortems.Length), [.. postmortems.Select(p => PostmortemRow.Of(p, site))]);
}
