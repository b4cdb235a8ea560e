using System.Collections.Immutable;
using Archive.Publishing.Charts;

namespace Archive.Incidents.Pages.Parts;

/// <summary>Counts in rows and columns as cells of a colour; each is a link. All numbers are SVG user units, ready to write.</summary>
public sealed record HeatFigure
{
    /// <summary>What it shows, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>How it is read.</summary>
    public required string Description { get; init; }

    /// <summary>What the names of the rows take at the left, in a drawing of their own: they stay in view where the cells scroll.</summary>
    public required int NamesWidth { get; init; }

    /// <summary>Of the cells and the names above them, which begin where <see cref="NamesWidth"/> ends.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    public required ImmutableArray<HeatName> Rows { get; init; }

    public required ImmutableArray<HeatName> Columns { get; init; }

    public required ImmutableArray<HeatMark> Cells { get; init; }

    public required TableTwin Table { get; init; }

    /// <summary>Whether the columns follow one another in time, the newest last: a screen too narrow for all shows that one first.</summary>
    public required bool IsOverTime { get; init; }

    private const int LetterWidth = 7; // of the drawing's text, generously

    /// <returns>Null where there is nothing to draw.</returns>
    public static HeatFigure? Of(HeatWords words, ImmutableArray<LinkView> rows, ImmutableArray<LinkView> columns, ImmutableArray<HeatPoint> points, HeatMapShape shape)
    {
        var map = HeatMap.Of([.. points.Select(p => new HeatValue(p.Row, p.Column, p.Count))], rows.Length, columns.Length, shape);
        if (map is null) return null;
        var isSlanted = shape.HeadHeight > 2 * shape.CellHeight; // long names need the room that slanted ones take
        return new()
        {
            Title = words.Title,
            Description = words.Description,
            NamesWidth = shape.LabelWidth,
            Width = map.Width - shape.LabelWidth + (isSlanted ? shape.HeadHeight * 4 / 5 : 0), // the last name leans over the edge
            Height = map.Height,
            Rows = [.. rows.Select((r, i) => Name(r, shape.LabelWidth - 10, shape.HeadHeight + i * shape.CellHeight + shape.CellHeight / 2 + 4, shape.LabelWidth - 10, "end", null))],
            Columns = [.. columns.Select((c, i) => Head(c, i, isSlanted, shape))],
            Cells = [.. map.Cells.Select((c, i) => Mark(c, points[i], shape))],
            Table = Twin(words, rows, columns, points),
            IsOverTime = words.IsOverTime,
        };
    }

    private static HeatName Head(LinkView column, int index, bool isSlanted, HeatMapShape shape)
    {
        var x = shape.LabelWidth + index * shape.CellWidth + shape.CellWidth / 2;
        var y = shape.HeadHeight - 9;
        return isSlanted
            ? Name(column, x, y, shape.HeadHeight * 5 / 4, "start", $"rotate(-48 {x} {y})")
            : Name(column, x, y, shape.CellWidth, "middle", null);
    }

    private static HeatName Name(LinkView name, int x, int y, int room, string anchor, string? transform)
    {
        var letters = Math.Max(2, room / LetterWidth);
        var text = name.Text.Length <= letters ? name.Text : $"{name.Text[..(letters - 1)].TrimEnd()}…";
        return new(text, name.Text, name.Href, x, y, anchor, transform);
    }

    private static HeatMark Mark(HeatCell cell, HeatPoint point, HeatMapShape shape) => new(
        point.Href,
        point.Title,
        cell.X,
        cell.Y,
        shape.CellWidth - shape.Gap,
        shape.CellHeight - shape.Gap,
        cell.X + (shape.CellWidth - shape.Gap) / 2,
        cell.Y + shape.CellHeight / 2 + 4,
        Wording.Number(point.Count),
        $"h{cell.Step}");

    private static TableTwin Twin(HeatWords words, ImmutableArray<LinkView> rows, ImmutableArray<LinkView> columns, ImmutableArray<HeatPoint> points)
    {
        var byPlace = points.ToDictionary(p => (p.Row, p.Column));
        return new(words.Title, words.Corner, [.. columns.Select(c => c.Text)],
        [
            .. rows.Select((r, row) => new TwinRow(r,
                [.. columns.Select((_, column) => byPlace.TryGetValue((row, column), out var p) ? new LinkView(p.TableText, p.Href) : new LinkView("", null))])),
        ]);
    }
}

/// <param name="Corner">What the rows are, as the head of the table's first column.</param>
/// <param name="IsOverTime">Whether the columns follow one another in time.</param>
public sealed record HeatWords(string Title, string Description, string Corner, bool IsOverTime);

/// <summary>A cell to draw.</summary>
/// <param name="Count">What its colour and number say.</param>
/// <param name="TableText">The same in the table.</param>
/// <param name="Title">What it says in words.</param>
public sealed record HeatPoint(int Row, int Column, int Count, string TableText, string Title, string Href);

/// <summary>The name of a row or a column.</summary>
/// <param name="Text">As much of it as has room.</param>
/// <param name="Transform">How it is turned, or null.</param>
/// <param name="Anchor">Which part of it stands at its place: <c>start</c>, <c>middle</c> or <c>end</c>.</param>
public sealed record HeatName(string Text, string Title, string? Href, int X, int Y, string Anchor, string? Transform);

public sealed record HeatMark(string Href, string Title, int X, int Y, int Width, int Height, int TextX, int TextY, string Text, string Css);
