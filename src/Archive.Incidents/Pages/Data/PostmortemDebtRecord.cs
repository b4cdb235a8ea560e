using Archive.Incidents.History;
using Archive.Incidents.Model;

namespace Archive.Incidents.Pages.Data;

/// <summary>A postmortem or an item that nobody answers for in time.</summary>
/// <param name="Kind">late-postmortem, unwritten-postmortem or unowned-item.</param>
/// <param name="Item">The item's id; absent of a postmortem.</param>
/// <param name="Since">The last day on which it was no debt.</param>
public sealed record PostmortemDebtRecord(string Kind, string Incident, string? Item, string Title, string Url, string? Team, string Severity, DateOnly Since, int Days)
{
    public static PostmortemDebtRecord Of(DebtEntry debt, SitePlan site) => new(
        Words.Of(debt.Kind),
        debt.Postmortem.Id,
        debt.Item?.Id,
        debt.Item?.Title ?? debt.Postmortem.Title,
        debt.Item is { } item ? $"{site.Links.AbsolutePostmortem(debt.Postmortem)}#{item.Anchor}" : site.Links.AbsolutePostmortem(debt.Postmortem),
        ActionLedger.TeamOf(debt.Postmortem),
        debt.Postmortem.Severity.Id,
        debt.Since,
        debt.Days);
}

/// <summary>All of it, the longest first.</summary>
public sealed record PostmortemDebtList(string Archive, DateOnly AsOf, IEnumerable<PostmortemDebtRecord> PostmortemDebt)
{
    public static PostmortemDebtList Of(SitePlan site) => new(site.Archive.Settings.Title, site.History.Today, site.History.Debt.Select(d => PostmortemDebtRecord.Of(d, site)));
}
