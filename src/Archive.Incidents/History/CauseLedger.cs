using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>What is done about a cause.</summary>
public enum CauseState
{
    /// <summary>No promised item addresses it and nobody accepted it.</summary>
    Unaddressed,

    /// <summary>An item that addresses it is promised and open.</summary>
    Promised,

    /// <summary>All promised items that address it are done.</summary>
    Repaired,

    /// <summary>Somebody decided, with a reason, to live with it; or declined the only items that would address it.</summary>
    Accepted,
}

/// <summary>A cause, where it was found, and what is done about it.</summary>
public sealed record CauseEntry(Cause Cause, Postmortem Postmortem, CauseState State);

/// <summary>All causes of the archive: the newest incident first, in the order of its postmortem.</summary>
public static class CauseLedger
{
    public static ImmutableArray<CauseEntry> Of(IReadOnlyList<Postmortem> inTime) =>
        [.. inTime.Reverse().SelectMany(p => p.Causes, (p, c) => new CauseEntry(c, p, StateOf(c, p)))];

    public static CauseState StateOf(Cause cause, Postmortem postmortem)
    {
        var (isDone, isDeclined) = (false, false);
        foreach (var item in postmortem.ActionItems)
        {
            if (!cause.AddressedBy.Contains(item.Id, StringComparer.OrdinalIgnoreCase)) continue;
            if (item.Status == ItemStatus.Open) return CauseState.Promised;
            isDone |= item.Status == ItemStatus.Done;
            isDeclined |= item.Status == ItemStatus.Declined;
        }
        return isDone ? CauseState.Repaired : isDeclined || cause.AcceptedBecause is not null ? CauseState.Accepted : CauseState.Unaddressed;
    }
}
