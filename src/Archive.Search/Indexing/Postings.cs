namespace Archive.Search.Indexing;

/// <summary>All terms of an archive in the order of their UTF-8 bytes, each with the documents that have it, ascending.</summary>
internal sealed class Postings
{
    private Postings(IReadOnlyList<AnalyzedDocument> analyzed, byte[][] terms, int[] starts)
    {
        (Analyzed, Terms, Starts) = (analyzed, terms, starts);
        var total = starts[^1];
        (Documents, Frequencies, Positions) = (new int[total], new ushort[total], new PositionSlice[total]);
    }

    public IReadOnlyList<AnalyzedDocument> Analyzed { get; }

    public byte[][] Terms { get; }

    /// <summary>Where the postings of each term begin, and one more for the end.</summary>
    public int[] Starts { get; }

    public int[] Documents { get; }

    /// <summary>Weighted; at most <see cref="FieldWeights.MostFrequent"/>.</summary>
    public ushort[] Frequencies { get; }

    public PositionSlice[] Positions { get; }

    public static Postings Of(IReadOnlyList<AnalyzedDocument> documents, MergedLexicon lexicon)
    {
        var counts = new int[lexicon.Count];
        foreach (var document in documents)
        {
            var numbers = lexicon.NumbersOf(document.Lexicon);
            for (var terms = document.Terms; terms.MoveNext();) counts[numbers[terms.Term]]++;
        }
        var sorted = SortedTerms.Of(lexicon, counts);
        var starts = new int[sorted.Terms.Length + 1];
        for (var number = 0; number < counts.Length; number++)
        {
            if (sorted.Ranks[number] >= 0) starts[sorted.Ranks[number] + 1] = counts[number];
        }
        for (var term = 1; term < starts.Length; term++) starts[term] += starts[term - 1];
        var postings = new Postings(documents, sorted.Terms, starts);
        postings.Fill(lexicon, sorted.Ranks);
        return postings;
    }

    private void Fill(MergedLexicon lexicon, int[] ranks)
    {
        var next = Starts.AsSpan().ToArray();
        for (var number = 0; number < Analyzed.Count; number++)
        {
            var document = Analyzed[number];
            var numbers = lexicon.NumbersOf(document.Lexicon);
            for (var terms = document.Terms; terms.MoveNext();)
            {
                var place = next[ranks[numbers[terms.Term]]]++;
                Documents[place] = number;
                Frequencies[place] = (ushort)Math.Min(terms.Frequency, FieldWeights.MostFrequent);
                Positions[place] = new(terms.PositionsStart, terms.PositionsLength);
            }
        }
    }

    /// <summary>Where the positions of one term in one document lie among all positions of that document.</summary>
    public readonly record struct PositionSlice(int Start, int Length);
}
