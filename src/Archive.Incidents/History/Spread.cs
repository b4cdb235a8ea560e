using System.Collections.Immutable;

namespace Archive.Incidents.History;

/// <summary>How a number of spans lie. A median never stands without their number and how far they spread.</summary>
/// <remarks>
/// Median and quartiles by linear interpolation: of n values in order, counted from 0, the quantile p stands at position p·(n − 1);
/// between two values it is as far from each as the position is. To the second.
/// </remarks>
public readonly record struct Spread(int Count, TimeSpan Least, TimeSpan LowerQuartile, TimeSpan Median, TimeSpan UpperQuartile, TimeSpan Most)
{
    /// <summary>Fewer values have no quartiles worth naming, and say nothing about a trend.</summary>
    public const int Enough = 5;

    public bool IsEnough => Count >= Enough;

    /// <summary>Null where there is none.</summary>
    public static Spread? Of(IEnumerable<TimeSpan> values)
    {
        var ordered = values.Order().ToImmutableArray();
        if (ordered.IsEmpty) return null;
        return new(ordered.Length, ordered[0], Quantile(ordered, 0.25), Quantile(ordered, 0.5), Quantile(ordered, 0.75), ordered[^1]);
    }

    private static TimeSpan Quantile(ImmutableArray<TimeSpan> ordered, double share)
    {
        var position = share * (ordered.Length - 1);
        var below = (int)position;
        if (below == ordered.Length - 1) return ordered[below];
        var between = ordered[below] + (position - below) * (ordered[below + 1] - ordered[below]);
        return TimeSpan.FromSeconds(Math.Round(between.TotalSeconds, MidpointRounding.AwayFromZero));
    }
}
