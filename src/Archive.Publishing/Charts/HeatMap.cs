using System.Collections.Immutable;

namespace Archive.Publishing.Charts;

/// <summary>How many there are in a row and a column, both counted from 0.</summary>
public readonly record struct HeatValue(int Row, int Column, int Count);

/// <summary>The measures of a heat map, in pixels.</summary>
public sealed record HeatMapShape
{
    /// <summary>What the names of the rows take at the left.</summary>
    public required int LabelWidth { get; init; }

    /// <summary>What the names of the columns take at the top.</summary>
    public required int HeadHeight { get; init; }

    public required int CellWidth { get; init; }

    public required int CellHeight { get; init; }

    /// <summary>Between two cells.</summary>
    public int Gap { get; init; } = 2;
}

/// <summary>A cell of the drawing.</summary>
/// <param name="Step">How deep its colour is: 0 for none, 4 for the most.</param>
public readonly record struct HeatCell(HeatValue Value, int X, int Y, int Step);

/// <summary>The geometry of counts in rows and columns. Cells that are not given are left out: nothing could have been counted there.</summary>
/// <param name="Cells">In the order given.</param>
public sealed record HeatMap(int Width, int Height, ImmutableArray<HeatCell> Cells)
{
    public const int DeepestStep = 4;

    /// <returns>Null where there are no cells: an empty frame shows nothing.</returns>
    public static HeatMap? Of(IReadOnlyList<HeatValue> values, int rows, int columns, HeatMapShape shape)
    {
        if (values.Count == 0) return null;
        var most = values.Max(v => v.Count);
        return new(
            shape.LabelWidth + columns * shape.CellWidth,
            shape.HeadHeight + rows * shape.CellHeight,
            [.. values.Select(v => new HeatCell(v, shape.LabelWidth + v.Column * shape.CellWidth, shape.HeadHeight + v.Row * shape.CellHeight, StepOf(v.Count, most)))]);
    }

    /// <summary>Where the greatest is three or less, each count has a step of its own, from the second on; above, a step is a quarter of the greatest.</summary>
    public static int StepOf(int count, int most) =>
        count <= 0 ? 0
        : most < DeepestStep ? count + 1
        : (int)((DeepestStep * (long)count + most - 1) / most);
}
