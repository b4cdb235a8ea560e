using System.Runtime.InteropServices;

namespace Archive.Search.Indexing;

/// <summary>Where a term stands in its documents, in few bits. Has state because it keeps its lists between terms.</summary>
internal sealed class PositionWriter
{
    /// <summary>The greatest number of low bits that four bits can say.</summary>
    public const int MostLow = 15;

    private readonly List<uint> _counts = [];
    private readonly List<uint> _firsts = [];
    private readonly List<uint> _gaps = [];
    private readonly BitSink _bits = new(1 << 16);

    /// <summary>Three times four bits: the low bits of counts, of first positions and of differences. Then each document. Then a checksum of 16 bits.</summary>
    /// <param name="positions">In each document, as <see cref="Occurrences"/> has written them.</param>
    public void Write(ReadOnlySpan<byte> positions, ByteSink sink)
    {
        Collect(positions);
        if (_firsts.Count == 0) return;
        var (lowOfCounts, lowOfFirsts, lowOfGaps) = (Low(_counts), Low(_firsts), Low(_gaps));
        _bits.Clear();
        _bits.Bits((uint)(lowOfCounts | lowOfFirsts << 4 | lowOfGaps << 8), 12);
        var (first, gap) = (0, 0);
        foreach (var count in _counts)
        {
            _bits.Rice(count, lowOfCounts);
            if (count > 0) _bits.Rice(_firsts[first++], lowOfFirsts);
            for (var i = 1; i < count; i++) _bits.Rice(_gaps[gap++], lowOfGaps);
        }
        var bytes = _bits.Closed();
        var check = Checksum.Of(bytes);
        sink.Bytes(bytes);
        sink.Byte((byte)check);
        sink.Byte((byte)(check >> 8));
    }

    private static int Low(List<uint> values) => BitSink.BestLow(CollectionsMarshal.AsSpan(values), MostLow);

    private void Collect(ReadOnlySpan<byte> positions)
    {
        _counts.Clear();
        _firsts.Clear();
        _gaps.Clear();
        for (var at = 0; at < positions.Length;)
        {
            var coded = Varints.Read(positions, ref at) - 1;
            var count = 0U;
            for (var more = coded >= 0; more; count++)
            {
                (count == 0 ? _firsts : _gaps).Add((uint)coded >> 1);
                more = (coded & 1) == 1;
                if (more) coded = Varints.Read(positions, ref at);
            }
            _counts.Add(count);
        }
    }
}
