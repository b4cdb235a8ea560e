namespace Archive.Search.Indexing;

/// <summary>What <see cref="Postings"/> say of one term, in arrays. Has state because its arrays serve one term after the other.</summary>
internal sealed class TermEntries
{
    private int[] _documents = [];
    private uint[] _frequencies = [];
    private uint[] _counts = [];
    private uint[] _firsts = [];
    private uint[] _gaps = [];
    private int _documentCount;
    private int _firstCount;
    private int _gapCount;

    /// <summary>That have the term, ascending.</summary>
    public ReadOnlySpan<int> Documents => _documents.AsSpan(0, _documentCount);

    /// <summary>Of each document: how often, weighted, less 1.</summary>
    public ReadOnlySpan<uint> Frequencies => _frequencies.AsSpan(0, _documentCount);

    /// <summary>Of each document: how many positions.</summary>
    public ReadOnlySpan<uint> Counts => _counts.AsSpan(0, _documentCount);

    /// <summary>Of each document that has positions: the first.</summary>
    public ReadOnlySpan<uint> Firsts => _firsts.AsSpan(0, _firstCount);

    /// <summary>Of each such document: what is between its positions, one less than there are.</summary>
    public ReadOnlySpan<uint> Gaps => _gaps.AsSpan(0, _gapCount);

    public void Read(Postings postings, int term)
    {
        var entries = postings[term];
        Reserve(postings.CountOf(term), entries.Length);
        var (documents, firsts, gaps, at) = (0, 0, 0, 0);
        for (; at < entries.Length; documents++)
        {
            _documents[documents] = Varints.Read(entries, ref at);
            _frequencies[documents] = (uint)Varints.Read(entries, ref at) - 1;
            var coded = Varints.Read(entries, ref at) - 1;
            var count = 0U;
            if (coded >= 0)
            {
                _firsts[firsts++] = (uint)coded >> 1;
                for (count++; (coded & 1) != 0; count++)
                {
                    coded = Varints.Read(entries, ref at);
                    _gaps[gaps++] = (uint)coded >> 1;
                }
            }
            _counts[documents] = count;
        }
        (_documentCount, _firstCount, _gapCount) = (documents, firsts, gaps);
    }

    private void Reserve(int documents, int bytes)
    {
        if (_documents.Length < documents)
        {
            var room = documents * 2;
            (_documents, _frequencies, _counts, _firsts) = (new int[room], new uint[room], new uint[room], new uint[room]);
        }
        var most = bytes - 3 * documents; // each number has a byte or more
        if (_gaps.Length < most) _gaps = new uint[most * 2];
    }
}
