using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages;

public sealed record FixesView
{
    public required PageFrame Frame { get; init; }

    public required LinkView Up { get; init; }

    public required string Lead { get; init; }

    public required ImmutableArray<FixRow> Rows { get; init; }

    /// <summary>How many are not shown, in words, or null.</summary>
    public required string? Omitted { get; init; }
}

/// <summary>A shipped structural fix as a row.</summary>
/// <param name="FailedBy">Where the return is told, or null.</param>
public sealed record FixRow(MarkView State, TimeView Shipped, LinkView Item, LinkView Postmortem, LinkView? FailureClass, LinkView? FailedBy)
{
    public static FixRow Of(ShippedFix shipped, SitePlan site) => new(
        shipped.Verdict switch
        {
            FixVerdict.Failed => new("is-bad", shipped.Days == 0 ? "failed the same day" : $"failed after {Wording.Count(shipped.Days, "day")}"),
            FixVerdict.Watched => new("is-open", $"{Wording.Count(shipped.Days, "day")} left to watch"),
            FixVerdict.Held => new("is-done", $"held for {Wording.Count(shipped.Days, "day")}"),
        },
        TimeView.Of(shipped.ShippedOn),
        new(shipped.Item.Title, site.Links.Item(shipped.Postmortem, shipped.Item)),
        new(shipped.Postmortem.Id, site.Links.Postmortem(shipped.Postmortem)),
        shipped.Postmortem.FailureClass is { } c ? site.Links.To(c) : null,
        shipped.FailedBy is { } by ? new(by.Id, site.Links.Postmortem(by)) : null);
}

/// <summary>What every shipped structural fix was worth.</summary>
public static class FixPage
{
    public static readonly Template<FixesView> Template = new("internal/fixes");

    private const int RowsAtMost = 1000;

    public static IEnumerable<Page> Plan(SitePlan site) => [Page.Of(SitePaths.Fixes, Template, () => View(site))];

    public static FixesView View(SitePlan site) => new()
    {
        Frame = site.Frame("Structural fixes", SiteArea.Recurrence, "Which fixes held."),
        Up = new("Recurrence", site.Address.Href(SitePaths.Recurrence)),
        Lead = Lead(site.History.Fixes),
        Rows = [.. site.History.Fixes.Take(RowsAtMost).Select(f => FixRow.Of(f, site))],
        Omitted = site.History.Fixes.Length > RowsAtMost ? $"{Wording.Number(site.History.Fixes.Length - RowsAtMost)} that held for longer are not in this list." : null,
    };

    /// <summary><c>Of 30 shipped structural fixes 2 failed, 3 are still watched and 25 held.</c></summary>
    public static string Lead(ImmutableArray<ShippedFix> fixes)
    {
        if (fixes.IsEmpty) return "No structural fix has shipped yet. An action item becomes one by structural_fix: true.";
        if (fixes is [var one]) return $"The one structural fix that has shipped {One(one.Verdict)}.";
        int Number(FixVerdict verdict) => fixes.Count(f => f.Verdict == verdict);
        (int Count, string What)[] parts = [(Number(FixVerdict.Held), "held"), (Number(FixVerdict.Failed), "failed"), (Number(FixVerdict.Watched), "still watched")];
        return $"{Wording.Number(fixes.Length)} structural fixes have shipped: {Wording.List([.. parts.Where(p => p.Count > 0).Select(p => $"{Wording.Number(p.Count)} {p.What}")])}.";
    }

    private static string One(FixVerdict verdict) => verdict switch
    {
        FixVerdict.Held => "held",
        FixVerdict.Failed => "failed",
        FixVerdict.Watched => "is still watched",
    };
}
