using System.Collections.Immutable;

namespace Archive.Publishing.Charts;

/// <summary>The geometry of bars below one another, each beginning at zero.</summary>
public static class BarChart
{
    /// <summary>How long each bar is: the greatest has the whole width, and what is more than nothing is never drawn as nothing.</summary>
    /// <param name="values">Not negative.</param>
    /// <param name="width">In pixels.</param>
    public static ImmutableArray<double> Widths(IReadOnlyList<decimal> values, int width)
    {
        var most = values.DefaultIfEmpty(0).Max();
        return [.. values.Select(v => v <= 0 ? 0 : Math.Max(1, Math.Round((double)(v / most) * width, 1)))];
    }
}
