using System.Numerics;
using System.Runtime.CompilerServices;

namespace Archive.Search.Indexing;

/// <summary>As <see cref="ByteSink.Varint"/>, of 32 bits, within this process; bytes from a file go through <see cref="ByteCursor"/>.</summary>
internal static class Varints
{
    /// <summary>In bytes.</summary>
    public const int Longest = 5;

    /// <summary>In bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Length(int value) => (BitOperations.Log2((uint)value | 1) / 7) + 1;

    /// <param name="at">Behind which there is room for it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(Span<byte> bytes, ref int at, int value)
    {
        var left = (uint)value;
        if (left < 0x80)
        {
            bytes[at++] = (byte)left;
            return;
        }
        bytes[at++] = (byte)(left | 0x80);
        for (left >>= 7; left >= 0x80; left >>= 7) bytes[at++] = (byte)(left | 0x80);
        bytes[at++] = (byte)left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        int value = bytes[at++];
        if (value < 0x80) return value;
        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            int next = bytes[at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
