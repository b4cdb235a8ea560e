using System.Runtime.CompilerServices;

namespace Archive.Search.Indexing;

/// <summary>What <see cref="ByteSink.Varint"/> wrote in this process; bytes from a file go through <see cref="ByteCursor"/>.</summary>
internal static class Varints
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        int value = bytes[at++];
        return value < 0x80 ? value : ReadLong(bytes, ref at, value & 0x7F);
    }

    private static int ReadLong(ReadOnlySpan<byte> bytes, ref int at, int value)
    {
        for (var shift = 7; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
