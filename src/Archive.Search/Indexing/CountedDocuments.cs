namespace Archive.Search.Indexing;

/// <summary>How much there is of each term, in parts of an archive that are counted at the same time.</summary>
internal static class CountedDocuments
{
    /// <summary>Fewer documents are not worth a thread.</summary>
    private const int FewestInPart = 256;

    /// <summary>By number in the merged lexicon: how many documents have it.</summary>
    public static int[] Of(IReadOnlyList<AnalyzedDocument> documents, MergedLexicon lexicon) =>
        Array.ConvertAll(Sum(InParts(documents, lexicon, Environment.ProcessorCount)), size => size.Documents);

    /// <summary>For each of <see cref="PartOf"/>, by number in the merged lexicon.</summary>
    /// <param name="threads">At most so many parts.</param>
    public static TermSize[][] InParts(IReadOnlyList<AnalyzedDocument> documents, MergedLexicon lexicon, int threads)
    {
        var sizes = new TermSize[Math.Min(threads, 1 + documents.Count / FewestInPart)][];
        Parallel.For(0, sizes.Length, part => sizes[part] = Counted(documents, lexicon, PartOf(documents, part, sizes.Length)));
        return sizes;
    }

    /// <summary>The documents of a part: from the first, to before the end.</summary>
    public static (int First, int End) PartOf(IReadOnlyList<AnalyzedDocument> documents, int part, int parts) =>
        ((int)((long)documents.Count * part / parts), (int)((long)documents.Count * (part + 1) / parts));

    public static TermSize[] Sum(TermSize[][] parts)
    {
        var sums = parts[0].AsSpan().ToArray();
        foreach (var part in parts.AsSpan(1))
        {
            for (var i = 0; i < sums.Length; i++) sums[i] += part[i];
        }
        return sums;
    }

    private static TermSize[] Counted(IReadOnlyList<AnalyzedDocument> documents, MergedLexicon lexicon, (int First, int End) part)
    {
        var sizes = new TermSize[lexicon.Count];
        for (var document = part.First; document < part.End; document++)
        {
            var numbers = lexicon.NumbersOf(documents[document].Lexicon);
            for (var terms = documents[document].Terms; terms.MoveNext();)
            {
                sizes[numbers[terms.Term]] += new TermSize(1, Postings.EntryLength(document, terms.Frequency), terms.PositionsLength);
            }
        }
        return sizes;
    }
}

/// <summary>How much there is of a term in some documents.</summary>
/// <param name="Documents">How many have it.</param>
/// <param name="Entries">Bytes that <see cref="Postings"/> takes for them.</param>
/// <param name="Positions">Bytes of its positions in them.</param>
internal readonly record struct TermSize(int Documents, int Entries, int Positions)
{
    public static TermSize operator +(TermSize one, TermSize other) =>
        new(one.Documents + other.Documents, one.Entries + other.Entries, one.Positions + other.Positions);
}
