using System.Buffers;
using Markdig.Syntax.Inlines;

namespace Archive.Publishing.Documents;

/// <summary>Reads a line of words in which code, links and emphasis plainly begin and end, one after the other.</summary>
/// <remarks>Makes the inlines that Markdig makes, which keeps a list of all that is open and goes over it again. It gives up with null as soon as it meets anything else.</remarks>
/// <param name="text">The source.</param>
/// <param name="end">Of the line in it.</param>
/// <param name="line">Lines before this one.</param>
/// <param name="margin">What is to be added to an index to have its column.</param>
/// <param name="signs">What may mean more than itself among words.</param>
/// <param name="hasAddress">Whether an address may begin somewhere in the line.</param>
internal readonly ref struct PlainInlines(string text, int end, int line, int margin, SearchValues<char> signs, bool hasAddress)
{
    /// <summary>What an address in round brackets may not hold to be read as it stands.</summary>
    private static readonly SearchValues<char> EndsOfAddress = SearchValues.Create([.. Enumerable.Range(0, 33).Select(i => (char)i), '\u007f', .. "()<>\\&\"'"]);

    private ReadOnlySpan<char> Line => text.AsSpan(0, end);

    /// <param name="start">Index of the line's first character.</param>
    /// <param name="length">Without the spaces at its end.</param>
    /// <param name="line">Lines before it.</param>
    /// <param name="column">Of its first character, counted from 0.</param>
    /// <returns>What stands in the line; null where it is not plain.</returns>
    public static ContainerInline? Read(string text, int start, int length, int line, int column, SearchValues<char> signs) =>
        new PlainInlines(text, start + length, line, column - start, signs, text.AsSpan(start, length).ContainsAny(PlainWords.Addresses)).From(start);

    private ContainerInline? From(int start)
    {
        var all = new ContainerInline { Span = new(start, end - 1) };
        for (var words = start; ;)
        {
            var sign = NextSign(words);
            if (!TryAddWords(all, words, sign)) return null;
            if (sign == end) return all;
            if (At(sign, out words) is not { } inline) return null;
            all.AppendChild(inline);
        }
    }

    /// <summary>The next sign that does mean more than itself: a colon does so in tables alone, an exclamation mark before a bracket.</summary>
    private int NextSign(int at)
    {
        while (at < end)
        {
            var next = Line[at..].IndexOfAny(signs);
            if (next < 0) return end;
            at += next;
            if (text[at] != ':' && (text[at] != '!' || CharAt(at + 1) == '[')) return at;
            at++;
        }
        return end;
    }

    /// <summary>NUL after the end.</summary>
    private char CharAt(int at) => at < end ? text[at] : '\0';

    private Inline? At(int sign, out int after)
    {
        after = 0;
        return text[sign] switch
        {
            '`' => Code(sign, out after),
            '[' => Link(sign, out after),
            '*' => Emphasis(sign, out after),
            _ => null,
        };
    }

    /// <returns>False where an address stands among the words.</returns>
    private bool TryAddWords(ContainerInline to, int start, int end)
    {
        if (start == end) return true;
        if (hasAddress && text.AsSpan(start, end - start).ContainsAny(PlainWords.Addresses)) return false;
        to.AppendChild(new LiteralInline { Content = new(text, start, end - 1), Span = new(start, end - 1), Line = line, Column = margin + start });
        return true;
    }

    private CodeInline? Code(int start, out int after)
    {
        var length = Line[(start + 1)..].IndexOf('`');
        after = start + length + 2;
        if (length < 1 || CharAt(after) == '`' || text[start + 1] == ' ' || text[after - 2] == ' ') return null;
        return new(text.Substring(start + 1, length)) { Delimiter = '`', DelimiterCount = 1, Span = new(start, after - 1), Line = line, Column = margin + start };
    }

    /// <summary>Words in square brackets, and an address in round ones.</summary>
    private LinkInline? Link(int start, out int after)
    {
        var close = NextSign(start + 1);
        after = 0;
        if (CharAt(close) != ']' || CharAt(close + 1) != '(') return null;
        var length = Line[(close + 2)..].IndexOfAny(EndsOfAddress);
        after = close + length + 3;
        if (length < 1 || text[after - 1] != ')') return null;
        var link = new LinkInline { Url = text.Substring(close + 2, length), Span = new(start, after - 1), Line = line, Column = margin + start, IsClosed = true };
        return close - start > 2 && TryAddWords(link, start + 1, close) ? link : null; // a single letter may be a task's
    }

    /// <summary>Words between one asterisk and another, or two and two.</summary>
    private EmphasisInline? Emphasis(int start, out int after)
    {
        var count = CharAt(start + 1) == '*' ? 2 : 1;
        var first = start + count;
        after = 0;
        if (!char.IsLetterOrDigit(CharAt(first))) return null;
        var close = NextSign(first);
        after = close + count;
        var isClosed = CharAt(close) == '*' && CharAt(after - 1) == '*' && CharAt(after) != '*';
        if (!isClosed || !(char.IsLetterOrDigit(text[close - 1]) || (char.IsAscii(text[close - 1]) && char.IsPunctuation(text[close - 1]) && (after == end || text[after] == ' ')))) return null;
        var emphasis = new EmphasisInline { DelimiterChar = '*', DelimiterCount = count, Span = new(start, after - 1), Line = line, Column = margin + start };
        return TryAddWords(emphasis, first, close) ? emphasis : null;
    }
}
