namespace Archive.Search.Indexing;

/// <summary>How much there is of each term in some documents of an archive, which are counted while others are.</summary>
/// <param name="First">The first of the documents.</param>
/// <param name="End">To here, not included.</param>
/// <param name="Terms">By number in the merged lexicon.</param>
/// <param name="Words">By number in the merged lexicon: how many documents have it as a plain word.</param>
internal sealed record CountedDocuments(int First, int End, TermSize[] Terms, int[] Words)
{
    /// <summary>Fewer documents are not worth a thread.</summary>
    private const int FewestInPart = 256;

    /// <summary>In parts of about the same size.</summary>
    /// <param name="threads">At most so many parts.</param>
    public static CountedDocuments[] InParts(IReadOnlyList<AnalyzedDocument> documents, MergedLexicon lexicon, int threads) =>
        InParts(documents.Count, threads, (first, end) => Of(documents, lexicon, first, end));

    /// <summary>By number in the merged lexicon: how many documents have it. For who wants nothing else.</summary>
    public static int[] TermsOf(IReadOnlyList<AnalyzedDocument> documents, MergedLexicon lexicon, int threads)
    {
        return Sum(InParts(documents.Count, threads, Count));

        int[] Count(int first, int end)
        {
            var counts = new int[lexicon.Count];
            for (var document = first; document < end; document++)
            {
                var numbers = lexicon.NumbersOf(documents[document].Lexicon);
                for (var terms = documents[document].Terms; terms.MoveNext();) counts[numbers[terms.Term]]++;
            }
            return counts;
        }
    }

    /// <summary>By number in the merged lexicon: how many of all documents have it.</summary>
    public static int[] TermsOf(CountedDocuments[] parts)
    {
        var sums = new int[parts[0].Terms.Length];
        foreach (var part in parts)
        {
            var terms = part.Terms;
            for (var number = 0; number < sums.Length; number++) sums[number] += terms[number].Documents;
        }
        return sums;
    }

    /// <summary>By number in the merged lexicon: how many of all documents have it as a plain word.</summary>
    public static int[] WordsOf(CountedDocuments[] parts) => Sum(Array.ConvertAll(parts, p => p.Words));

    private static int[] Sum(int[][] parts)
    {
        var sums = new int[parts[0].Length];
        foreach (var part in parts)
        {
            for (var number = 0; number < sums.Length; number++) sums[number] += part[number];
        }
        return sums;
    }

    private static T[] InParts<T>(int documents, int threads, Func<int, int, T> of)
    {
        var parts = new T[Math.Min(threads, 1 + documents / FewestInPart)];
        Parallel.For(0, parts.Length, new() { MaxDegreeOfParallelism = threads }, part => parts[part] = of(End(part), End(part + 1)));
        return parts;

        int End(int part) => (int)((long)documents * part / parts.Length);
    }

    private static CountedDocuments Of(IReadOnlyList<AnalyzedDocument> documents, MergedLexicon lexicon, int first, int end)
    {
        var (sizes, counts) = (new TermSize[lexicon.Count], new int[lexicon.Count]);
        for (var document = first; document < end; document++)
        {
            var numbers = lexicon.NumbersOf(documents[document].Lexicon);
            for (var terms = documents[document].Terms; terms.MoveNext();)
            {
                var number = numbers[terms.Term];
                ref var size = ref sizes[number];
                size.Documents++;
                size.Bytes += Postings.EntryLength(document, terms.Frequency) + terms.PositionsLength;
                if (terms.IsWord) counts[number]++;
            }
            for (var words = documents[document].Inflected; words.MoveNext();) counts[numbers[words.Word]]++;
        }
        return new(first, end, sizes, counts);
    }
}

/// <summary>How much there is of a term in some documents; or how much before them.</summary>
internal struct TermSize
{
    /// <summary>How many have it.</summary>
    public int Documents;

    /// <summary>That <see cref="Postings"/> takes for them.</summary>
    public int Bytes;

    public void Add(in TermSize other)
    {
        Documents += other.Documents;
        Bytes += other.Bytes;
    }
}
