namespace Archive.Search.Indexing;

/// <summary>Codes terms one after the other. Has state because it keeps its arrays.</summary>
internal sealed class TermCoder(Postings postings)
{
    private readonly TermEntries _entries = new();
    private readonly PositionWriter _writer = new();
    private readonly ByteSink _positions = new(1 << 16);
    private readonly BitSink _postings = new(1 << 16);

    public CodedBlock Code(int first, Span<CodedTerm> terms)
    {
        _positions.Clear();
        _postings.Clear();
        for (var i = 0; i < terms.Length; i++)
        {
            var (positions, bits) = (_positions.Length, _postings.Length);
            _entries.Read(postings, first + i);
            var low = BitSink.BestLow(_entries.Frequencies, TermShard.MostLow);
            _writer.Write(_entries, _positions);
            PostingWriter.Write(_entries, postings.Analyzed.Count, low, _postings);
            terms[i] = new(low, _positions.Length - positions, _postings.Length - bits);
        }
        return new(_positions.ToArray(), _postings.Closed().ToArray());
    }
}
