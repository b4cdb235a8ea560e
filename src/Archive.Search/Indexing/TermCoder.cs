namespace Archive.Search.Indexing;

/// <summary>Codes terms one after the other. Has state because it keeps its arrays.</summary>
internal sealed class TermCoder(Postings postings)
{
    private readonly PositionWriter _writer = new();
    private readonly ByteSink _positions = new(1 << 16);
    private uint[] _frequencies = new uint[1024];

    /// <returns>Their positions.</returns>
    public byte[] Code(int first, Span<CodedTerm> terms)
    {
        _positions.Clear();
        for (var i = 0; i < terms.Length; i++)
        {
            var before = _positions.Length;
            _writer.Write(postings, first + i, _positions);
            terms[i] = new(LowOf(first + i), _positions.Length - before);
        }
        return _positions.ToArray();
    }

    private int LowOf(int term)
    {
        var frequencies = postings.Frequencies.AsSpan(postings.Starts[term]..postings.Starts[term + 1]);
        if (!frequencies.ContainsAnyExcept((ushort)1)) return 0;
        if (_frequencies.Length < frequencies.Length) _frequencies = new uint[frequencies.Length];
        for (var i = 0; i < frequencies.Length; i++) _frequencies[i] = frequencies[i] - 1U;
        return BitSink.BestLow(_frequencies.AsSpan(0, frequencies.Length), TermShard.MostLow);
    }
}
