namespace Archive.Publishing.Charts;

/// <summary>Rows for labels, so that none covers another.</summary>
internal static class TimelineLanes
{
    /// <param name="xs">Where the labels want their middle to be, ascending.</param>
    /// <returns>For each its lane and its middle.</returns>
    public static (int Lane, double X)[] Of(IReadOnlyList<double> xs, TimelineShape shape)
    {
        var perLane = Math.Max(1, shape.Width / shape.LabelWidth);
        var most = Math.Max(shape.MostLanes, (xs.Count + perLane - 1) / perLane);
        var placed = new (int Lane, double X)[xs.Count];
        var lanes = new List<List<int>>();
        for (var i = 0; i < xs.Count; i++)
        {
            var lane = Choose(lanes, placed, xs[i], shape, most, perLane);
            if (lane == lanes.Count) lanes.Add([]);
            placed[i] = (lane, Math.Max(xs[i], Free(lanes[lane], placed, shape)));
            lanes[lane].Add(i);
        }
        foreach (var lane in lanes) MoveInside(lane, placed, shape);
        return placed;
    }

    /// <summary>The lowest lane with room right here; else a new one; else, of those that are not full, the one with room nearest.</summary>
    private static int Choose(List<List<int>> lanes, (int Lane, double X)[] placed, double x, TimelineShape shape, int most, int perLane)
    {
        for (var lane = 0; lane < lanes.Count; lane++)
        {
            if (lanes[lane].Count < perLane && Free(lanes[lane], placed, shape) <= x) return lane;
        }
        return lanes.Count < most ? lanes.Count : Nearest(lanes, placed, shape, perLane);
    }

    private static int Nearest(List<List<int>> lanes, (int Lane, double X)[] placed, TimelineShape shape, int perLane) =>
        Enumerable.Range(0, lanes.Count).Where(l => lanes[l].Count < perLane).MinBy(l => Free(lanes[l], placed, shape));

    private static double Free(List<int> lane, (int Lane, double X)[] placed, TimelineShape shape) =>
        lane.Count == 0 ? shape.LabelWidth / 2.0 : placed[lane[^1]].X + shape.LabelWidth;

    /// <summary>Labels that were pushed out at the right push their neighbours back to the left.</summary>
    private static void MoveInside(List<int> lane, (int Lane, double X)[] placed, TimelineShape shape)
    {
        var rightmost = shape.Width - shape.LabelWidth / 2.0;
        for (var i = lane.Count - 1; i >= 0; i--)
        {
            var (number, x) = placed[lane[i]];
            placed[lane[i]] = (number, Math.Min(x, rightmost));
            rightmost = placed[lane[i]].X - shape.LabelWidth;
        }
    }
}
