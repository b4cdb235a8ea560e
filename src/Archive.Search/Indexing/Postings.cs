namespace Archive.Search.Indexing;

/// <summary>
/// All terms of an archive in the order of their UTF-8 bytes, each with the documents that have it, ascending. What belongs to one term lies
/// together, so that whoever codes it reads on and on.
/// </summary>
internal sealed class Postings
{
    /// <summary>By term, and one more for the end: where its own begin.</summary>
    private readonly TermSize[] _starts;

    /// <summary>For <see cref="PostingReader"/>.</summary>
    private readonly byte[] _entries;

    private readonly byte[] _positions;

    private Postings(IReadOnlyList<AnalyzedDocument> analyzed, byte[][] terms, TermSize[] starts)
    {
        (Analyzed, Terms, _starts) = (analyzed, terms, starts);
        (_entries, _positions) = (new byte[starts[^1].Entries], new byte[starts[^1].Positions]);
    }

    public IReadOnlyList<AnalyzedDocument> Analyzed { get; }

    public byte[][] Terms { get; }

    /// <summary>How many documents have a term.</summary>
    public int CountOf(int term) => _starts[term + 1].Documents - _starts[term].Documents;

    public PostingReader this[int term] => new(_entries.AsSpan(_starts[term].Entries.._starts[term + 1].Entries));

    /// <summary>Where a term stands in each of its documents, one after the other, as <see cref="Occurrences"/> has written it.</summary>
    public ReadOnlySpan<byte> PositionsOf(int term) => _positions.AsSpan(_starts[term].Positions.._starts[term + 1].Positions);

    /// <summary>In bytes.</summary>
    public static int EntryLength(int document, int frequency) => Varints.Length(document) + Varints.Length(Capped(frequency));

    /// <summary>Each thread has a part of the documents: when all have counted theirs, each knows where its own postings of a term begin.</summary>
    /// <param name="threads">At most so many at once; no other effect.</param>
    public static Postings Of(IReadOnlyList<AnalyzedDocument> documents, MergedLexicon lexicon, int threads)
    {
        var parts = CountedDocuments.InParts(documents, lexicon, threads);
        var sorted = SortedTerms.Of(lexicon, Array.ConvertAll(CountedDocuments.Sum(parts), size => size.Documents));
        var postings = new Postings(documents, sorted.Terms, StartsOf(sorted.Numbers, parts));
        Parallel.For(0, parts.Length, part => postings.Fill(lexicon, parts[part], CountedDocuments.PartOf(documents, part, parts.Length)));
        return postings;
    }

    /// <summary>Also puts into each part, by number in the lexicon, where the first of its documents goes.</summary>
    /// <param name="numbers">Of the terms.</param>
    private static TermSize[] StartsOf(int[] numbers, TermSize[][] parts)
    {
        var starts = new TermSize[numbers.Length + 1];
        var next = default(TermSize);
        for (var term = 0; term < numbers.Length; term++)
        {
            starts[term] = next;
            foreach (var part in parts) (part[numbers[term]], next) = (next, next + part[numbers[term]]);
        }
        starts[^1] = next;
        return starts;
    }

    /// <param name="next">By number in the lexicon: where the next of these documents goes.</param>
    private void Fill(MergedLexicon lexicon, TermSize[] next, (int First, int End) part)
    {
        for (var document = part.First; document < part.End; document++)
        {
            var numbers = lexicon.NumbersOf(Analyzed[document].Lexicon);
            var positions = Analyzed[document].Positions.AsSpan();
            for (var terms = Analyzed[document].Terms; terms.MoveNext();)
            {
                ref var place = ref next[numbers[terms.Term]];
                var (at, length) = (place.Entries, terms.PositionsLength);
                Varints.Write(_entries, ref at, document);
                Varints.Write(_entries, ref at, Capped(terms.Frequency));
                positions.Slice(terms.PositionsStart, length).CopyTo(_positions.AsSpan(place.Positions));
                place = place with { Entries = at, Positions = place.Positions + length };
            }
        }
    }

    private static int Capped(int frequency) => Math.Min(frequency, FieldWeights.MostFrequent);
}

/// <summary>Reads the documents of a term, ascending.</summary>
internal ref struct PostingReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    public int Document { get; private set; }

    /// <summary>Weighted; at most <see cref="FieldWeights.MostFrequent"/>.</summary>
    public int Frequency { get; private set; }

    public bool MoveNext()
    {
        if (_at == _bytes.Length) return false;
        Document = Varints.Read(_bytes, ref _at);
        Frequency = Varints.Read(_bytes, ref _at);
        return true;
    }
}
