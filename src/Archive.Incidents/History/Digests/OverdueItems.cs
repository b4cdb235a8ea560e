using System.Collections.Concurrent;
using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Publishing.Sites;

namespace Archive.Incidents.History.Digests;

/// <summary>Which promised items were overdue on a day of the past, by team.</summary>
/// <remarks>Has state because the ends of a month, a quarter and a year are one day, and what stood then is worked out once. Safe for use by several threads.</remarks>
internal sealed class OverdueItems
{
    private readonly DueItem[] _items;
    private readonly int _teams;
    private readonly ConcurrentDictionary<DateOnly, ImmutableArray<TeamDebt>> _byDay = [];

    public OverdueItems(ImmutableArray<LedgerEntry> ledger, Policy policy)
    {
        var teams = ledger.Select(TeamOf).Distinct(StringComparer.Ordinal).ToList();
        _teams = teams.Count;
        _items =
        [
            .. ledger
                .Where(e => e is { IsCommitted: true, Item.DueOn: not null })
                .OrderBy(e => e.Item.DueOn)
                .ThenBy(e => e.Postmortem.Id, StringComparer.Ordinal)
                .ThenBy(e => e.Item.Id, StringComparer.Ordinal)
                .Select(e => new DueItem(e, teams.IndexOf(TeamOf(e)), e.Item.DueOn.GetValueOrDefault(), policy.DayOf(e.Postmortem.Times.StartedAt), e.Item.DoneOn ?? DateOnly.MaxValue)),
        ];
    }

    /// <summary>The team with the most first.</summary>
    /// <remarks>When an item was declined is not recorded, so that declined ones never count. An item is there from the day its incident began.</remarks>
    public ImmutableArray<TeamDebt> At(DateOnly day) => _byDay.GetOrAdd(day, Debts);

    private ImmutableArray<TeamDebt> Debts(DateOnly day)
    {
        var counts = new int[_teams];
        var oldest = new LedgerEntry[_teams];
        foreach (ref readonly var item in _items.AsSpan()) // each day asks for each item: nothing but numbers is looked at
        {
            if (item.DueOn >= day) break;
            if (item.DoneOn <= day || item.Began > day) continue;
            if (counts[item.Team]++ == 0) oldest[item.Team] = item.Entry;
        }
        var debts = new List<TeamDebt>();
        for (var team = 0; team < _teams; team++)
        {
            if (counts[team] > 0) debts.Add(DebtOf(oldest[team], counts[team], day));
        }
        return [.. debts.OrderByDescending(t => t.Items).ThenByDescending(t => t.OldestDays).ThenBy(t => t.Team, StringComparer.Ordinal)];
    }

    private static TeamDebt DebtOf(LedgerEntry oldest, int items, DateOnly day) =>
        new(oldest.Team, items, oldest.Postmortem, oldest.Item, day.DayNumber - oldest.Item.DueOn.GetValueOrDefault().DayNumber);

    /// <summary>Teams are told apart by their addresses; those of services without a team are one.</summary>
    private static string TeamOf(LedgerEntry entry) => entry.Team is { } team ? Slug.Of(team) : "";

    /// <param name="Team">The number of its team.</param>
    /// <param name="Began">The day on which its incident began.</param>
    /// <param name="DoneOn">The last day there is, where it is not done.</param>
    private readonly record struct DueItem(LedgerEntry Entry, int Team, DateOnly DueOn, DateOnly Began, DateOnly DoneOn);
}
