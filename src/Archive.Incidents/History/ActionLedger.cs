using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>An action item, where it was promised, and how it stands.</summary>
/// <param name="Team">The team of the postmortem's first service; null where the catalogue names none.</param>
/// <param name="DaysOverdue">Days past its due day; 0 where it is not overdue.</param>
public sealed record LedgerEntry(ActionItem Item, Postmortem Postmortem, string? Team, int DaysOverdue)
{
    public bool IsOverdue => DaysOverdue > 0;

    public bool IsOpen => Item.Status == ItemStatus.Open;
}

/// <summary>All action items of the archive. Teams are counted, people never.</summary>
public static class ActionLedger
{
    /// <summary>Open items by due day (those without one last), then the rest, the latest done first.</summary>
    public static ImmutableArray<LedgerEntry> Of(IncidentArchive archive) =>
    [
        .. archive.Postmortems
            .SelectMany(p => p.ActionItems.Select(i => Entry(p, i, archive.AsOf)))
            .OrderBy(e => e.IsOpen ? 0 : 1)
            .ThenBy(e => e.IsOpen ? e.Item.DueOn?.DayNumber ?? int.MaxValue : -(e.Item.DoneOn?.DayNumber ?? 0))
            .ThenBy(e => e.Postmortem.Id, StringComparer.Ordinal)
            .ThenBy(e => e.Item.Id, StringComparer.Ordinal),
    ];

    /// <summary>The open items of some postmortems: the longest overdue first.</summary>
    public static ImmutableArray<LedgerEntry> OpenOf(IEnumerable<Postmortem> postmortems, DateOnly today) =>
    [
        .. postmortems
            .SelectMany(p => p.ActionItems.Where(i => i.Status == ItemStatus.Open).Select(i => Entry(p, i, today)))
            .OrderBy(e => e.Item.DueOn ?? DateOnly.MaxValue)
            .ThenBy(e => e.Postmortem.Id, StringComparer.Ordinal)
            .ThenBy(e => e.Item.Id, StringComparer.Ordinal),
    ];

    public static LedgerEntry Entry(Postmortem postmortem, ActionItem item, DateOnly today) =>
        new(item, postmortem, TeamOf(postmortem), item.IsOverdue(today) ? today.DayNumber - item.DueOn.GetValueOrDefault().DayNumber : 0);

    /// <summary>The team that answers for a postmortem's items: that of its first service.</summary>
    public static string? TeamOf(Postmortem postmortem) => postmortem.Services[0].Team;
}
