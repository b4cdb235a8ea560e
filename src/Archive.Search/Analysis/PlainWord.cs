using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Archive.Search.Analysis;

/// <summary>A shortcut for most of English: letters of ASCII, at most the first a capital, between breaks that join nothing.</summary>
internal static class PlainWord
{
    /// <summary>The next place where something else than breaks and joints stands.</summary>
    public static int StartFrom(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && AsciiClasses.Of(text[at]) is AsciiClass.Break or AsciiClass.Joint) at++;
        return at;
    }

    /// <summary>How long the plain word is that begins here; 0: none does, which says nothing about other words.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int start)
    {
        if (start == text.Length || (start > 0 && text[start - 1] == '-') || AsciiClasses.Of(text[start]) is not (AsciiClass.Lower or AsciiClass.Upper)) return 0;
        var length = 1 + LowerUnits(text[(start + 1)..]);
        return length <= TokenReader.MaxLength && EndsAt(text, start + length) ? length : 0;
    }

    private static bool EndsAt(ReadOnlySpan<char> text, int end)
    {
        if (end == text.Length) return true;
        var after = AsciiClasses.Of(text[end]);
        if (after == AsciiClass.Break) return true;
        if (after != AsciiClass.Joint || text[end] is '+' or '#') return false;
        return end + 1 == text.Length || AsciiClasses.Of(text[end + 1]) == AsciiClass.Break;
    }

    /// <summary>How many letters from a to z come first.</summary>
    private static int LowerUnits(ReadOnlySpan<char> text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var at = 0;
        for (; at + Vector128<ushort>.Count <= units.Length; at += Vector128<ushort>.Count)
        {
            var others = Vector128.GreaterThan(Vector128.Create(units[at..]) - Vector128.Create((ushort)'a'), Vector128.Create((ushort)('z' - 'a')));
            if (others != Vector128<ushort>.Zero) return at + BitOperations.TrailingZeroCount(others.ExtractMostSignificantBits());
        }
        while (at < units.Length && units[at] is >= 'a' and <= 'z') at++;
        return at;
    }
}
