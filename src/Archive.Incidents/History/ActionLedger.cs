using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>How an action item stands.</summary>
public enum LedgerState
{
    /// <summary>Promised, and past its due day.</summary>
    Overdue,

    /// <summary>Promised, and not due yet.</summary>
    Open,

    /// <summary>Said to be done, without the evidence that its type leaves.</summary>
    Unproved,

    /// <summary>Done, with evidence.</summary>
    Verified,

    /// <summary>Decided against, with a reason.</summary>
    Declined,

    /// <summary>Promised by nobody; counted nowhere.</summary>
    Idea,
}

/// <summary>An action item, where it was promised, and how it stands.</summary>
public sealed record LedgerEntry
{
    public required ActionItem Item { get; init; }

    public required Postmortem Postmortem { get; init; }

    /// <summary>The team of the postmortem's first service; null where the catalogue names none.</summary>
    public required string? Team { get; init; }

    public required LedgerState State { get; init; }

    /// <summary>Days past its due day; 0 where it is not overdue.</summary>
    public required int DaysOverdue { get; init; }

    /// <summary>The day the incident was resolved, in the policy's zone: from when completion is counted. Null where it is not.</summary>
    public required DateOnly? ResolvedOn { get; init; }

    /// <summary>
    /// Days since the incident was resolved, or began where it is not; of a done item until it was done. Never less than 0. When an item was
    /// written down is not recorded.
    /// </summary>
    public required int AgeDays { get; init; }

    public bool IsOverdue => State == LedgerState.Overdue;

    /// <summary>Promised and not done, overdue or not.</summary>
    public bool IsOpen => State is LedgerState.Overdue or LedgerState.Open;

    /// <summary>Said to be done, with evidence or without.</summary>
    public bool IsDone => State is LedgerState.Verified or LedgerState.Unproved;

    public bool IsCommitted => IsOpen || IsDone;

    /// <summary>Whether it was done at the latest so many days after resolution; null while those days are not over, and where nobody promised it or the incident is not resolved.</summary>
    public bool? IsDoneWithin(int days, DateOnly today) =>
        !IsCommitted || ResolvedOn is not { } resolvedOn ? null
        : today.DayNumber < resolvedOn.DayNumber + days ? null
        : Item.DoneOn is { } doneOn && doneOn.DayNumber <= resolvedOn.DayNumber + days;
}

/// <summary>What was promised and is not done.</summary>
/// <param name="Overdue">How many of them are past their due day.</param>
/// <param name="First">Some of them, the longest overdue first.</param>
public sealed record OpenItems(int Count, int Overdue, ImmutableArray<LedgerEntry> First);

/// <summary>All action items of the archive. Teams and services are counted, people never.</summary>
public static class ActionLedger
{
    /// <summary>Open items by due day (those without one last), then the rest, the latest done first.</summary>
    public static ImmutableArray<LedgerEntry> Of(IncidentArchive archive) =>
    [
        .. archive.Postmortems
            .SelectMany(p => p.ActionItems.Select(i => Entry(p, i, archive)))
            .OrderBy(e => e.IsOpen ? 0 : 1)
            .ThenBy(e => e.IsOpen ? e.Item.DueOn?.DayNumber ?? int.MaxValue : -(e.Item.DoneOn?.DayNumber ?? 0))
            .ThenBy(e => e.Postmortem.Id, StringComparer.Ordinal)
            .ThenBy(e => e.Item.Id, StringComparer.Ordinal),
    ];

    /// <summary>What is open of some postmortems: all of it counted, and so many of the items, the longest overdue first.</summary>
    public static OpenItems OpenOf(IEnumerable<Postmortem> postmortems, IncidentArchive archive, int atMost)
    {
        var first = new List<OpenItem>(atMost);
        var (count, overdue) = (0, 0);
        foreach (var postmortem in postmortems)
        {
            foreach (var item in postmortem.ActionItems)
            {
                if (item.Status != ItemStatus.Open) continue;
                count++;
                if (item.IsOverdue(archive.AsOf)) overdue++;
                if (atMost > 0) Insert(new(postmortem, item), first, atMost);
            }
        }
        return new(count, overdue, [.. first.Select(o => Entry(o.Postmortem, o.Item, archive))]);
    }

    /// <summary>Puts an item into its place among the first ones: thousands are open, and a page shows a few.</summary>
    private static void Insert(OpenItem item, List<OpenItem> first, int atMost)
    {
        if (first.Count == atMost)
        {
            if (OpenItem.Compare(first[^1], item) <= 0) return;
            first.RemoveAt(atMost - 1);
        }
        var at = first.Count;
        while (at > 0 && OpenItem.Compare(first[at - 1], item) > 0) at--;
        first.Insert(at, item);
    }

    public static LedgerEntry Entry(Postmortem postmortem, ActionItem item, IncidentArchive archive)
    {
        var (today, policy) = (archive.AsOf, archive.Policy);
        DateOnly? resolvedOn = postmortem.Times.ResolvedAt is { } at ? policy.DayOf(at) : null;
        var from = resolvedOn ?? policy.DayOf(postmortem.Times.StartedAt);
        return new()
        {
            Item = item,
            Postmortem = postmortem,
            Team = TeamOf(postmortem),
            State = StateOf(item, today),
            DaysOverdue = item.IsOverdue(today) ? today.DayNumber - item.DueOn.GetValueOrDefault().DayNumber : 0,
            ResolvedOn = resolvedOn,
            AgeDays = Math.Max(0, (item.DoneOn ?? today).DayNumber - from.DayNumber),
        };
    }

    /// <summary>The team that answers for a postmortem's items: that of its first service.</summary>
    public static string? TeamOf(Postmortem postmortem) => postmortem.Services[0].Team;

    private static LedgerState StateOf(ActionItem item, DateOnly today) => item.Status switch
    {
        ItemStatus.Idea => LedgerState.Idea,
        ItemStatus.Declined => LedgerState.Declined,
        ItemStatus.Done => ItemProof.Holds(item) ? LedgerState.Verified : LedgerState.Unproved,
        ItemStatus.Open => item.IsOverdue(today) ? LedgerState.Overdue : LedgerState.Open,
    };

    private readonly record struct OpenItem(Postmortem Postmortem, ActionItem Item)
    {
        public static int Compare(OpenItem one, OpenItem other) =>
            (one.Item.DueOn ?? DateOnly.MaxValue).CompareTo(other.Item.DueOn ?? DateOnly.MaxValue) is not 0 and var byDue ? byDue
            : string.CompareOrdinal(one.Postmortem.Id, other.Postmortem.Id) is not 0 and var byPostmortem ? byPostmortem
            : string.CompareOrdinal(one.Item.Id, other.Item.Id);
    }
}
