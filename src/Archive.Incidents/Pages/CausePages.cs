using System.Collections.Immutable;
using System.Globalization;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages;

public sealed record CausesView
{
    public required PageFrame Frame { get; init; }

    public required LinkView Up { get; init; }

    public required string Lead { get; init; }

    public required BarTable? States { get; init; }

    public required BarTable? Layers { get; init; }

    public required string LayersLead { get; init; }

    public required HeatFigure? Chain { get; init; }

    public required string ChainLead { get; init; }

    public required ImmutableArray<CauseGroup> Groups { get; init; }
}

/// <summary>Causes in one state.</summary>
/// <param name="Rows">Empty where they stand in folds.</param>
/// <param name="Folds">By failure class, to be opened one by one; empty where the rows are few, or are still to be answered.</param>
/// <param name="Omitted">How many are not shown, in words, or null.</param>
public sealed record CauseGroup(string Heading, string Anchor, string Count, string Lead, ImmutableArray<CauseLine> Rows, ImmutableArray<CauseFold> Folds, string? Omitted);

/// <summary>The causes of one failure class.</summary>
public sealed record CauseFold(string Name, string Count, ImmutableArray<CauseLine> Rows);

/// <summary>A cause as a row of the archive's list.</summary>
/// <param name="Why">Why it was accepted, or null.</param>
public sealed record CauseLine(string Text, string Href, LinkView Postmortem, LinkView? FailureClass, string Kind, LinkView? Layer, string? Why);

/// <summary>All causes of the archive by what is done about them, where they lie, and a list for each layer and label.</summary>
public static class CausePages
{
    public static readonly Template<CausesView> Template = new("internal/causes");

    private const int RowsAtMost = 100;

    /// <summary>More settled causes than these are folded: one looks for a class among them, and reads them never.</summary>
    private const int UnfoldedAtMost = 30;

    private sealed record Kind(string Heading, string Anchor, string Lead, CauseState State)
    {
        public bool IsSettled => State is CauseState.Accepted or CauseState.Repaired;
    }

    private static readonly ImmutableArray<Kind> Kinds =
    [
        new("Nothing addresses them", "unaddressed", "No promised item addresses these, and nobody accepted them: they are still there.", CauseState.Unaddressed),
        new("Promised", "promised", "An item that addresses these is open: they are still there.", CauseState.Promised),
        new("Accepted", "accepted", "Somebody decided to live with these, or declined the item that would address them.", CauseState.Accepted),
        new("Repaired", "repaired", "Every promised item that addresses these is done.", CauseState.Repaired),
    ];

    public static IEnumerable<Page> Plan(SitePlan site) =>
    [
        Page.Of(SitePaths.Causes, Template, () => View(site)) with { Anchors = ["layers", "chain", .. Kinds.Select(k => k.Anchor)] },
        .. Layers(site).Select(l => List(SitePaths.Layer(l.Layer), $"Causes in the layer {Wording.Plain(l.Layer)}", l.Postmortems, site)),
        .. ChainCells(site).Select(c => List(SitePaths.ChainCell(c.Level, c.Label), $"{Wording.Sentence(Wording.Plain(c.Level))}, {Wording.Plain(c.Label)}", c.Postmortems, site)),
    ];

    public static CausesView View(SitePlan site)
    {
        var causes = site.History.Causes;
        return new()
        {
            Frame = site.Frame("Causes", SiteArea.Recurrence, "Why things fail here, and what is done about it."),
            Up = new("Recurrence", site.Address.Href(SitePaths.Recurrence)),
            Lead = Lead(causes),
            States = causes.IsEmpty ? null : States(causes),
            Layers = LayerBars(site),
            LayersLead = $"Where the lesson has to be built in. {Wording.Sentence(Wording.Count(causes.Count(c => c.Cause.Layer is null), "cause"))} {(causes.Count(c => c.Cause.Layer is null) == 1 ? "names" : "name")} no layer.",
            Chain = Chain(site),
            ChainLead = ChainLead(site),
            Groups = [.. Kinds.Select(k => Group(k, site)).Where(g => !g.Rows.IsEmpty || !g.Folds.IsEmpty)],
        };
    }

