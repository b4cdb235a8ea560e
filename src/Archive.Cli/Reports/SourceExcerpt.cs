using System.Text;

namespace Archive.Cli.Reports;

/// <summary>A source line and the marks under it, fitted to a width.</summary>
/// <param name="Line">The part of the line around the marks; tabs are spaces, control characters are symbols.</param>
/// <param name="Indent">Cells before the first mark.</param>
/// <param name="Marks">How many cells are marked; 0 where the place in the line is not known.</param>
public sealed record SourceExcerpt(string Line, int Indent, int Marks)
{
    private const int TabStop = 4;
    private const int MinimumWidth = 10;

    /// <param name="column">1-based, in UTF-16 code units; 0 where not known. Past the end of the line marks the cell after it.</param>
    /// <param name="length">In UTF-16 code units; 0 where not known, which marks one cell.</param>
    /// <param name="width">Cells there are.</param>
    public static SourceExcerpt Of(string line, int column, int length, int width)
    {
        width = Math.Max(width, MinimumWidth);
        var (from, to) = Window(line, column, width);
        if (line.AsSpan(from, to - from).IndexOfAnyExceptInRange(' ', '~') < 0) return OfPlain(line, from, to, column, length, width);
        var cells = Cells(line, from, to);
        var start = FirstAt(cells, column == 0 ? 0 : column - 1);
        var end = column == 0 ? start : Math.Max(start + 1, FirstAt(cells, column - 1 + length));
        return Clip(cells, start, end, width);
    }

    /// <summary>The part of a line that may be shown: no terminal shows more than a few hundred cells, so a line of a megabyte is not walked through.</summary>
    private static (int From, int To) Window(string line, int column, int width)
    {
        var from = Math.Max(0, Math.Min(column - 1, line.Length) - (2 * width));
        var to = (int)Math.Min(line.Length, Math.Max(column, 1) + (4L * width));
        if (from > 0 && char.IsLowSurrogate(line[from])) from--;
        if (to < line.Length && char.IsLowSurrogate(line[to])) to++;
        return (from, to);
    }

    /// <summary>The same where each character takes a cell, as in nearly all lines.</summary>
    private static SourceExcerpt OfPlain(string line, int from, int to, int column, int length, int width)
    {
        var shown = from == 0 && to == line.Length ? line : string.Concat(from > 0 ? "…" : "", line.AsSpan(from, to - from), to < line.Length ? "…" : "");
        var first = from > 0 ? 1 - from : 0; // from a character's place in the line to its cell
        var start = Math.Clamp(Math.Max(column, 1) - 1 + first, 0, shown.Length);
        var end = column == 0 ? start : (int)Math.Max(start + 1, Math.Clamp(column - 1 + (long)length + first, 0, shown.Length));
        if (Math.Max(shown.Length, end) <= width) return new(shown, start, end - start);
        var (left, right) = Shown(start, Math.Max(shown.Length, end), width);
        right = Math.Min(right, shown.Length);
        var part = string.Concat(left > 0 ? "…" : "", shown.AsSpan(left..right)[(left > 0 ? 1 : 0)..(right < shown.Length ? ^1 : ^0)], right < shown.Length ? "…" : "");
        return new(part, start - left, Math.Min(end, left + width) - start);
    }

    /// <summary>One entry a cell: what stands there, and which code unit of the line it comes from. A wide character's second cell holds no text.</summary>
    private static List<(string Text, int Offset)> Cells(string line, int from, int to)
    {
        var cells = new List<(string Text, int Offset)>(to - from);
        if (from > 0) cells.Add(("…", from - 1));
        var offset = from;
        foreach (var rune in line.AsSpan(from, to - from).EnumerateRunes())
        {
            Append(cells, rune, offset);
            offset += rune.Utf16SequenceLength;
        }
        if (to < line.Length) cells.Add(("…", to));
        return cells;
    }

    private static void Append(List<(string Text, int Offset)> cells, Rune rune, int offset)
    {
        if (rune.Value == '\t')
        {
            do cells.Add((" ", offset));
            while (cells.Count % TabStop != 0);
            return;
        }
        var shown = Visible.Of(rune);
        var cellsTaken = Visible.WidthOf(shown);
        if (cellsTaken == 0 && cells.Count > 0) cells[^1] = (cells[^1].Text + shown, cells[^1].Offset);
        else cells.Add((shown.ToString(), offset));
        if (cellsTaken == 2) cells.Add(("", offset));
    }

    private static int FirstAt(List<(string Text, int Offset)> cells, int offset)
    {
        var index = cells.FindIndex(c => c.Offset >= offset);
        return index < 0 ? cells.Count : index;
    }

    private static SourceExcerpt Clip(List<(string Text, int Offset)> cells, int start, int end, int width)
    {
        if (Math.Max(cells.Count, end) <= width) return new(Text(cells, 0, cells.Count), start, end - start);
        var (from, to) = Shown(start, Math.Max(cells.Count, end), width);
        to = Math.Min(to, cells.Count);
        var shown = cells.GetRange(from, to - from);
        if (from > 0) Cut(shown, 0);
        if (to < cells.Count) Cut(shown, shown.Count - 1);
        return new(Text(shown, 0, shown.Count), start - from, Math.Min(end, from + width) - start);
    }

    /// <summary>The cells that a width has room for: a third of it before the mark, two thirds from it on.</summary>
    private static (int From, int To) Shown(int start, int cells, int width)
    {
        var from = Math.Clamp(start - (width / 3), 0, Math.Max(0, cells - width));
        return (from, from + width);
    }

    /// <summary>Puts the sign of a cut into a cell; the other half of a wide character becomes a space.</summary>
    private static void Cut(List<(string Text, int Offset)> cells, int at)
    {
        if (cells[at].Text.Length == 0 && at > 0) cells[at - 1] = (" ", cells[at - 1].Offset);
        if (at + 1 < cells.Count && cells[at + 1].Text.Length == 0) cells[at + 1] = (" ", cells[at + 1].Offset);
        cells[at] = ("…", cells[at].Offset);
    }

    private static string Text(List<(string Text, int Offset)> cells, int from, int to) =>
        string.Concat(cells.Skip(from).Take(to - from).Select(c => c.Text));
}
