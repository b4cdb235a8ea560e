namespace Archive.Search.Indexing;

/// <summary>All terms of an archive in the order of their UTF-8 bytes, each with the documents that have it, ascending.</summary>
internal sealed class Postings
{
    private Postings(IReadOnlyList<AnalyzedDocument> analyzed, byte[][] terms, int[] starts)
    {
        (Analyzed, Terms, Starts) = (analyzed, terms, starts);
        var total = starts[^1];
        (Documents, Frequencies, PositionStarts) = (new int[total], new ushort[total], new int[total]);
    }

    public IReadOnlyList<AnalyzedDocument> Analyzed { get; }

    public byte[][] Terms { get; }

    /// <summary>Where the postings of each term begin, and one more for the end.</summary>
    public int[] Starts { get; }

    public int[] Documents { get; }

    /// <summary>Weighted; at most <see cref="FieldWeights.MostFrequent"/>.</summary>
    public ushort[] Frequencies { get; }

    /// <summary>Where the positions of the term begin among those of the document.</summary>
    public int[] PositionStarts { get; }

    /// <summary>Each thread has a part of the documents: when all have counted theirs, each knows where its own postings of a term begin.</summary>
    /// <param name="threads">At most so many at once; no other effect.</param>
    public static Postings Of(IReadOnlyList<AnalyzedDocument> documents, MergedLexicon lexicon, int threads)
    {
        var counts = CountedDocuments.InParts(documents, lexicon, threads);
        var sums = CountedDocuments.Sum(counts);
        var sorted = SortedTerms.Of(lexicon, sums);
        var postings = new Postings(documents, sorted.Terms, StartsOf(sorted, sums));
        var next = postings.NextOf(counts, sorted.Ranks);
        Parallel.For(0, counts.Length, part => postings.Fill(lexicon, sorted.Ranks, next[part], CountedDocuments.PartOf(documents, part, counts.Length)));
        return postings;
    }

    private static int[] StartsOf(SortedTerms sorted, int[] counts)
    {
        var starts = new int[sorted.Terms.Length + 1];
        for (var number = 0; number < counts.Length; number++)
        {
            if (sorted.Ranks[number] >= 0) starts[sorted.Ranks[number] + 1] = counts[number];
        }
        for (var term = 1; term < starts.Length; term++) starts[term] += starts[term - 1];
        return starts;
    }

    /// <summary>For each part, by term: where its first document goes.</summary>
    private int[][] NextOf(int[][] counts, int[] ranks)
    {
        var next = Array.ConvertAll(counts, _ => new int[Terms.Length]);
        for (var number = 0; number < ranks.Length; number++)
        {
            if (ranks[number] < 0) continue;
            var at = Starts[ranks[number]];
            for (var part = 0; part < counts.Length; part++)
            {
                next[part][ranks[number]] = at;
                at += counts[part][number];
            }
        }
        return next;
    }

    /// <param name="next">By term: where the next of these documents goes.</param>
    private void Fill(MergedLexicon lexicon, int[] ranks, int[] next, (int First, int End) part)
    {
        for (var number = part.First; number < part.End; number++)
        {
            var document = Analyzed[number];
            var numbers = lexicon.NumbersOf(document.Lexicon);
            for (var terms = document.Terms; terms.MoveNext();)
            {
                var place = next[ranks[numbers[terms.Term]]]++;
                Documents[place] = number;
                Frequencies[place] = (ushort)Math.Min(terms.Frequency, FieldWeights.MostFrequent);
                PositionStarts[place] = terms.PositionsStart;
            }
        }
    }
}
