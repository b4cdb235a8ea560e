using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;

namespace Archive.Incidents.Pages;

/// <summary>What nobody answers for in time, as a section of the ledger.</summary>
/// <param name="Lead">What it is and what would end it; where there is none, that there is none.</param>
/// <param name="Omitted">How many are not shown, and where they stand; null where all are.</param>
public sealed record DebtView(string Count, string Lead, ImmutableArray<DebtLine> Rows, string? Omitted)
{
    private const int RowsAtMost = 100;

    /// <summary>Of the whole archive.</summary>
    public static DebtView Of(SitePlan site) => Of(site.History.Debt, site);

    /// <summary>Of a team's postmortems; null where it has none.</summary>
    public static DebtView? OfTeam(string team, SitePlan site)
    {
        ImmutableArray<DebtEntry> debt = [.. site.History.Debt.Where(d => ActionLedger.TeamOf(d.Postmortem) == team)];
        return debt.IsEmpty ? null : Of(debt, site);
    }

    private static DebtView Of(ImmutableArray<DebtEntry> debt, SitePlan site) => new(
        Wording.Number(debt.Length),
        Words(debt),
        [.. debt.Take(RowsAtMost).Select(d => DebtLine.Of(d, site))],
        debt.Length > RowsAtMost ? $"{Wording.Number(debt.Length - RowsAtMost)} more are in api/postmortem-debt.json." : null);

    /// <summary><c>2 postmortems past their deadline and 1 item that nobody owns. Each needs a name, a day or a decision.</c></summary>
    public static string Words(ImmutableArray<DebtEntry> debt)
    {
        if (debt.IsEmpty) return "None: each postmortem has its author in time, each item its owner.";
        var (late, unwritten, unowned) = (Count(DebtKind.LatePostmortem), Count(DebtKind.UnwrittenPostmortem), Count(DebtKind.UnownedItem));
        string?[] parts =
        [
            late == 0 ? null : $"{Wording.Count(late, "postmortem")} past {(late == 1 ? "its deadline" : "their deadlines")}",
            unwritten == 0 ? null : $"{Wording.Count(unwritten, "postmortem")} that nobody writes",
            unowned == 0 ? null : $"{Wording.Count(unowned, "item")} that nobody owns",
        ];
        return $"{Wording.Sentence(Wording.List([.. parts.OfType<string>()]))}. Each needs a name, a day or a decision.";

        int Count(DebtKind kind) => debt.Count(d => d.Kind == kind);
    }
}

/// <param name="State">Since when, in days.</param>
/// <param name="What">What it is and what it lacks.</param>
public sealed record DebtLine(string State, string Title, string Href, string What, LinkView Postmortem, LinkView? Team, SeverityView Severity)
{
    public static DebtLine Of(DebtEntry debt, SitePlan site)
    {
        var postmortem = debt.Postmortem;
        return new(
            debt.Kind switch
            {
                DebtKind.LatePostmortem => $"{Wording.Count(debt.Days, "day")} overdue",
                DebtKind.UnwrittenPostmortem => $"no author for {Wording.Count(debt.Days, "day")}",
                DebtKind.UnownedItem => $"no owner for {Wording.Count(debt.Days, "day")}",
            },
            debt.Item?.Title ?? postmortem.Title,
            debt.Item is { } item ? site.Links.Item(postmortem, item) : site.Links.Postmortem(postmortem),
            Lacks(debt),
            new(postmortem.Id, site.Links.Postmortem(postmortem)),
            ActionLedger.TeamOf(postmortem) is { } team ? site.Links.ToTeam(team) : null,
            SeverityView.Of(postmortem.Severity, site.Links));
    }

    private static string Lacks(DebtEntry debt) => debt.Kind switch
    {
        DebtKind.LatePostmortem => $"Postmortem, {Words.Of(debt.Postmortem.Status)}, due {Wording.Day(debt.Since)}; {(debt.Postmortem.Authors.IsEmpty ? "nobody is named who writes it" : $"by {Wording.List(debt.Postmortem.Authors)}")}",
        DebtKind.UnwrittenPostmortem => $"Postmortem, {Words.Of(debt.Postmortem.Status)}; an author was needed by {Wording.Day(debt.Since)}",
        DebtKind.UnownedItem => $"Action item{(debt.Item?.DueOn is { } due ? $", due {Wording.Day(due)}" : "")}; an owner was needed by {Wording.Day(debt.Since)}",
    };
}
