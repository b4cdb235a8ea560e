using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>What became of the promises of one postmortem. Computed, never typed; independent of how far the document is.</summary>
/// <param name="Done">Promised items that are done.</param>
/// <param name="Open">Promised items that are not done, the overdue ones among them.</param>
/// <param name="Overdue">Open items past their due day.</param>
/// <param name="Declined">Items decided against, with a reason.</param>
public readonly record struct FollowThrough(int Done, int Open, int Overdue, int Declined)
{
    public int Committed => Done + Open;

    public FollowThroughState State =>
        Overdue > 0 ? FollowThroughState.Overdue
        : Open > 0 ? FollowThroughState.Open
        : Committed + Declined > 0 ? FollowThroughState.Closed
        : FollowThroughState.NothingPromised;

    public static FollowThrough Of(Postmortem postmortem, DateOnly today)
    {
        var (done, open, overdue, declined) = (0, 0, 0, 0);
        foreach (var item in postmortem.ActionItems)
        {
            if (item.Status == ItemStatus.Done) done++;
            if (item.Status == ItemStatus.Declined) declined++;
            if (item.Status == ItemStatus.Open) open++;
            if (item.IsOverdue(today)) overdue++;
        }
        return new(done, open, overdue, declined);
    }
}

public enum FollowThroughState
{
    /// <summary>No item was promised and none declined.</summary>
    NothingPromised,

    /// <summary>Every item is done, or declined with a reason.</summary>
    Closed,
    Open,
    Overdue,
}
