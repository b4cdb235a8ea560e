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
        var teams = new TeamNumbers();
        var items = new List<DueItem>(ledger.Length);
        foreach (var entry in ledger)
        {
            if (entry is { IsCommitted: true, Item.DueOn: { } dueOn })
                items.Add(new(entry, teams.Of(entry.Team), dueOn, policy.DayOf(entry.Postmortem.Times.StartedAt), entry.Item.DoneOn ?? DateOnly.MaxValue));
        }
        items.Sort(static (one, other) =>
            one.DueOn.CompareTo(other.DueOn) is not 0 and var byDue ? byDue
            : string.CompareOrdinal(one.Entry.Postmortem.Id, other.Entry.Postmortem.Id) is not 0 and var byPostmortem ? byPostmortem
            : string.CompareOrdinal(one.Entry.Item.Id, other.Entry.Item.Id));
        (_items, _teams) = ([.. items], teams.Count);
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

    /// <summary>Numbers of teams, which are told apart by their addresses; services without a team have one together.</summary>
    private sealed class TeamNumbers
    {
        private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _byAddress = new(StringComparer.Ordinal);

        public int Count => _byAddress.Count;

        public int Of(string? team)
        {
            if (_byName.TryGetValue(team ?? "", out var known)) return known; // an address is made once of each name, not of each item
            var address = team is null ? "" : Slug.Of(team);
            if (!_byAddress.TryGetValue(address, out var number)) _byAddress.Add(address, number = _byAddress.Count);
            _byName.Add(team ?? "", number);
            return number;
        }
    }

    /// <param name="Team">The number of its team.</param>
    /// <param name="Began">The day on which its incident began.</param>
    /// <param name="DoneOn">The last day there is, where it is not done.</param>
    private readonly record struct DueItem(LedgerEntry Entry, int Team, DateOnly DueOn, DateOnly Began, DateOnly DoneOn);
}
