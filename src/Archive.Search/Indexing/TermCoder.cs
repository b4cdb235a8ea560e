namespace Archive.Search.Indexing;

/// <summary>Codes terms one after the other. Has state because it keeps its arrays.</summary>
internal sealed class TermCoder(Postings postings)
{
    private readonly PositionWriter _writer = new();
    private readonly ByteSink _positions = new(1 << 16);
    private uint[] _frequencies = [];

    /// <returns>Their positions.</returns>
    public byte[] Code(int first, Span<CodedTerm> terms)
    {
        _positions.Clear();
        for (var i = 0; i < terms.Length; i++)
        {
            var before = _positions.Length;
            _writer.Write(postings.CountOf(first + i), postings.PositionsOf(first + i), _positions);
            terms[i] = new(LowOf(first + i), _positions.Length - before);
        }
        return _positions.ToArray();
    }

    private int LowOf(int term)
    {
        var count = postings.CountOf(term);
        if (_frequencies.Length < count) _frequencies = new uint[count * 2];
        var frequencies = _frequencies.AsSpan(0, count);
        var at = 0;
        for (var posting = postings[term]; posting.MoveNext();) frequencies[at++] = (uint)posting.Frequency - 1;
        return BitSink.BestLow(frequencies, TermShard.MostLow);
    }
}
