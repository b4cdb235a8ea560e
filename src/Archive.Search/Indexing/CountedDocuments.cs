namespace Archive.Search.Indexing;

/// <summary>How many documents have each term, in parts of an archive that are counted at the same time.</summary>
internal static class CountedDocuments
{
    /// <summary>Fewer documents are not worth a thread.</summary>
    private const int FewestInPart = 256;

    /// <summary>By number in the merged lexicon.</summary>
    public static int[] Of(IReadOnlyList<AnalyzedDocument> documents, MergedLexicon lexicon) => Sum(InParts(documents, lexicon, Environment.ProcessorCount));

    /// <summary>For each of <see cref="PartOf"/>, by number in the merged lexicon.</summary>
    /// <param name="threads">At most so many parts.</param>
    public static int[][] InParts(IReadOnlyList<AnalyzedDocument> documents, MergedLexicon lexicon, int threads)
    {
        var counts = new int[Math.Min(threads, 1 + documents.Count / FewestInPart)][];
        Parallel.For(0, counts.Length, part => counts[part] = Counted(documents, lexicon, PartOf(documents, part, counts.Length)));
        return counts;
    }

    /// <summary>The documents of a part: from the first, to before the end.</summary>
    public static (int First, int End) PartOf(IReadOnlyList<AnalyzedDocument> documents, int part, int parts) =>
        ((int)((long)documents.Count * part / parts), (int)((long)documents.Count * (part + 1) / parts));

    public static int[] Sum(int[][] counts)
    {
        var sums = counts[0].AsSpan().ToArray();
        foreach (var part in counts.AsSpan(1))
        {
            for (var i = 0; i < sums.Length; i++) sums[i] += part[i];
        }
        return sums;
    }

    private static int[] Counted(IReadOnlyList<AnalyzedDocument> documents, MergedLexicon lexicon, (int First, int End) part)
    {
        var counts = new int[lexicon.Count];
        for (var document = part.First; document < part.End; document++)
        {
            var numbers = lexicon.NumbersOf(documents[document].Lexicon);
            for (var terms = documents[document].Terms; terms.MoveNext();) counts[numbers[terms.Term]]++;
        }
        return counts;
    }
}
