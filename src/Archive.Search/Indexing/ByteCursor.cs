using System.Buffers.Binary;

namespace Archive.Search.Indexing;

/// <summary>Reads what <see cref="ByteSink"/> wrote; never beyond the end.</summary>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Offset { get; private set; }

    public readonly bool IsAtEnd => Offset == _bytes.Length;

    public byte Byte() => Offset < _bytes.Length ? _bytes[Offset++] : throw Broken();

    /// <summary>Below 2^53, as JavaScript's numbers hold.</summary>
    public long Varint()
    {
        long value = 0;
        for (var shift = 0; shift < 56; shift += 7)
        {
            var next = Byte();
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80) return value < 1L << 53 ? value : throw Broken();
        }
        throw Broken();
    }

    public int Int()
    {
        var value = Varint();
        return value <= int.MaxValue ? (int)value : throw Broken();
    }

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    public ReadOnlySpan<byte> Bytes(int length)
    {
        if (length > _bytes.Length - Offset) throw Broken();
        var part = _bytes.Slice(Offset, length);
        Offset += length;
        return part;
    }

    public static SearchIndexException Broken() => new(IndexFault.Corrupt, "A file of the search index is broken.");
}
