using System.Buffers;
using System.Collections.Immutable;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Archive.Publishing.Documents;

/// <summary>Reads words up to the next sign that may mean something, in one step: what is left to Markdig stops at each letter with which an address may begin.</summary>
/// <remarks>
/// The tree is the same. Markdig would ask for a parser at each h, w, f, m and t, which is one letter in six, and put the pieces together again.
/// This parser has no letters of its own, so that it is asked last. It has state because the signs are those of the pipeline that it is part of.
/// </remarks>
internal sealed class PlainWords : InlineParser
{
    private static readonly ImmutableArray<string> Beginnings = ["http://", "https://", "www.", "ftp://", "mailto:", "tel:"];

    /// <summary>How addresses begin that stand bare in a text.</summary>
    public static readonly SearchValues<string> Addresses = SearchValues.Create([.. Beginnings], StringComparison.Ordinal);

    /// <summary>Letters of the longest of these.</summary>
    private const int LongestBeginning = 8;

    private SearchValues<char>? _signs;

    /// <summary>Whether an address may begin where a text does.</summary>
    public static bool IsAddress(ReadOnlySpan<char> text)
    {
        foreach (var beginning in Beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    /// <summary>What may mean more than itself among words, but for letters, which are those of addresses alone.</summary>
    public static SearchValues<char> SignsOf(InlineParserList parsers) => SearchValues.Create([.. parsers.OpeningCharacters.Where(c => !char.IsAsciiLetter(c))]);

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        _signs ??= SignsOf(processor.Parsers);
        var next = NextSign(slice, _signs);
        var end = next <= slice.End && slice.Text[next] == '\n' ? EndOfLine(slice, next) : next - 1;
        if (end >= slice.Start) Add(processor, slice, end);
        slice.Start = next;
        return true;
    }

    /// <summary>Where the next sign stands, or the next address begins; after the end where there is none. The first character is no such thing: others were asked.</summary>
    private static int NextSign(StringSlice slice, SearchValues<char> signs)
    {
        var rest = slice.AsSpan()[1..];
        var sign = rest.IndexOfAny(signs) is >= 0 and var found ? found : rest.Length;
        var address = rest[..Math.Min(rest.Length, sign + LongestBeginning)].IndexOfAny(Addresses); // a colon is a sign too
        return slice.Start + 1 + (address >= 0 && address < sign ? address : sign);
    }

    /// <summary>The last character of a line that is no space.</summary>
    private static int EndOfLine(StringSlice slice, int lineBreak)
    {
        var end = lineBreak - 1;
        while (end >= slice.Start && slice.Text[end].IsSpace()) end--;
        return end;
    }

    private static void Add(InlineProcessor processor, StringSlice slice, int end)
    {
        if (processor.Inline is LiteralInline before && ReferenceEquals(before.Content.Text, slice.Text) && before.Content.End + 1 == slice.Start)
        {
            before.Content.End = end;
            before.Span.End = processor.GetSourcePosition(end);
            return;
        }
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new LiteralInline
        {
            Content = new(slice.Text, slice.Start, end),
            Span = new(start, processor.GetSourcePosition(end)),
            Line = line,
            Column = column,
        };
    }
}
