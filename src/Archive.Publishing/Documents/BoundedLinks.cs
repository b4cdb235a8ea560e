using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace Archive.Publishing.Documents;

/// <summary>Reads links in time that grows with the text: an address in which more brackets are open than any has is no address.</summary>
/// <remarks>
/// Without this, <c>[a](</c> many times over is read to its end from each of its brackets. CommonMark 0.31 allows such a bound where it is at least three (§6.3);
/// ours is that of its reference implementation.
/// </remarks>
internal sealed class BoundedLinks : LinkInlineParser
{
    /// <summary>How many brackets may be open in an address.</summary>
    public const int MostOpen = 32;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar != ']' || slice.PeekChar() != '(' || !IsTooOpen(slice)) return base.Match(processor, ref slice);
        var label = slice;
        label.End = slice.Start; // as if the text ended here: it may still name an address that is defined elsewhere
        var isLink = base.Match(processor, ref label);
        slice.Start = label.Start;
        return isLink;
    }

    /// <param name="slice">From the end of a link's label on.</param>
    private static bool IsTooOpen(StringSlice slice)
    {
        var at = PastSpace(slice, slice.Start + 2);
        var isPointed = at <= slice.End && slice.Text[at] == '<'; // such an address ends with its own bracket, or the line
        if ((isPointed ? EndOfPointed(slice, at) : Brackets.EndOf(slice, at, '\\')) is not { } end) return true;
        at = PastSpace(slice, end);
        return at > end && at <= slice.End && slice.Text[at] == '(' && IsTooOpenTitle(slice, at);
    }

    private static int? EndOfPointed(StringSlice slice, int at)
    {
        for (at++; at <= slice.End && slice.Text[at] is not ('<' or '>' or '\n'); at++)
        {
            if (slice.Text[at] == '\\') at++;
        }
        return at + 1;
    }

    /// <summary>A title in round brackets ends with the first that closes, however many open.</summary>
    private static bool IsTooOpenTitle(StringSlice slice, int at)
    {
        var open = 0;
        for (; at <= slice.End && slice.Text[at] != ')'; at++)
        {
            if (slice.Text[at] == '\\') at++;
            else if (slice.Text[at] == '(' && ++open > MostOpen) return true;
        }
        return false;
    }

    private static int PastSpace(StringSlice slice, int at)
    {
        while (at <= slice.End && slice.Text[at].IsWhitespace()) at++;
        return at;
    }
}

/// <summary>Finds bare addresses within the same bound, and so many in a paragraph: for each, Markdig looks at all that stands before it.</summary>
internal sealed class BoundedAddresses() : AutoLinkParser(new AutoLinkOptions())
{
    /// <summary>Of a paragraph; those after them stay words.</summary>
    public const int MostAddresses = 1000;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!IsAddress(slice)) return false;
        var read = (Count)(processor.ParserStates[Index] ??= new Count()); // cleared by the processor before each paragraph
        return read.Next() <= MostAddresses && Brackets.EndOf(slice, slice.Start, '\0') is not null && base.Match(processor, ref slice);
    }

    /// <summary>Asked at every h, w, f, m and t with which a run of words begins: two letters settle nearly all.</summary>
    private static bool IsAddress(StringSlice slice) => (slice.CurrentChar, slice.PeekChar()) switch
    {
        ('h', 't') => slice.Match("http"),
        ('w', 'w') => slice.Match("www."),
        ('f', 't') => slice.Match("ftp"),
        ('m', 'a') => slice.Match("mailto:"),
        ('t', 'e') => slice.Match("tel:"),
        _ => false,
    };

    /// <remarks>Has state: it counts.</remarks>
    private sealed class Count
    {
        private int _number;

        public int Next() => ++_number;
    }
}

/// <summary>Round brackets in addresses.</summary>
internal static class Brackets
{
    /// <summary>Where an address ends: at a space, or at a bracket that closes more than it opened; null where more are open at once than <see cref="BoundedLinks.MostOpen"/>.</summary>
    /// <param name="escape">The letter that takes a bracket's meaning; NUL for none.</param>
    public static int? EndOf(StringSlice slice, int at, char escape)
    {
        var open = 0;
        for (; at <= slice.End; at++)
        {
            var letter = slice.Text[at];
            if (letter.IsWhiteSpaceOrZero() || letter.IsControl()) return at;
            if (letter == escape) at++;
            else if (letter == '(' && ++open > BoundedLinks.MostOpen) return null;
            else if (letter == ')' && --open < 0) return at;
        }
        return slice.End + 1;
    }
}
