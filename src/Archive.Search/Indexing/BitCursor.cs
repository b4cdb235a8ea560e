namespace Archive.Search.Indexing;

/// <summary>Reads what <see cref="BitSink"/> wrote; never beyond the end.</summary>
internal ref struct BitCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private long _at;

    /// <summary>Only the zeros that fill the last byte are left.</summary>
    public readonly bool IsAtEnd => (_at + 7) / 8 == _bytes.Length;

    public int Bits(int count)
    {
        var value = 0;
        for (var i = 0; i < count; i++) value |= Bit() << i;
        return value;
    }

    public int Rice(int low)
    {
        long high = 0;
        while (Bit() == 1) high++;
        var value = (high << low) + Bits(low);
        return value <= int.MaxValue ? (int)value : throw ByteCursor.Broken();
    }

    private int Bit() => _at < _bytes.Length * 8L ? _bytes[(int)(_at >> 3)] >> (int)(_at++ & 7) & 1 : throw ByteCursor.Broken();
}
