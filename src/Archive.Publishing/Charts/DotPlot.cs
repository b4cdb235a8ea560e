using System.Collections.Immutable;

namespace Archive.Publishing.Charts;

/// <summary>A value on a day.</summary>
public readonly record struct PlotPoint(DateOnly On, double Value);

/// <summary>One value for a stretch of days, such as the median of a quarter.</summary>
/// <param name="From">Included.</param>
/// <param name="To">Included.</param>
public readonly record struct PlotLevel(DateOnly From, DateOnly To, double Value);

/// <summary>The measures of a drawing, in pixels.</summary>
public sealed record DotPlotShape
{
    public required int Width { get; init; }

    /// <summary>From the top of the strip for what lies beyond the scale, or of the scale where there is none, to its foot.</summary>
    public required int Height { get; init; }

    /// <summary>What the labels of the values take at the left.</summary>
    public int LabelWidth { get; init; } = 56;

    /// <summary>No dot stands nearer to an edge.</summary>
    public int Margin { get; init; } = 8;

    /// <summary>The strip at the top in which dots stand that lie beyond the scale.</summary>
    public int BeyondHeight { get; init; } = 26;

    /// <summary>Two labels of days are at least this far apart.</summary>
    public int DaySpacing { get; init; } = 44;

    public int MostValueTicks { get; init; } = 5;

    /// <summary>Distances between the ticks of values that a person would choose, ascending; above the last, its tenfolds.</summary>
    public required ImmutableArray<double> Steps { get; init; }
}

/// <param name="IsBeyond">Whether it stands in the strip above the scale, where only its day is to scale.</param>
public readonly record struct PlotDot(double X, double Y, bool IsBeyond);

/// <param name="Index">Of its level, from 0.</param>
public readonly record struct PlotBar(int Index, double X, double Width, double Y);

public readonly record struct ValueTick(double Y, double Value);

/// <param name="Month">The first month of its stretch, 1 to 12.</param>
/// <param name="IsYear">Whether a year begins here.</param>
public readonly record struct DayTick(double X, int Year, int Month, bool IsYear);

/// <summary>The geometry of values over days. Pixels from the top left, rounded to a tenth; zero is always on the scale.</summary>
/// <param name="Dots">In the order of the points.</param>
/// <param name="Bars">In the order of the levels; those beyond the scale are left out.</param>
/// <param name="Values">From the lowest.</param>
/// <param name="Left">Where the scale begins; the labels of its values stand before it.</param>
/// <param name="ZeroY">Where zero is.</param>
public sealed record DotPlot(
    ImmutableArray<PlotDot> Dots, ImmutableArray<PlotBar> Bars, ImmutableArray<ValueTick> Values, ImmutableArray<DayTick> Days, double Left, double ZeroY)
{
    /// <summary>What lies this many times above three quarters of the values would press all others to the foot.</summary>
    private const double Beyond = 4;

    /// <summary>Of fewer points none stands apart from the others.</summary>
    private const int EnoughForBeyond = 5;

    public bool HasBeyond => Dots.Any(d => d.IsBeyond);

    /// <remarks>
    /// The scale reaches to the greatest value that is at most four times the upper quartile; what is greater stands in a strip above it, from five points on.
    /// The days reach from the first of the quarter of the earliest point to the last of that of the latest.
    /// </remarks>
    /// <returns>Null where there are no points: an empty frame shows nothing.</returns>
    public static DotPlot? Of(IReadOnlyList<PlotPoint> points, IReadOnlyList<PlotLevel> levels, DotPlotShape shape)
    {
        if (points.Count == 0) return null;
        var limit = LimitOf(points);
        var inside = points.Select(p => p.Value).Where(v => v <= limit).Append(0).ToList();
        var scale = new ValueScale(inside.Min(), inside.Max(), points.Any(p => p.Value > limit), shape);
        var days = new DayScale(points.Min(p => p.On), points.Max(p => p.On), shape);
        return new(
            [.. points.Select(p => new PlotDot(days.X(p.On), p.Value > limit ? Rounded(shape.BeyondHeight / 2.0) : scale.Y(p.Value), p.Value > limit))],
            [.. levels.Select((l, i) => (Level: l, Index: i)).Where(l => l.Level.Value <= scale.Top).Select(l => Bar(l.Level, l.Index, days, scale))],
            scale.Ticks,
            days.Ticks(shape),
            shape.LabelWidth,
            scale.Y(0));
    }

    private static double LimitOf(IReadOnlyList<PlotPoint> points)
    {
        var ordered = points.Select(p => p.Value).Order().ToList();
        var upperQuartile = ordered[(ordered.Count - 1) * 3 / 4];
        return upperQuartile > 0 && ordered.Count >= EnoughForBeyond ? upperQuartile * Beyond : ordered[^1];
    }

    private static PlotBar Bar(PlotLevel level, int index, DayScale days, ValueScale values)
    {
        var (from, to) = (days.X(level.From), days.X(level.To));
        return new(index, from, Rounded(to - from), values.Y(level.Value));
    }

    internal static double Rounded(double pixels) => Math.Round(pixels, 1);
}
