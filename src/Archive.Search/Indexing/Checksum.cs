using System.Buffers.Binary;
using System.Numerics;

namespace Archive.Search.Indexing;

/// <summary>CRC-32C (Castagnoli), as in RFC 3720: start and end are inverted.</summary>
internal static class Checksum
{
    public static uint Of(ReadOnlySpan<byte> bytes) => ~With(uint.MaxValue, bytes);

    /// <summary>Of bytes in parts that follow one another.</summary>
    public static uint Of(IEnumerable<ReadOnlyMemory<byte>> parts) => ~parts.Aggregate(uint.MaxValue, (crc, part) => With(crc, part.Span));

    private static uint With(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var one in bytes) crc = BitOperations.Crc32C(crc, one);
        return crc;
    }

    /// <summary>With its checksum behind it, the lowest byte first.</summary>
    public static byte[] Sealed(ReadOnlySpan<byte> bytes)
    {
        var whole = new byte[bytes.Length + 4];
        Seal(bytes, whole);
        return whole;
    }

    /// <summary>Copies bytes, with their checksum behind them.</summary>
    public static void Seal(ReadOnlySpan<byte> bytes, Span<byte> target)
    {
        bytes.CopyTo(target);
        BinaryPrimitives.WriteUInt32LittleEndian(target[bytes.Length..], Of(bytes));
    }

    /// <summary>What was sealed.</summary>
    /// <exception cref="SearchIndexException">It is not what it was.</exception>
    public static ReadOnlyMemory<byte> Unsealed(ReadOnlyMemory<byte> whole)
    {
        if (whole.Length < 4) throw ByteCursor.Broken();
        var bytes = whole[..^4];
        return BinaryPrimitives.ReadUInt32LittleEndian(whole.Span[^4..]) == Of(bytes.Span) ? bytes : throw ByteCursor.Broken();
    }
}
