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

    /// <param name="threads">At most so many at once; no other effect.</param>
    public static Postings Of(IReadOnlyList<AnalyzedDocument> documents, MergedLexicon lexicon, int threads)
    {
        // each thread has a part of the documents: when all have counted theirs, each knows where its own postings of a term begin
        var parts = Math.Min(threads, 1 + documents.Count / 256);
        var counts = new int[parts][];
        Parallel.For(0, parts, part => counts[part] = Counted(documents, lexicon, PartOf(documents, part, parts)));
        var sums = Sums(counts);
        var sorted = SortedTerms.Of(lexicon, sums);
        var postings = new Postings(documents, sorted.Terms, StartsOf(sorted, sums));
        var next = Array.ConvertAll(counts, _ => new int[sorted.Terms.Length]);
        for (var number = 0; number < sums.Length; number++)
        {
            if (sorted.Ranks[number] < 0) continue;
            var at = postings.Starts[sorted.Ranks[number]];
            for (var part = 0; part < parts; part++)
            {
                next[part][sorted.Ranks[number]] = at;
                at += counts[part][number];
            }
        }
        Parallel.For(0, parts, part => postings.Fill(lexicon, sorted.Ranks, next[part], PartOf(documents, part, parts)));
        return postings;
    }

    private static Range PartOf(IReadOnlyList<AnalyzedDocument> documents, int part, int parts) =>
        (int)((long)documents.Count * part / parts)..(int)((long)documents.Count * (part + 1) / parts);

    /// <summary>By number in the lexicon: how many of these documents have it.</summary>
    private static int[] Counted(IReadOnlyList<AnalyzedDocument> documents, MergedLexicon lexicon, Range part)
    {
        var counts = new int[lexicon.Count];
        for (var document = part.Start.Value; document < part.End.Value; document++)
        {
            var numbers = lexicon.NumbersOf(documents[document].Lexicon);
            for (var terms = documents[document].Terms; terms.MoveNext();) counts[numbers[terms.Term]]++;
        }
        return counts;
    }

    private static int[] Sums(int[][] counts)
    {
        var sums = counts[0].AsSpan().ToArray();
        foreach (var part in counts.AsSpan(1))
        {
            for (var i = 0; i < sums.Length; i++) sums[i] += part[i];
        }
        return sums;
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

    /// <param name="next">By term: where the next of these documents goes.</param>
    private void Fill(MergedLexicon lexicon, int[] ranks, int[] next, Range part)
    {
        for (var number = part.Start.Value; number < part.End.Value; number++)
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
