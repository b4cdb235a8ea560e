using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages;

public sealed record ActionItemsView
{
    public required PageFrame Frame { get; init; }

    /// <summary>How things stand, in a sentence or two.</summary>
    public required string Lead { get; init; }

    public required ImmutableArray<TeamItems> Teams { get; init; }

    public required ImmutableArray<ItemGroup> Groups { get; init; }

    public required LinkView Csv { get; init; }

    public required LinkView Json { get; init; }
}

/// <summary>What a team still owes, in words.</summary>
public sealed record TeamItems(LinkView Team, MarkView State, string Done);

/// <summary>Items in one state.</summary>
/// <param name="Omitted">How many are not shown, in words, or null.</param>
public sealed record ItemGroup(string Heading, string Anchor, string Count, string Lead, ImmutableArray<ItemRow> Rows, string? Omitted);

/// <summary>All action items by state, overdue first. Teams are counted; people are named as owners and never counted.</summary>
public static class ActionItemPage
{
    public static readonly Template<ActionItemsView> Template = new("internal/action-items");

    private const int RowsAtMost = 500;

    public static Page Plan(SitePlan site) =>
        Page.Of(SitePaths.ActionItems, Template, () => View(site)) with { Anchors = ["teams", .. Kinds.Select(k => k.Anchor)] };

    public static ActionItemsView View(SitePlan site) => new()
    {
        Frame = site.Frame("Action items", SiteArea.ActionItems, "What was promised after incidents, and what became of it.", isDestination: true),
        Lead = Lead(site.History.Ledger),
        Teams = Teams(site),
        Groups = [.. Kinds.Select(k => Group(k, site)).Where(g => !g.Rows.IsEmpty)],
        Csv = new("action-items.csv", site.Address.Href(SitePath.OfFile("api/action-items.csv"))),
        Json = new("action-items.json", site.Address.Href(SitePath.OfFile("api/action-items.json"))),
    };

    private sealed record Kind(string Heading, string Anchor, string Lead, Func<LedgerEntry, bool> Holds);

    private static readonly ImmutableArray<Kind> Kinds =
    [
        new("Overdue", "overdue", "Promised, and past the day they were due. The oldest debt first.", e => e.IsOverdue),
        new("Open", "open", "Promised, and not due yet.", e => e.IsOpen && !e.IsOverdue),
        new("Done", "done", "The latest first, with what proves them.", e => e.Item.Status == ItemStatus.Done),
        new("Declined", "declined", "Decided against, with the reason.", e => e.Item.Status == ItemStatus.Declined),
        new("Ideas", "ideas", "Worth keeping. Nobody promised them, so they are not counted anywhere.", e => e.Item.Status == ItemStatus.Idea),
    ];

    private static ItemGroup Group(Kind kind, SitePlan site)
    {
        var entries = site.History.Ledger.Where(kind.Holds).ToList();
        var omitted = entries.Count - RowsAtMost;
        return new(
            kind.Heading,
            kind.Anchor,
            Wording.Number(entries.Count),
            kind.Lead,
            [.. entries.Take(RowsAtMost).Select(e => ItemRow.Of(e, site))],
            omitted > 0 ? $"{Wording.Number(omitted)} more stand in the data below." : null);
    }

    /// <summary>Who owes most comes first.</summary>
    public static ImmutableArray<TeamItems> Teams(SitePlan site) =>
    [
        .. site.History.Ledger
            .Where(e => e.Team is not null && e.Item.IsCommitted)
            .GroupBy(e => Slug.Of(e.Team!)) // filtered in the line above
            .Select(g => (Name: g.First().Team!, Done: g.Count(e => !e.IsOpen), Open: g.Count(e => e.IsOpen), Overdue: g.Count(e => e.IsOverdue))) // the same
            .OrderByDescending(t => t.Overdue)
            .ThenByDescending(t => t.Open)
            .ThenBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => new TeamItems(
                new(t.Name, site.Links.Team(t.Name)),
                t.Overdue > 0 ? new("is-overdue", $"{Wording.Number(t.Overdue)} overdue{(t.Open > t.Overdue ? $", {Wording.Number(t.Open - t.Overdue)} more open" : "")}")
                    : t.Open > 0 ? new("is-open", $"{Wording.Number(t.Open)} open")
                    : new("is-done", "nothing open"),
                $"{Wording.Number(t.Done)} of {Wording.Number(t.Done + t.Open)} done")),
    ];

    /// <summary><c>112 of 130 promised items are done. 18 are open, 7 of them overdue.</c></summary>
    public static string Lead(ImmutableArray<LedgerEntry> ledger)
    {
        var done = ledger.Count(e => e.Item.Status == ItemStatus.Done);
        var open = ledger.Count(e => e.IsOpen);
        var overdue = ledger.Count(e => e.IsOverdue);
        if (done + open == 0) return "No action item is promised yet. They stand in the front matter of postmortems.";
        if (open == 0) return $"All {Wording.Number(done)} promised items are done.";
        return $"{Wording.Number(done)} of {Wording.Number(done + open)} promised items are done. "
            + $"{Wording.Number(open)} {(open == 1 ? "is" : "are")} open, {(overdue == 0 ? "none" : Wording.Number(overdue))} overdue.";
    }
}
