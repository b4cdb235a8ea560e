using System.Buffers;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Archive.Publishing.Documents;

/// <summary>Reads tables that are written as nearly all are: a bar at both ends of each line, and in no cell anything that could reach over a bar.</summary>
/// <remarks>
/// The words are those that Markdig reads, at a fraction of the cost: it makes four objects of a cell before it knows that there is a table, and joins all lines first.
/// Anything else is left to Markdig, which meets what stays a paragraph.
/// </remarks>
internal sealed class PlainTables : ParagraphBlockParser
{
    /// <summary>What may mean more than itself inside a cell.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("&*[]_`~");

    /// <summary>What may take a bar's meaning, whatever stands around it; and tabs, which are wider than a character.</summary>
    private static readonly SearchValues<char> Unusual = SearchValues.Create("\\<\t");

    /// <summary>What an address in round brackets may not hold to end with the first that closes.</summary>
    private static readonly SearchValues<char> EndsOfAddress = SearchValues.Create(" \"'(<)");

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (!base.Close(processor, block)) return false;
        if (block is not ParagraphBlock { Lines.Count: >= 2, Parent: { } parent } paragraph || parent.LastChild != block || Read(paragraph.Lines.Lines.AsSpan(0, paragraph.Lines.Count)) is not { } table) return true;
        parent.Add(table);
        return false;
    }

    /// <param name="lines">Two or more.</param>
    /// <returns>Null where they are no plain table.</returns>
    public static TextTable? Read(ReadOnlySpan<StringLine> lines)
    {
        if (WidthOf(lines[0].Slice) is not { } headers || AlignmentOf(lines[1].Slice, headers) is not { } isRight) return null;
        var width = headers;
        foreach (ref readonly var line in lines[2..])
        {
            if (!ReferenceEquals(line.Slice.Text, lines[0].Slice.Text) || WidthOf(line.Slice) is not { } cells) return null;
            width = Math.Max(width, cells);
        }
        var (source, start) = (lines[0].Slice.Text, lines[0].Slice.Start);
        var end = (lines.Length > 2 ? lines[^1] : lines[0]).Slice.End; // the line between may stand in another text
        var reading = new Reading(source, lines.Length - 1, width, source.AsSpan(start, end + 1 - start).ContainsAny(PlainWords.Addresses));
        if (!reading.Add(lines[0])) return null;
        foreach (ref readonly var line in lines[2..])
        {
            if (!reading.Add(line)) return null;
        }
        return reading.Table(isRight, lines[0]);
    }

    /// <summary>How many cells a line has; null where it is no line of a plain table.</summary>
    private static int? WidthOf(StringSlice line)
    {
        var text = line.AsSpan().TrimEnd(' ');
        return text.Length > 1 && text[0] == '|' && text[^1] == '|' && !text.ContainsAny(Unusual) ? text.Count('|') - 1 : null;
    }

    /// <summary>Of each column whether it is aligned to the right; null where the line does not part headers from rows.</summary>
    private static bool[]? AlignmentOf(StringSlice line, int headers)
    {
        if (WidthOf(line) != headers) return null;
        var isRight = new bool[headers];
        var rest = line.AsSpan().TrimEnd(' ')[1..];
        for (var i = 0; i < headers; i++)
        {
            var end = rest.IndexOf('|');
            var cell = rest[..end].Trim(' ');
            if (cell.Length == 0 || cell[(cell[0] == ':' ? 1 : 0)..].TrimStart('-') is not ("" or ":") || !cell.Contains('-')) return null;
            isRight[i] = cell[0] != ':' && cell[^1] == ':';
            rest = rest[(end + 1)..];
        }
        return isRight;
    }

    /// <summary>A cell that has more to it than words.</summary>
    private sealed class Words : LeafBlock
    {
        public Words(StringLine line, int start, int length) : base(null)
        {
            ProcessInlines = true;
            IsOpen = false;
            (Line, Column) = (line.Line, line.Column + start - line.Slice.Start);
            var words = new StringLine(new StringSlice(line.Slice.Text, start, start + length - 1), Line, Column, start, NewLine.None);
            Lines = new(1);
            Lines.Add(ref words);
        }
    }

    /// <summary>The rows read so far.</summary>
    /// <param name="hasAddresses">Whether one may begin in any of them.</param>
    private ref struct Reading(string source, int rows, int width, bool hasAddresses)
    {
        private readonly int[] _lines = new int[rows];
        private readonly TextCell[] _cells = new TextCell[rows * width];
        private int _row;

        /// <returns>False where a cell may reach over a bar, or where Markdig sees something that nobody else does.</returns>
        public bool Add(in StringLine line)
        {
            _lines[_row] = line.Line;
            var end = line.Slice.Start + line.Slice.AsSpan().TrimEnd(' ').Length;
            var column = 0;
            for (var at = line.Slice.Start + 1; at < end; column++)
            {
                var bar = source.IndexOf('|', at);
                if (!CellOf(line, at, bar, out _cells[_row * width + column])) return false;
                at = bar + 1;
            }
            _row++;
            return true;
        }

        public readonly TextTable Table(bool[] isRight, in StringLine first) => new(source, _lines, _cells, isRight)
        {
            Line = first.Line,
            Column = first.Column,
            Span = new(first.Slice.Start, first.Slice.End),
        };

        private readonly bool CellOf(in StringLine line, int start, int bar, out TextCell cell)
        {
            var text = source.AsSpan(start, bar - start);
            var trimmed = text.Trim(' ');
            var at = start + text.Length - text.TrimStart(' ').Length;
            cell = new(null, at, trimmed.Length);
            if (trimmed.IsEmpty) return text.Length > 0;
            if (char.IsWhiteSpace(trimmed[0]) || char.IsWhiteSpace(trimmed[^1])) return false;
            var hasAddress = hasAddresses && trimmed.ContainsAny(PlainWords.Addresses);
            if (!hasAddress && !trimmed.ContainsAny(Signs)) return true;
            cell = new(new Words(line, at, trimmed.Length), at, 0);
            return StaysInside(trimmed, hasAddress, isOpen: trimmed[^1] == text[^1]);
        }
    }

    /// <summary>Whether all that is opened in a cell is closed in it, so that its words mean the same alone as between bars.</summary>
    /// <param name="isOpen">Whether the bar follows at once.</param>
    private static bool StaysInside(ReadOnlySpan<char> cell, bool hasAddress, bool isOpen)
    {
        if (isOpen && (hasAddress || cell[^1] is '*' or '_' or '~')) return false;
        if (hasAddress && cell.ContainsAny('*', '_', '~')) return false; // an address asks what is open in the cells before
        var hasCode = cell.Contains('`');
        var hasLink = cell.ContainsAny('[', ']');
        if (hasCode && (hasAddress || hasLink || !ClosesCode(cell))) return false;
        return !hasLink || ClosesLinks(cell);
    }

    private static bool ClosesCode(ReadOnlySpan<char> cell) => cell.Count('`') % 2 == 0 && cell.IndexOf("``") < 0;

    /// <summary>Brackets in pairs; behind a pair an address that ends with the first bracket, and no bare address, which would take brackets for its own. A name in a second pair may stay open.</summary>
    private static bool ClosesLinks(ReadOnlySpan<char> cell)
    {
        var open = 0;
        for (var i = 0; i < cell.Length; i++)
        {
            // Markdig takes space from the ends of a cell even inside of a link
            if (cell[i] is '[' or ']' && IsSpace(cell, cell[i] == '[' ? i + 1 : i - 1)) return false;
            if (cell[i] == '[') open++;
            else if (cell[i] == ']' && (--open < 0 || cell[i..].StartsWith("]["))) return false;
            else if (cell[i..].StartsWith("]("))
            {
                var end = cell[(i + 2)..].IndexOfAny(EndsOfAddress);
                if (end < 0 || cell[i + 2 + end] != ')') return false;
                i += 2 + end;
            }
            else if (PlainWords.IsAddress(cell[i..])) return false;
        }
        return open == 0;
    }

    private static bool IsSpace(ReadOnlySpan<char> cell, int at) => at >= 0 && at < cell.Length && char.IsWhiteSpace(cell[at]);
}

/// <summary>Reads the tables that are left to Markdig.</summary>
/// <remarks>What follows the words of a paragraph costs Markdig some objects before it looks whether a bar was among them, for each paragraph there is.</remarks>
internal sealed class OtherTables(LineBreakInlineParser lineBreaks) : PipeTableParser(lineBreaks), IPostInlineProcessor
{
    bool IPostInlineProcessor.PostProcess(InlineProcessor state, Inline? root, Inline? lastChild, int postInlineProcessorIndex, bool isFinalProcessing) =>
        state.ParserStates[Index] is null || PostProcess(state, root, lastChild, postInlineProcessorIndex, isFinalProcessing);
}
