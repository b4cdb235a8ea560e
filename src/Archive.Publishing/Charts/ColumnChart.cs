using System.Collections.Immutable;

namespace Archive.Publishing.Charts;

/// <summary>The measures of a chart of columns, in pixels.</summary>
public sealed record ColumnChartShape
{
    public required int Width { get; init; }

    /// <summary>From the top of the highest column to zero.</summary>
    public required int Height { get; init; }

    /// <summary>No column is wider, however few there are.</summary>
    public int WidestColumn { get; init; } = 56;

    /// <summary>The part of its place that a column leaves empty.</summary>
    public double GapShare { get; init; } = 0.28;

    /// <summary>What the highest column may stand for; null for the greatest value.</summary>
    public double? Top { get; init; }
}

/// <summary>A column.</summary>
/// <param name="Index">Of its value, from 0.</param>
/// <param name="Y">Its head; zero lies at the height of the chart.</param>
public readonly record struct Column(int Index, double X, double Width, double Y, double Height);

/// <summary>The geometry of values side by side. Every column stands on zero.</summary>
/// <param name="Columns">Those whose value is known, in order; one of nothing has no height.</param>
/// <param name="Places">The middle of each value's place, known or not.</param>
public sealed record ColumnChart(ImmutableArray<Column> Columns, ImmutableArray<double> Places, double Width, double Top, ColumnChartShape Shape)
{
    /// <summary>A line through fewer points says more than they do: no chart over time is drawn of them.</summary>
    public const int FewestPoints = 5;

    /// <param name="values">Not negative; null where the value is not known.</param>
    /// <returns>Null where no value is known, or where fewer than <see cref="FewestPoints"/> are.</returns>
    public static ColumnChart? Of(IReadOnlyList<double?> values, ColumnChartShape shape)
    {
        if (values.Count(v => v is not null) < FewestPoints) return null;
        var place = Math.Min(shape.WidestColumn / (1 - shape.GapShare), (double)shape.Width / values.Count);
        var width = Rounded(place * (1 - shape.GapShare));
        var top = shape.Top ?? values.Max() ?? 0;
        return new(
            [.. values.Select((v, i) => (Value: v, Index: i)).Where(v => v.Value is not null).Select(v => At(v.Index, v.Value.GetValueOrDefault()))], // filtered in this line
            [.. values.Select((_, i) => Rounded((i + 0.5) * place))],
            Rounded(place * values.Count),
            top,
            shape);

        Column At(int index, double value)
        {
            var height = top <= 0 ? 0 : Rounded(Math.Clamp(value / top, 0, 1) * shape.Height);
            return new(index, Rounded(index * place + place * shape.GapShare / 2), width, Rounded(shape.Height - height), height);
        }
    }

    /// <summary>Where a value lies, such as a target.</summary>
    public double YOf(double value) => Top <= 0 ? Shape.Height : Rounded(Shape.Height - Math.Clamp(value / Top, 0, 1) * Shape.Height);

    private static double Rounded(double pixels) => Math.Round(pixels, 1);
}
