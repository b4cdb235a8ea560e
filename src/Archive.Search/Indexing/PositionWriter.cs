namespace Archive.Search.Indexing;

/// <summary>Where a term stands in its documents, in few bits. Has state because it keeps its arrays between terms.</summary>
internal sealed class PositionWriter
{
    /// <summary>The greatest number of low bits that four bits can say.</summary>
    public const int MostLow = 15;

    private readonly BitSink _bits = new(1 << 16);
    private uint[] _counts = [];
    private uint[] _firsts = [];
    private uint[] _gaps = [];

    /// <summary>Three times four bits: the low bits of counts, of first positions and of differences. Then each document. Then a checksum of 16 bits.</summary>
    /// <param name="documents">How many have the term.</param>
    /// <param name="positions">In each of them, as <see cref="Occurrences"/> has written them.</param>
    public void Write(int documents, ReadOnlySpan<byte> positions, ByteSink sink)
    {
        if (_counts.Length < documents) (_counts, _firsts) = (new uint[documents * 2], new uint[documents * 2]);
        if (_gaps.Length < positions.Length) _gaps = new uint[positions.Length * 2];
        Collect(positions, out var counts, out var firsts, out var gaps);
        if (firsts.IsEmpty) return;
        var (lowOfCounts, lowOfFirsts, lowOfGaps) = (BitSink.BestLow(counts, MostLow), BitSink.BestLow(firsts, MostLow), BitSink.BestLow(gaps, MostLow));
        _bits.Clear();
        _bits.Bits((uint)(lowOfCounts | lowOfFirsts << 4 | lowOfGaps << 8), 12);
        foreach (var count in counts)
        {
            _bits.Rice(count, lowOfCounts);
            if (count == 0) continue;
            _bits.Rice(firsts[0], lowOfFirsts);
            firsts = firsts[1..];
            foreach (var gap in gaps[..(int)(count - 1)]) _bits.Rice(gap, lowOfGaps);
            gaps = gaps[(int)(count - 1)..];
        }
        var bytes = _bits.Closed();
        var check = Checksum.Of(bytes);
        sink.Bytes(bytes);
        sink.Byte((byte)check);
        sink.Byte((byte)(check >> 8));
    }

    /// <param name="counts">By document.</param>
    /// <param name="firsts">Of the documents that have any.</param>
    /// <param name="gaps">One less than there are positions of each of those.</param>
    private void Collect(ReadOnlySpan<byte> positions, out ReadOnlySpan<uint> counts, out ReadOnlySpan<uint> firsts, out ReadOnlySpan<uint> gaps)
    {
        var (allCounts, allFirsts, allGaps) = (_counts, _firsts, _gaps);
        var (document, first, gap) = (0, 0, 0);
        for (var at = 0; at < positions.Length; document++)
        {
            var coded = Varints.Read(positions, ref at) - 1;
            allCounts[document] = coded < 0 ? 0U : 1;
            if (coded < 0) continue;
            allFirsts[first++] = (uint)coded >> 1;
            for (; (coded & 1) != 0; allCounts[document]++)
            {
                coded = Varints.Read(positions, ref at);
                allGaps[gap++] = (uint)coded >> 1;
            }
        }
        counts = allCounts.AsSpan(0, document);
        firsts = allFirsts.AsSpan(0, first);
        gaps = allGaps.AsSpan(0, gap);
    }
}
