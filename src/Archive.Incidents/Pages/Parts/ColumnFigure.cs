using System.Collections.Immutable;
using Archive.Publishing.Charts;

namespace Archive.Incidents.Pages.Parts;

/// <summary>Values side by side, each a link. All numbers are SVG user units, ready to write.</summary>
public sealed record ColumnFigure
{
    /// <summary>What it shows, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>How it is read.</summary>
    public required string Description { get; init; }

    public required string Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Path of the line at zero.</summary>
    public required string Zero { get; init; }

    public required ImmutableArray<ColumnMark> Columns { get; init; }

    public required ImmutableArray<ColumnName> Names { get; init; }

    /// <summary>A line to reach, or null.</summary>
    public required ColumnTarget? Target { get; init; }

    private const int Head = 20; // for the number above the highest column
    private const int Foot = 24; // for the names below
    private const int TargetWidth = 86; // for its words at the right
    private const int LetterWidth = 8; // of the names, generously

    /// <returns>Null where fewer than five values are known: so few are read better as numbers.</returns>
    public static ColumnFigure? Of(ColumnWords words, ImmutableArray<ColumnPoint> points, ColumnChartShape shape, (double Value, string Label)? target = null)
    {
        var chart = ColumnChart.Of([.. points.Select(p => p.Value)], shape);
        if (chart is null) return null;
        var every = Math.Max(1, (int)Math.Ceiling((points.Max(p => p.Name.Length) + 1) * LetterWidth * points.Length / chart.Width)); // leave names out that would run into each other
        return new()
        {
            Title = words.Title,
            Description = words.Description,
            Width = SvgNumber.Of(chart.Width + (target is null ? 0 : TargetWidth)),
            Height = Head + shape.Height + Foot,
            Zero = $"M0 {Head + shape.Height}H{SvgNumber.Of(chart.Width)}",
            Columns = [.. chart.Columns.Select(c => Mark(c, points[c.Index], shape))],
            Names = [.. points.Select((p, i) => new ColumnName(p.Name, SvgNumber.Of(chart.Places[i]), Head + shape.Height + 17)).Where((_, i) => (points.Length - 1 - i) % every == 0)],
            Target = target is { } line ? TargetOf(chart, line.Value, line.Label) : null,
        };
    }

    private static ColumnMark Mark(Column column, ColumnPoint point, ColumnChartShape shape) => new(
        point.Href,
        point.Title,
        SvgNumber.Of(column.X),
        SvgNumber.Of(Head + column.Y),
        SvgNumber.Of(column.Width),
        SvgNumber.Of(column.Height),
        SvgNumber.Of(column.X + column.Width / 2),
        SvgNumber.Of(Head + column.Y - 5),
        point.Label,
        point.Css,
        Head,
        shape.Height);

    private static ColumnTarget TargetOf(ColumnChart chart, double value, string label)
    {
        var y = SvgNumber.Of(Head + chart.YOf(value));
        return new($"M0 {y}H{SvgNumber.Of(chart.Width)}", SvgNumber.Of(chart.Width + 6), SvgNumber.Of(Head + chart.YOf(value) + 4), label);
    }
}

public sealed record ColumnWords(string Title, string Description);

/// <param name="Value">Null where it is not known.</param>
/// <param name="Name">What stands below it.</param>
/// <param name="Label">What stands above it.</param>
/// <param name="Title">What it says in words.</param>
public sealed record ColumnPoint(double? Value, string Name, string Label, string Title, string Href, string Css);

/// <param name="PlaceY">The head of the place that can be pressed, however low the column is.</param>
public sealed record ColumnMark(string Href, string Title, string X, string Y, string Width, string Height, string TextX, string TextY, string Label, string Css, int PlaceY, int PlaceHeight);

public sealed record ColumnName(string Text, string X, int Y);

public sealed record ColumnTarget(string Path, string TextX, string TextY, string Label);
