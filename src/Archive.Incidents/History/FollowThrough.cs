using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>What became of the promises of one postmortem. Computed, never typed; independent of how far the document is.</summary>
/// <param name="Done">Promised items that are done.</param>
/// <param name="Open">Promised items that are not done, the overdue ones among them.</param>
/// <param name="Overdue">Open items past their due day.</param>
/// <param name="Declined">Items decided against, with a reason.</param>
/// <param name="Unproved">Done items without the evidence that their type leaves.</param>
public readonly record struct FollowThrough(int Done, int Open, int Overdue, int Declined, int Unproved)
{
    public int Committed => Done + Open;

    public FollowThroughState State =>
        Overdue > 0 ? FollowThroughState.Overdue
        : Open > 0 ? FollowThroughState.Open
        : Unproved > 0 ? FollowThroughState.Unproved
        : Committed + Declined > 0 ? FollowThroughState.Closed
        : FollowThroughState.NothingPromised;

    public static FollowThrough Of(Postmortem postmortem, DateOnly today)
    {
        var (done, open, overdue, declined, unproved) = (0, 0, 0, 0, 0);
        foreach (var item in postmortem.ActionItems)
        {
            if (item.Status == ItemStatus.Done) done++;
            if (item.Status == ItemStatus.Declined) declined++;
            if (item.Status == ItemStatus.Open) open++;
            if (item.Status == ItemStatus.Done && !ItemProof.Holds(item)) unproved++;
            if (item.IsOverdue(today)) overdue++;
        }
        return new(done, open, overdue, declined, unproved);
    }
}

public enum FollowThroughState
{
    /// <summary>No item was promised and none declined.</summary>
    NothingPromised,

    /// <summary>Every item is done and proved, or declined with a reason.</summary>
    Closed,

    /// <summary>Every item is said to be done, and not every one is proved.</summary>
    Unproved,
    Open,
    Overdue,
}
