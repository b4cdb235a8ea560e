using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Archive.Search.Analysis;

/// <summary>A shortcut for most of English: up to fifteen letters of ASCII, at most the first a capital, between breaks that join nothing.</summary>
internal static class PlainWord
{
    /// <summary>The next place where something else than breaks and joints stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int StartFrom(ReadOnlySpan<char> text, int at)
    {
        for (; (uint)at < (uint)text.Length; at++)
        {
            var kind = AsciiClasses.Of(text[at]);
            if (kind != AsciiClass.Break && kind != AsciiClass.Joint) break;
        }
        return at;
    }

    /// <summary>How long the plain word is that begins here; 0: none does, which says nothing about other words.</summary>
    /// <param name="bytes">Where there is one, its units and more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LengthAt(ReadOnlySpan<char> text, int start, out Vector128<byte> bytes)
    {
        bytes = default;
        if ((uint)start >= (uint)text.Length || !char.IsAsciiLetter(text[start]) || (start > 0 && text[start - 1] == '-')) return 0;
        bytes = BytesAt(text, start);
        var others = Vector128.GreaterThan(bytes - Vector128.Create((byte)'a'), Vector128.Create((byte)('z' - 'a'))).ExtractMostSignificantBits() & ~1U;
        if (others == 0) return 0;
        var length = BitOperations.TrailingZeroCount(others);
        return EndsAt(text, start + length) ? length : 0;
    }

    /// <summary>Sixteen units from a place on: 255 for what takes more than a byte, 0 behind the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> BytesAt(ReadOnlySpan<char> text, int start)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        return units.Length - start >= WordKey.Units ? Narrowed(units.Slice(start, WordKey.Units)) : LastBytes(units, start);
    }

    private static Vector128<byte> LastBytes(ReadOnlySpan<ushort> units, int start)
    {
        Span<ushort> last = stackalloc ushort[WordKey.Units];
        last.Clear();
        units[start..].CopyTo(last);
        return Narrowed(last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Narrowed(ReadOnlySpan<ushort> units) =>
        Vector128.NarrowWithSaturation(Vector128.Create(units), Vector128.Create(units[Vector128<ushort>.Count..]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool EndsAt(ReadOnlySpan<char> text, int end)
    {
        if ((uint)end >= (uint)text.Length) return true;
        var after = AsciiClasses.Of(text[end]);
        return after == AsciiClass.Break || (after == AsciiClass.Joint && JoinsNothing(text, end));
    }

    private static bool JoinsNothing(ReadOnlySpan<char> text, int joint) =>
        text[joint] is not ('+' or '#') && (joint + 1 == text.Length || AsciiClasses.Of(text[joint + 1]) == AsciiClass.Break);
}
