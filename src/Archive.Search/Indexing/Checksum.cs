using System.Buffers.Binary;
using System.Numerics;

namespace Archive.Search.Indexing;

/// <summary>CRC-32C (Castagnoli), as in RFC 3720: start and end are inverted.</summary>
internal static class Checksum
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= 8; bytes = bytes[8..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var one in bytes) crc = BitOperations.Crc32C(crc, one);
        return ~crc;
    }

    /// <summary>Adler-32, as in RFC 1950.</summary>
    public static uint Adler(ReadOnlySpan<byte> bytes)
    {
        const int Prime = 65521;
        const int Block = 5552; // so many bytes cannot overflow
        var (low, high) = (1U, 0U);
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(Block, bytes.Length)..])
        {
            foreach (var one in bytes[..Math.Min(Block, bytes.Length)]) high += low += one;
            (low, high) = (low % Prime, high % Prime);
        }
        return high << 16 | low;
    }
}
