using System.Buffers;
using System.Globalization;
using Markdig.Helpers;
using Markdig.Syntax;

namespace Archive.Publishing.Documents;

/// <summary>
/// Reads the blocks that nearly all documents are made of: headings, paragraphs, lists without lists inside, tables and fenced code that stand at
/// the left edge, and of which the first letters say what each line is.
/// </summary>
/// <remarks>Makes the blocks that Markdig makes, which asks for a parser at each line and each of its indents. They have no parser: one is asked only while its block is open. It has state because it walks through lines.</remarks>
/// <param name="signs">What may mean more than itself in a line of words.</param>
/// <param name="document">Takes the blocks.</param>
internal ref struct PlainBlocks(string text, int start, int line, SearchValues<char> signs, MarkdownDocument document)
{
    private const int HighestLevel = 6;

    private static readonly SearchValues<char> Languages = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-+#.");

    private int _at = start;

    /// <summary>Lines before the one that is read next.</summary>
    public int Line { get; private set; } = line;

    public readonly bool IsAtEnd => _at >= text.Length;

    public readonly bool IsAtBlank => IsBlank(_at);

    /// <summary>Whether the next line goes on with nothing that stands before it, where a blank line lies between.</summary>
    public readonly bool IsApart => IsApartAt(_at);

    /// <summary>The next line as it stands, for another reader.</summary>
    public StringSlice TakeLine()
    {
        var (first, end) = (_at, EndOf(_at));
        MoveTo(end + 1, Line + 1);
        return new(text, first, end - 1, end < text.Length ? NewLine.LineFeed : NewLine.None);
    }

    /// <summary>Reads the block that begins with the next line, which is not blank.</summary>
    /// <returns>False where it is not plain: then nothing was read.</returns>
    public bool TryRead() => text[_at] switch
    {
        '#' => Heading(),
        '|' => Table(),
        '`' or '~' when FenceAt(_at) is > 0 and var fence => Code(fence),
        _ => MarkerAt(_at) is { Width: > 0 } marker ? List(marker) : Paragraph(),
    };

    private void MoveTo(int at, int line) => (_at, Line) = (at, line);

    private readonly int EndOf(int at)
    {
        var length = text.AsSpan(at).IndexOf('\n');
        return length < 0 ? text.Length : at + length;
    }

    private readonly bool IsBlank(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t') at++;
        return at >= text.Length || text[at] == '\n';
    }

    private readonly bool IsApartAt(int at) => text[at] is not (' ' or '\t' or '\n' or '-' or '+' or '*' or (>= '0' and <= '9'));

    private bool Heading()
    {
        var end = EndOf(_at);
        var rest = text.AsSpan(_at, end - _at);
        var level = rest.IndexOfAnyExcept('#');
        if (level is < 1 or > HighestLevel || rest[level] != ' ') return false;
        var words = rest[(level + 1)..].TrimEnd(' ');
        if (words.IsEmpty || words[^1] == '#' || char.IsWhiteSpace(words[0]) || char.IsWhiteSpace(words[^1])) return false;
        var heading = new HeadingBlock(null!) { HeaderChar = '#', Level = level, Line = Line, Span = new(_at, end - 1), IsOpen = false };
        Fill(heading, _at, Line, lines: 1, indent: level + 1);
        document.Add(heading);
        MoveTo(end + 1, Line + 1);
        return true;
    }

    private bool Paragraph()
    {
        var (at, lines, end) = (_at, 0, _at);
        do
        {
            end = EndOf(at);
            if (!IsWords(text.AsSpan(at, end - at)))
            {
                if (lines == 0 || !Interrupts(at)) return false;
                break;
            }
            lines++;
            at = end + 1;
        }
        while (at < text.Length && !IsBlank(at));
        if (text[_at] == '[' && text.AsSpan(_at, Math.Min(at, text.Length) - _at).Contains("]:", StringComparison.Ordinal)) return false; // may define an address
        document.Add(ParagraphOf(_at, Line, lines, indent: 0));
        MoveTo(at, Line + lines);
        return true;
    }

    /// <param name="indent">Where its words begin in each of its lines.</param>
    private readonly ParagraphBlock ParagraphOf(int at, int line, int lines, int indent)
    {
        var paragraph = new ParagraphBlock(null!) { Line = line, Column = indent, IsOpen = false };
        Fill(paragraph, at, line, lines, indent);
        return paragraph;
    }

    /// <summary>Whether a line can be nothing but words of a paragraph, on its own or below others.</summary>
    private static bool IsWords(ReadOnlySpan<char> words)
    {
        if (words.TrimEnd(' ') is not [.., var last] || char.IsWhiteSpace(last)) return false;
        return words[0] switch
        {
            '#' or '>' or '-' or '+' or '~' or '<' or '=' or '|' => false,
            '*' or '_' => IsLetter(words, 1) || (words[1..] is [var second, ..] && second == words[0] && IsLetter(words, 2)),
            '`' => IsLetter(words, 1),
            >= '0' and <= '9' => !IsNumber(words),
            var first => !char.IsWhiteSpace(first),
        };
    }

    private static bool IsLetter(ReadOnlySpan<char> words, int at) => at < words.Length && char.IsLetterOrDigit(words[at]);

    /// <summary>Whether words begin as an item of a list may.</summary>
    private static bool IsNumber(ReadOnlySpan<char> words)
    {
        var after = words.IndexOfAnyExceptInRange('0', '9');
        return after > 0 && words[after] is '.' or ')' && (after + 1 == words.Length || words[after + 1] is ' ' or '\t');
    }

    /// <summary>Whether a line surely ends the paragraph above it.</summary>
    private readonly bool Interrupts(int at)
    {
        if (FenceAt(at) > 0) return true;
        var marker = MarkerAt(at);
        return marker is { Width: > 0, Number: <= 1 } && IsWords(text.AsSpan(at + marker.Width, EndOf(at) - at - marker.Width));
    }

    private bool List(ListMarker marker)
    {
        var list = marker.List(Line, _at);
        var (at, line) = (_at, Line);
        while (at < text.Length && !IsBlank(at))
        {
            var item = MarkerAt(at);
            if (!item.IsLike(marker) || LinesOf(at, item.Width) is not (> 0 and var lines)) return false;
            var block = new ListItemBlock(null!) { Line = line, ColumnWidth = item.Width, Order = item.Number, IsOpen = false };
            block.Add(ParagraphOf(at, line, lines, item.Width));
            list.Add(block);
            for (line += lines; lines > 0; lines--) at = EndOf(at) + 1;
        }
        if (!IsEndOfList(at, marker)) return false;
        document.Add(list);
        MoveTo(at, line);
        return true;
    }

    /// <summary>How many lines of words an item has; 0 where there is more to it, or nothing.</summary>
    private readonly int LinesOf(int at, int width)
    {
        var lines = 0;
        do
        {
            var end = EndOf(at);
            if (end - at <= width) return 0;
            var words = text.AsSpan(at + width, end - at - width);
            if (!IsWords(words) || (lines > 0 && !IsIndent(at, width)) || (words[0] == '[' && words.Contains("]:", StringComparison.Ordinal))) return 0;
            lines++;
            at = end + 1;
        }
        while (at < text.Length && text[at] == ' ' && !IsBlank(at));
        return lines;
    }

    private readonly bool IsIndent(int at, int width) => !text.AsSpan(at, width).ContainsAnyExcept(' ');

    /// <summary>Whether a list that stands before a blank line goes no further.</summary>
    private readonly bool IsEndOfList(int at, ListMarker marker)
    {
        while (at < text.Length && IsBlank(at)) at = EndOf(at) + 1;
        return at >= text.Length || IsApartAt(at) || (MarkerAt(at) is { Width: > 0 } next && !next.IsLike(marker));
    }

    private readonly ListMarker MarkerAt(int at)
    {
        var digits = at;
        while (digits < text.Length && digits - at < ListMarker.MostDigits && char.IsAsciiDigit(text[digits])) digits++;
        var (type, space) = (digits > at ? '1' : text[at], digits + 1);
        if (space >= text.Length || text[space] != ' ') return default;
        var isMarker = digits > at ? text[at] != '0' && text[digits] is '.' or ')' : type is '-' or '+' or '*';
        return isMarker ? new(type, digits > at ? text[digits] : '\0', digits > at ? int.Parse(text.AsSpan(at, digits - at), CultureInfo.InvariantCulture) : 0, space + 1 - at) : default;
    }

    private bool Table()
    {
        var (at, count) = (_at, 0);
        for (; at < text.Length && text[at] == '|'; at = EndOf(at) + 1) count++;
        if (count < 2 || (at < text.Length && !IsBlank(at))) return false;
        var lines = new StringLine[count];
        var from = _at;
        for (var i = 0; i < count; i++)
        {
            var end = EndOf(from);
            lines[i] = new(new StringSlice(text, from, end - 1), Line + i, 0, from, NewLine.LineFeed);
            from = end + 1;
        }
        if (PlainTables.Read(lines) is not { } table) return false;
        document.Add(table);
        MoveTo(at, Line + count);
        return true;
    }

    /// <summary>How many signs a line begins with that fence code in; 0 where it is no fence.</summary>
    private readonly int FenceAt(int at)
    {
        var sign = text[at];
        if (sign is not ('`' or '~')) return 0;
        var rest = text.AsSpan(at, EndOf(at) - at);
        var length = rest.IndexOfAnyExcept(sign);
        if (length < 0) length = rest.Length;
        return length >= 3 && !rest[length..].Contains('`') ? length : 0;
    }

    private bool Code(int fence)
    {
        var first = EndOf(_at);
        var language = text.AsSpan(_at + fence, first - _at - fence).Trim(' ');
        if (language.ContainsAnyExcept(Languages)) return false;
        var (at, count) = (first + 1, 0);
        for (; ; at = EndOf(at) + 1, count++)
        {
            if (at >= text.Length) return false; // nothing closes it
            var words = text.AsSpan(at, EndOf(at) - at).TrimStart(' ');
            if (!words.StartsWith(text.AsSpan(_at, fence))) continue;
            if (text[at] == ' ' || !words[fence..].Trim(' ').IsEmpty) return false;
            break;
        }
        if (count == 0) return false;
        document.Add(CodeOf(fence, language.ToString(), first + 1, count));
        MoveTo(EndOf(at) + 1, Line + count + 2);
        return true;
    }

    private readonly FencedCodeBlock CodeOf(int fence, string language, int at, int count)
    {
        var code = new FencedCodeBlock(null!) { Line = Line, FencedChar = text[_at], OpeningFencedCharCount = fence, ClosingFencedCharCount = fence, Info = language, IsOpen = false, Lines = new(count) };
        if (language.Length > 0) Markdig.Renderers.Html.HtmlAttributesExtensions.GetAttributes(code).AddClass("language-" + language);
        for (var i = 0; i < count; i++)
        {
            var end = EndOf(at);
            var added = new StringLine(new StringSlice(text, at, end - 1, NewLine.LineFeed), Line + 1 + i, 0, at, NewLine.LineFeed);
            code.Lines.Add(ref added);
            at = end + 1;
        }
        return code;
    }

    /// <summary>Gives a block its words: read, where they are plain, otherwise for Markdig to read.</summary>
    private readonly void Fill(LeafBlock block, int at, int line, int lines, int indent)
    {
        var end = EndOf(at);
        if (lines == 1)
        {
            end = at + text.AsSpan(at, end - at).TrimEnd(' ').Length;
            block.Inline = PlainInlines.Read(text, at + indent, end - at - indent, line, indent, signs);
            block.ProcessInlines = block.Inline is null;
            if (!block.ProcessInlines) return;
        }
        block.Lines = new(lines);
        for (var i = 1; i <= lines; i++)
        {
            var added = new StringLine(new StringSlice(text, at + indent, end - 1, NewLine.LineFeed), line, indent, at, NewLine.LineFeed);
            block.Lines.Add(ref added);
            if (i == lines) return;
            (at, line) = (end + 1, line + 1);
            end = EndOf(at);
            if (i + 1 == lines) end = at + text.AsSpan(at, end - at).TrimEnd(' ').Length;
        }
    }
}
