namespace Archive.Search.Indexing;

/// <summary>What must be known of all terms before they can be cut into shards, and their postings and positions as they will be written.</summary>
internal sealed class CodedTerms
{
    /// <summary>A thread codes so many terms at a time.</summary>
    private const int TermsInBlock = 1024;

    private readonly CodedTerm[] _terms;

    private readonly CodedBlock[] _blocks;

    private CodedTerms(int terms) => (_terms, _blocks) = (new CodedTerm[terms], new CodedBlock[(terms + TermsInBlock - 1) / TermsInBlock]);

    public CodedTerm this[int term] => _terms[term];

    /// <param name="threads">At most so many at once; no other effect.</param>
    public static CodedTerms Of(Postings postings, int threads)
    {
        var coded = new CodedTerms(postings.Count);
        Parallel.For(0, coded._blocks.Length, new() { MaxDegreeOfParallelism = threads }, () => new TermCoder(postings), (block, _, coder) =>
        {
            var first = block * TermsInBlock;
            coded._blocks[block] = coder.Code(first, coded._terms.AsSpan(first, Math.Min(TermsInBlock, coded._terms.Length - first)));
            return coder;
        }, _ => { });
        return coded;
    }

    /// <summary>In bytes, of the terms from the first to before the end.</summary>
    public int PositionsLength(int first, int end)
    {
        var length = 0;
        for (var term = first; term < end; term++) length += _terms[term].PositionsLength;
        return length;
    }

    /// <summary>Of the terms from the first to before the end.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> PositionsOf(int first, int end)
    {
        for (int last; first < end; first = last)
        {
            var block = first / TermsInBlock;
            last = Math.Min(end, (block + 1) * TermsInBlock);
            yield return _blocks[block].Positions.AsMemory(PositionsLength(block * TermsInBlock, first), PositionsLength(first, last));
        }
    }

    /// <summary>Of the terms from the first to before the end.</summary>
    public void WritePostings(int first, int end, BitSink bits)
    {
        for (int last; first < end; first = last)
        {
            var block = first / TermsInBlock;
            last = Math.Min(end, (block + 1) * TermsInBlock);
            var start = PostingsLength(block * TermsInBlock, first);
            bits.Append(_blocks[block].Postings, start, start + PostingsLength(first, last));
        }
    }

    /// <summary>In bits, of the terms from the first to before the end.</summary>
    public long PostingsLength(int first, int end)
    {
        var length = 0L;
        for (var term = first; term < end; term++) length += _terms[term].PostingsLength;
        return length;
    }
}

/// <summary>How a term is coded.</summary>
/// <param name="Low">How many low bits the frequencies have.</param>
/// <param name="PositionsLength">In bytes.</param>
/// <param name="PostingsLength">In bits.</param>
internal readonly record struct CodedTerm(int Low, int PositionsLength, long PostingsLength);

/// <summary>Terms that one thread has coded.</summary>
/// <param name="Positions">Of each, one after the other.</param>
/// <param name="Postings">Of each, one after the other without a gap.</param>
internal sealed record CodedBlock(byte[] Positions, byte[] Postings);
