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

    public required string Heading { get; init; }

    public required LinkView? Up { get; init; }

    /// <summary>How things stand, in a sentence or two.</summary>
    public required string Lead { get; init; }

    /// <summary>What completion is counted from, and what is left out of it.</summary>
    public required string Note { get; init; }

    public required ImmutableArray<FactView> Facts { get; init; }

    public required ImmutableArray<TeamItems> Teams { get; init; }

    /// <summary>What nobody answers for in time; null where the page is not about that.</summary>
    public required DebtView? Debt { get; init; }

    public required CohortsView? Cohorts { get; init; }

    public required ImmutableArray<TeamItems> Services { get; init; }

    public required ImmutableArray<ItemGroup> Groups { get; init; }

    public required LinkView Csv { get; init; }

    public required LinkView Json { get; init; }
}

/// <summary>Items in one state.</summary>
/// <param name="Fold">What to open to see the rows of what is settled; null where they stand open.</param>
/// <param name="Omitted">How many are not shown, in words, or null.</param>
public sealed record ItemGroup(string Heading, string Anchor, string Count, string Lead, string? Fold, ImmutableArray<ItemRow> Rows, string? Omitted);

/// <summary>The ledger of action items by state, overdue first: all of it, and a page for each team, service and month of resolution. Teams are counted; people are named as owners and never counted.</summary>
public static class ActionItemPages
{
    public static readonly Template<ActionItemsView> Template = new("internal/action-items");

    private const int RowsAtMost = 200;

    /// <summary>Of what is done, declined or an idea, where all items stand on one page: it is about what is left to do.</summary>
    private const int SettledAtMost = 40;

    /// <summary>More settled items than these are folded.</summary>
    private const int UnfoldedAtMost = 12;

    public static IEnumerable<Page> Plan(SitePlan site)
    {
        var ledger = site.History.Ledger;
        var up = new LinkView("Action items", site.Address.Href(SitePaths.ActionItems));
        return
        [
            Page.Of(SitePaths.ActionItems, Template, () => Whole(site)) with { Anchors = ["teams", "debt", "completion", "services", .. Kinds.Select(k => k.Anchor)] },
            .. ledger.Where(e => e.Team is not null)
                .GroupBy(e => Slug.Of(e.Team!)) // filtered in the line above
                .Select(g => OfTeam(g.First().Team!, up, [.. g], site)), // the same
            .. site.Archive.Services
                .Select(s => (Service: s, Entries: ItemTables.OfService(s, site)))
                .Where(s => !s.Entries.IsEmpty)
                .Select(s => Part(SitePaths.ServiceItems(s.Service), $"Action items about {s.Service.Name}", up, s.Entries, site)),
            .. site.History.Cohorts.Select(c => Part(SitePaths.CohortItems(c.Month), $"Action items of incidents resolved in {Wording.MonthName(c.Month)}", up, c.Entries, site)),
        ];
    }

    public static ActionItemsView Whole(SitePlan site) =>
        View("Action items", null, site.History.Ledger, SettledAtMost, site) with
        {
            Frame = site.Frame("Action items", SiteArea.ActionItems, "What was promised after incidents, and what became of it.", isDestination: true),
            Teams = ItemTables.Teams(site),
            Debt = site.Archive.Postmortems.IsEmpty ? null : DebtView.Of(site),
            Cohorts = CohortsView.Of(site),
            Services = ItemTables.Services(site),
        };

    private static Page OfTeam(string team, LinkView up, ImmutableArray<LedgerEntry> entries, SitePlan site)
    {
        var heading = $"Action items of team {team}";
        return Part(SitePaths.TeamItems(team), () => View(heading, up, entries, RowsAtMost, site) with { Debt = DebtView.OfTeam(team, site) });
    }

    private static Page Part(SitePath path, string heading, LinkView up, ImmutableArray<LedgerEntry> entries, SitePlan site) =>
        Part(path, () => View(heading, up, entries, RowsAtMost, site));

    private static Page Part(SitePath path, Func<ActionItemsView> view) => Page.Of(path, Template, view) with { Anchors = [.. Kinds.Select(k => k.Anchor)] };

    private static ActionItemsView View(string heading, LinkView? up, ImmutableArray<LedgerEntry> entries, int settledAtMost, SitePlan site) => new()
    {
        Frame = site.Frame(heading, SiteArea.ActionItems),
        Heading = heading,
        Up = up,
        Lead = Lead(entries),
        Note = Note(entries),
        Facts = [.. Facts(LedgerFigures.Of(entries, site.History.Today), site.Archive.Policy)],
        Teams = [],
        Debt = null,
        Cohorts = null,
        Services = [],
        Groups = [.. Kinds.Select(k => Group(k, entries, k.IsSettled ? settledAtMost : RowsAtMost, site)).Where(g => !g.Rows.IsEmpty)],
        Csv = new("action-items.csv", site.Address.Href(SitePath.OfFile("api/action-items.csv"))),
        Json = new("action-items.json", site.Address.Href(SitePath.OfFile("api/action-items.json"))),
    };

