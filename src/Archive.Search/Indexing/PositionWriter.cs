namespace Archive.Search.Indexing;

/// <summary>Where a term stands in its documents, in few bits. Has state because it keeps its array between terms.</summary>
internal sealed class PositionWriter
{
    /// <summary>The greatest number of low bits that four bits can say.</summary>
    public const int MostLow = 15;

    private readonly BitSink _bits = new(1 << 16);

    /// <summary>Three times four bits: the low bits of counts, of first positions and of differences. Then each document. Then a checksum of 16 bits.</summary>
    public void Write(TermEntries entries, ByteSink sink)
    {
        var counts = entries.Counts;
        var firsts = entries.Firsts;
        var gaps = entries.Gaps;
        if (firsts.IsEmpty) return;
        var (lowOfCounts, lowOfFirsts, lowOfGaps) = (BitSink.BestLow(counts, MostLow), BitSink.BestLow(firsts, MostLow), BitSink.BestLow(gaps, MostLow));
        _bits.Clear();
        _bits.Bits((uint)(lowOfCounts | lowOfFirsts << 4 | lowOfGaps << 8), 12);
        var (first, gap) = (0, 0);
        foreach (var count in counts)
        {
            _bits.Rice(count, lowOfCounts);
            if (count > 0) _bits.Rice(firsts[first++], lowOfFirsts);
            for (var i = 1; i < count; i++) _bits.Rice(gaps[gap++], lowOfGaps);
        }
        var bytes = _bits.Closed();
        var check = Checksum.Of(bytes);
        sink.Bytes(bytes);
        sink.Byte((byte)check);
        sink.Byte((byte)(check >> 8));
    }
}