    /// <summary><c>130 causes in 40 postmortems: 61 roots and 69 contributing factors. 3 are addressed by nothing and accepted by nobody.</c></summary>
    private static string Lead(ImmutableArray<CauseEntry> causes)
    {
        if (causes.IsEmpty) return "No cause is written down yet. They stand in the front matter of postmortems, each with the items that address it.";
        var roots = causes.Count(c => c.Cause.Kind == CauseKind.Root);
        var unaddressed = causes.Count(c => c.State == CauseState.Unaddressed);
        return $"{Wording.Count(causes.Length, "cause")} in {Wording.Count(causes.DistinctBy(c => c.Postmortem.Id).Count(), "postmortem")}: {Wording.Count(roots, "root")} and {Wording.Count(causes.Length - roots, "contributing factor")}. "
            + (unaddressed == 0 ? "Each is addressed by an item, or accepted with a reason." : $"{Wording.Number(unaddressed)} {(unaddressed == 1 ? "is" : "are")} addressed by nothing and accepted by nobody.");
    }

    private static BarTable? States(ImmutableArray<CauseEntry> causes) => BarTable.Of("What is done about causes",
    [
        .. Kinds.Select(k => (Kind: k, Count: causes.Count(c => c.State == k.State)))
            .Select(k => (new LinkView(k.Kind.Heading, k.Count == 0 ? null : $"#{k.Kind.Anchor}"), (decimal)k.Count, Wording.Number(k.Count), (string?)null)),
    ]);

    private static BarTable? LayerBars(SitePlan site) => BarTable.Of("Causes by layer",
    [
        .. Layers(site).Select(l => (
            new LinkView(Wording.Sentence(Wording.Plain(l.Layer)), site.Address.Href(SitePaths.Layer(l.Layer))),
            (decimal)l.Causes,
            Wording.Number(l.Causes),
            (string?)$"in {Wording.Count(l.Postmortems.Length, "postmortem")}")),
    ]);

    /// <summary>The layer with most causes first.</summary>
    private static ImmutableArray<(string Layer, int Causes, ImmutableArray<Postmortem> Postmortems)> Layers(SitePlan site) =>
    [
        .. site.History.Causes
            .Where(c => c.Cause.Layer is not null)
            .GroupBy(c => c.Cause.Layer!, StringComparer.Ordinal) // filtered in the line above
            .Select(g => (g.Key, g.Count(), InTime(g.Select(c => c.Postmortem))))
            .OrderByDescending(l => l.Item2)
            .ThenBy(l => l.Key, StringComparer.Ordinal),
    ];

    private static ImmutableArray<(string Level, string Label, ImmutableArray<Postmortem> Postmortems)> ChainCells(SitePlan site) =>
    [
        .. site.Archive.Postmortems
            .Where(p => p is { ChainLevel: not null, ChainLabel: not null })
            .GroupBy(p => (Level: p.ChainLevel!, Label: p.ChainLabel!)) // filtered in the line above
            .Select(g => (g.Key.Level, g.Key.Label, InTime(g))),
    ];

    private static ImmutableArray<Postmortem> InTime(IEnumerable<Postmortem> postmortems) =>
        [.. postmortems.Distinct<Postmortem>(ReferenceEqualityComparer.Instance).Order(IncidentHistory.InTime)];

    private static HeatFigure? Chain(SitePlan site)
    {
        var cells = ChainCells(site);
        ImmutableArray<string> levels = [.. site.Archive.Policy.ChainLevels.Where(l => cells.Any(c => c.Level == l))];
        ImmutableArray<string> labels = [.. site.Archive.Policy.ChainLabels.Where(l => cells.Any(c => c.Label == l))];
        return HeatFigure.Of(
            new("Chain levels and labels", "A cell for each level of the chain and the way in which it broke; its number is how many postmortems name both.", "Chain level", IsOverTime: false),
            [.. levels.Select(l => new LinkView(Wording.Sentence(Wording.Plain(l)), site.Address.Href(SitePaths.ChainLevel(l))))],
            [.. labels.Select(l => new LinkView(Wording.Plain(l), null))],
            [
                .. cells.Where(c => levels.Contains(c.Level) && labels.Contains(c.Label)).Select(c => new HeatPoint(
                    levels.IndexOf(c.Level),
                    labels.IndexOf(c.Label),
                    c.Postmortems.Length,
                    c.Postmortems.Length.ToString(CultureInfo.InvariantCulture),
                    $"{Wording.Sentence(Wording.Plain(c.Level))}, {Wording.Plain(c.Label)}: {Wording.Count(c.Postmortems.Length, "postmortem")}",
                    site.Address.Href(SitePaths.ChainCell(c.Level, c.Label)))),
            ],
            new() { LabelWidth = 110, HeadHeight = 26, CellWidth = 148, CellHeight = 32 });
    }