    private sealed record Kind(string Heading, string Anchor, string Lead, LedgerState State)
    {
        public bool IsSettled => State is LedgerState.Verified or LedgerState.Declined or LedgerState.Idea;
    }

    private static readonly ImmutableArray<Kind> Kinds =
    [
        new("Overdue", "overdue", "Promised, and past the day they were due. The oldest debt first.", LedgerState.Overdue),
        new("Open", "open", "Promised, and not due yet.", LedgerState.Open),
        new("Done, unproved", "unproved", "Said to be done, without the evidence that their type leaves: a commit, a file, a test. Until it is written down, their postmortem is not closed.", LedgerState.Unproved),
        new("Done", "done", "The latest first, with what proves them.", LedgerState.Verified),
        new("Declined", "declined", "Decided against, with the reason.", LedgerState.Declined),
        new("Ideas", "ideas", "Worth keeping. Nobody promised them, so they are not counted anywhere.", LedgerState.Idea),
    ];

    private static ItemGroup Group(Kind kind, ImmutableArray<LedgerEntry> ledger, int atMost, SitePlan site)
    {
        var entries = ledger.Where(e => e.State == kind.State).ToList();
        var omitted = entries.Count - atMost;
        return new(
            kind.Heading,
            kind.Anchor,
            Wording.Number(entries.Count),
            kind.Lead,
            !kind.IsSettled || entries.Count <= UnfoldedAtMost ? null : omitted > 0 ? $"Show {Wording.Number(atMost)} of them" : "Show all of them",
            [.. entries.Take(atMost).Select(e => ItemRow.Of(e, site))],
            omitted > 0 ? $"{Wording.Number(omitted)} more stand in the data below, and on the pages by team, service and month." : null);
    }

    /// <summary><c>112 of 130 promised items are done. 18 are open, 7 of them overdue.</c></summary>
    public static string Lead(ImmutableArray<LedgerEntry> ledger)
    {
        var done = ledger.Count(e => e.IsDone);
        var open = ledger.Count(e => e.IsOpen);
        var overdue = ledger.Count(e => e.IsOverdue);
        if (done + open == 0) return "No action item is promised yet. They stand in the front matter of postmortems, or in a table of their body.";
        if (open == 0) return $"All {Wording.Number(done)} promised items are done.";
        return $"{Wording.Number(done)} of {Wording.Number(done + open)} promised items are done. "
            + $"{Wording.Number(open)} {(open == 1 ? "is" : "are")} open, {(overdue == 0 ? "none" : Wording.Number(overdue))} overdue.";
    }

    private static string Note(ImmutableArray<LedgerEntry> entries)
    {
        if (entries.IsEmpty) return "";
        var unresolved = entries.Count(e => e is { IsCommitted: true, ResolvedOn: null });
        var (declined, ideas) = (entries.Count(e => e.State == LedgerState.Declined), entries.Count(e => e.State == LedgerState.Idea));
        return "Completion is counted from the day an incident was resolved, over the items whose 30 or 90 days are over."
            + (unresolved == 0 ? "" : $" {Wording.Sentence(Wording.Count(unresolved, "item"))} of incidents that are not resolved {(unresolved == 1 ? "is" : "are")} not in it.")
            + (declined + ideas == 0 ? "" : $" {Wording.Sentence(Wording.List([.. Parts(declined, ideas)]))} {(declined + ideas == 1 ? "is" : "are")} not counted.");

        static IEnumerable<string> Parts(int declined, int ideas)
        {
            if (declined > 0) yield return Wording.Count(declined, "declined item");
            if (ideas > 0) yield return Wording.Count(ideas, "idea");
        }
    }

    private static IEnumerable<FactView> Facts(LedgerFigures figures, Policy policy)
    {
        if (figures.Committed == 0) yield break;
        yield return FactView.Of("Done within 30 days", ItemTables.Share(figures.At30Days), ItemTables.Against(figures.At30Days, policy.CompletionAt30Days));
        yield return FactView.Of("Done within 90 days", ItemTables.Share(figures.At90Days), ItemTables.Against(figures.At90Days, policy.CompletionAt90Days));
        yield return FactView.Of("Done and proved", $"{Wording.Number(figures.Verified)} of {Wording.Number(figures.Committed)}", figures.Unproved == 0 ? null : $"{Wording.Number(figures.Unproved)} more said to be done");
    }
}
