using System.Buffers;
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
    private static readonly SearchValues<string> Addresses = SearchValues.Create(["http", "www.", "ftp", "mailto:", "tel:"], StringComparison.Ordinal);

    private SearchValues<char>? _signs;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        _signs ??= SearchValues.Create([.. processor.Parsers.OpeningCharacters.Where(c => !char.IsAsciiLetter(c))]);
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
        if (rest.IndexOfAny(signs) is >= 0 and var sign) rest = rest[..sign];
        var address = rest.IndexOfAny(Addresses);
        return slice.Start + 1 + (address < 0 ? rest.Length : address);
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
