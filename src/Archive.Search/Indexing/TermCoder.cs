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
            var low = LowOf(first + i);
            terms[i] = new(low, BitsOf(first + i, low), _positions.Length - before);
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

    /// <summary>How many its postings have: <see cref="TermShard.DataOf"/> writes them.</summary>
    private int BitsOf(int term, int low)
    {
        var (start, end) = (postings.Starts[term], postings.Starts[term + 1]);
        var gaps = TermShard.LowOfGaps(postings.Analyzed.Count, end - start);
        var bits = (end - start) * (gaps + low + 2);
        var before = -1;
        for (var i = start; i < end; i++)
        {
            bits += ((postings.Documents[i] - before - 1) >> gaps) + ((postings.Frequencies[i] - 1) >> low);
            before = postings.Documents[i];
        }
        return bits;
    }
}
