using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Archive.Publishing.Documents;

/// <summary>A cell of a table.</summary>
/// <param name="Words">Holds its inlines; null where it is nothing but the words from <paramref name="Start"/> on, or empty.</param>
/// <param name="Start">Index in the source of its first character.</param>
/// <param name="Length">Characters of the source, where they are its words without <paramref name="Words"/>.</param>
internal readonly record struct TextCell(LeafBlock? Words, int Start, int Length)
{
    public ContainerInline? Inline => Words?.Inline;

    public bool IsEmpty => Words is null && Length == 0;
}

/// <summary>A table as all who read one see it: rows of one width, the first of them with headers.</summary>
/// <remarks>Its children are those cells that have more to them than words.</remarks>
internal sealed class TextTable : ContainerBlock
{
    private readonly TextCell[] _cells;
    private readonly int[] _lines;
    private readonly bool[] _isRight;

    /// <param name="source">What the cells' indices count in.</param>
    /// <param name="lines">Of each row, counted from 0 in the source.</param>
    /// <param name="cells">As many for each row.</param>
    /// <param name="isRight">Of each column that has a say: whether it is aligned to the right.</param>
    public TextTable(string source, int[] lines, TextCell[] cells, bool[] isRight) : base(null)
    {
        (Source, _lines, _cells, _isRight) = (source, lines, cells, isRight);
        Width = lines.Length == 0 ? 0 : cells.Length / lines.Length;
        IsOpen = false;
        foreach (var cell in cells)
        {
            if (cell.Words is { Parent: null } words) Add(words);
        }
    }

    public string Source { get; }

    /// <summary>Cells of each row.</summary>
    public int Width { get; }

    /// <summary>With that of the headers.</summary>
    public int Rows => _lines.Length;

    public bool IsRight(int column) => column < _isRight.Length && _isRight[column];

    public int LineOf(int row) => _lines[row];

    public TextCell Cell(int row, int column) => _cells[row * Width + column];

    public ReadOnlySpan<char> WordsOf(TextCell cell) => Source.AsSpan(cell.Start, cell.Length);

    /// <summary>The words of a cell without marks.</summary>
    /// <param name="words">Makes the string, where it may stand in other documents too.</param>
    public string TextOf(TextCell cell, RecentWords words) => cell.Words is { } marked ? PlainText.Of(marked.Inline) : words.Of(WordsOf(cell));

    /// <summary>A table, whoever has read it; null where a block is none.</summary>
    public static TextTable? Of(Block block, string source) => block as TextTable ?? (block is Table { Count: > 0 } read ? Of(read, (TableRow)read[0], source) : null);

    private static TextTable Of(Table table, TableRow first, string source)
    {
        var lines = new int[table.Count];
        var cells = new TextCell[table.Count * first.Count]; // Markdig has filled all rows up to the width of the widest
        for (var row = 0; row < lines.Length; row++)
        {
            var read = (TableRow)table[row];
            lines[row] = read.Line;
            for (var column = 0; column < first.Count; column++) cells[row * first.Count + column] = CellOf((TableCell)read[column]);
        }
        return new(source, lines, cells, [.. table.ColumnDefinitions.Select(c => c.Alignment == TableColumnAlign.Right)]) { Line = table.Line, Column = table.Column, Span = table.Span };
    }

    private static TextCell CellOf(TableCell cell) =>
        cell.Count > 0 && cell[0] is LeafBlock { Inline.FirstChild: { } first } words ? new(words, first.Span.Start, 0) : default;
}
