using System.Buffers;
using System.Runtime.CompilerServices;

namespace Archive.Search.Analysis;

/// <summary>Reads code points and bounds of words in UTF-16 text.</summary>
internal static class Letters
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("-._:/\\@$,");

    /// <summary>The code point at a place and how many units it takes. Half a surrogate pair stands for itself.</summary>
    public static int PointAt(ReadOnlySpan<char> text, int at, out int units)
    {
        if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            units = 2;
            return char.ConvertToUtf32(text[at], text[at + 1]);
        }

        units = 1;
        return text[at];
    }

    /// <summary>How many units of a word stand here: 0 at a break, at the end, and before a script that is read in pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WordUnits(ReadOnlySpan<char> text, int at)
    {
        if ((uint)at >= (uint)text.Length) return 0;
        if (text[at] < 0x80) return char.IsAsciiLetterOrDigit(text[at]) ? 1 : 0;
        return ForeignUnits(text, at);
    }

    private static int ForeignUnits(ReadOnlySpan<char> text, int at)
    {
        var point = PointAt(text, at, out var units);
        return Folding.IsWord(point) && !Folding.IsPaired(point) ? units : 0;
    }

    public static bool HasSeparator(ReadOnlySpan<char> text) => text.ContainsAny(Separators);

    /// <summary>A word ends and another begins between two units of a name: <c>outOf</c>, <c>http2Server</c>, <c>HTTPServer</c>, not <c>APIs</c>.</summary>
    public static bool IsCased(ReadOnlySpan<char> text, int at)
    {
        if (at == 0 || !char.IsAsciiLetterUpper(text[at])) return false;
        var before = text[at - 1];
        if (char.IsAsciiLetterLower(before)) return true;
        if (at + 1 >= text.Length || !char.IsAsciiLetterLower(text[at + 1])) return false;
        return char.IsAsciiDigit(before) || (char.IsAsciiLetterUpper(before) && at + 2 < text.Length && char.IsAsciiLetterLower(text[at + 2]));
    }

    /// <summary>The first place where the case says that a new word begins; the length where there is none.</summary>
    public static int CasedEnd(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (IsCased(text, i)) return i;
        }

        return text.Length;
    }

    /// <summary>As <see cref="Fold"/>, of text that is ASCII.</summary>
    public static int FoldAscii(ReadOnlySpan<char> text, Span<char> target)
    {
        if (text.Length > target.Length) text = text[..target.Length];
        for (var i = 0; i < text.Length; i++) target[i] = char.IsAsciiLetterUpper(text[i]) ? (char)(text[i] | 0x20) : text[i];
        return text.Length;
    }

    /// <summary>Folds text into a buffer until it is full; an apostrophe of either shape becomes ', other breaks of ASCII stay. Returns the length.</summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> target)
    {
        var length = 0;
        for (var i = 0; i < text.Length;)
        {
            var unit = text[i];
            if (unit < 0x80 || unit == '’')
            {
                if (length == target.Length) return length;
                target[length++] = unit == '’' ? '\'' : char.IsAsciiLetterUpper(unit) ? (char)(unit | 0x20) : unit;
                i++;
                continue;
            }

            var folded = Folding.Fold(PointAt(text, i, out var units), target[length..]);
            if (folded < 0) return length;
            length += folded;
            i += units;
        }

        return length;
    }
}