    private static string ChainLead(SitePlan site)
    {
        var all = site.Archive.Postmortems;
        var without = all.Count(p => p.ChainLevel is null || p.ChainLabel is null);
        var most = ChainCells(site).OrderByDescending(c => c.Postmortems.Length).ThenBy(c => c.Level, StringComparer.Ordinal).ThenBy(c => c.Label, StringComparer.Ordinal).FirstOrDefault();
        return most.Level is null ? "No postmortem names its chain level and label yet."
            : $"Most often the chain broke at {Wording.Plain(most.Level)} by {Wording.Plain(most.Label)}: {RecurrenceWords.Times(most.Postmortems.Length)}."
                + (without == 0 ? "" : $" {Wording.Number(without)} of {Wording.Number(all.Length)} postmortems do not name both.");
    }

    private static CauseGroup Group(Kind kind, SitePlan site)
    {
        var entries = site.History.Causes.Where(c => c.State == kind.State).ToList();
        var isFolded = kind.IsSettled && entries.Count > UnfoldedAtMost;
        return new(
            kind.Heading,
            kind.Anchor,
            Wording.Number(entries.Count),
            kind.Lead,
            isFolded ? [] : [.. entries.Take(RowsAtMost).Select(c => Line(c, site))],
            isFolded ? Folds(entries.Take(RowsAtMost), site) : [],
            entries.Count > RowsAtMost ? $"{Wording.Number(entries.Count - RowsAtMost)} older ones stand on the pages of their postmortems." : null);
    }

    /// <summary>The class with most causes first; those without a class last.</summary>
    private static ImmutableArray<CauseFold> Folds(IEnumerable<CauseEntry> entries, SitePlan site) =>
    [
        .. entries
            .GroupBy(c => c.Postmortem.FailureClass?.Name, StringComparer.Ordinal)
            .OrderBy(g => g.Key is null)
            .ThenByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new CauseFold(g.Key ?? "No failure class", Wording.Number(g.Count()), [.. g.Select(c => Line(c, site) with { FailureClass = null })])),
    ];

    private static CauseLine Line(CauseEntry entry, SitePlan site) => new(
        entry.Cause.Text,
        $"{site.Links.Postmortem(entry.Postmortem)}#{SiteLinks.Anchor(entry.Cause)}",
        new(entry.Postmortem.Id, site.Links.Postmortem(entry.Postmortem)),
        entry.Postmortem.FailureClass is { } c ? site.Links.To(c) : null,
        Words.Of(entry.Cause.Kind),
        entry.Cause.Layer is { } layer ? new(Wording.Plain(layer), site.Address.Href(SitePaths.Layer(layer))) : null,
        entry.State == CauseState.Accepted ? entry.Cause.AcceptedBecause ?? DeclinedBecause(entry) : null);

    private static string? DeclinedBecause(CauseEntry entry) => entry.Postmortem.ActionItems
        .Where(i => i.Status == ItemStatus.Declined && entry.Cause.AddressedBy.Contains(i.Id, StringComparer.OrdinalIgnoreCase))
        .Select(i => i.DeclinedBecause)
        .FirstOrDefault();

    private static Page List(SitePath path, string heading, ImmutableArray<Postmortem> postmortems, SitePlan site) => ListingPage.Plan(
        new()
        {
            Path = path,
            Heading = heading,
            Area = SiteArea.Recurrence,
            Up = new("Causes", site.Address.Href(SitePaths.Causes)),
            Postmortems = postmortems,
        },
        site);
}
