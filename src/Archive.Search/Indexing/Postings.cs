using System.Runtime.CompilerServices;

namespace Archive.Search.Indexing;

/// <summary>
/// All terms of an archive in the order of their UTF-8 bytes, each with the documents that have it, ascending. What belongs to one term lies
/// together, so that whoever codes it reads on and on.
/// </summary>
internal sealed class Postings
{
    private readonly SortedLexicon _lexicon;

    /// <summary>Of each term in the lexicon.</summary>
    private readonly int[] _numbers;

    /// <summary>By term, and one more for the end: where its own begin.</summary>
    private readonly TermSize[] _starts;

    /// <summary>For <see cref="PostingReader"/>.</summary>
    private readonly byte[] _entries;

    private readonly byte[] _positions;

    private Postings(IReadOnlyList<AnalyzedDocument> analyzed, SortedLexicon lexicon, int[] numbers, TermSize[] starts)
    {
        (Analyzed, _lexicon, _numbers, _starts) = (analyzed, lexicon, numbers, starts);
        (_entries, _positions) = (GC.AllocateUninitializedArray<byte>(starts[^1].Entries), GC.AllocateUninitializedArray<byte>(starts[^1].Positions));
    }

    public IReadOnlyList<AnalyzedDocument> Analyzed { get; }

    /// <summary>How many terms there are.</summary>
    public int Count => _numbers.Length;

    /// <summary>In UTF-8.</summary>
    public ReadOnlySpan<byte> TermAt(int term) => _lexicon[_numbers[term]];

    /// <summary>How many documents have a term.</summary>
    public int CountOf(int term) => _starts[term + 1].Documents - _starts[term].Documents;

    public PostingReader this[int term] => new(_entries.AsSpan(_starts[term].Entries.._starts[term + 1].Entries));

    /// <summary>Where a term stands in each of its documents, one after the other, as <see cref="Occurrences"/> has written it.</summary>
    public ReadOnlySpan<byte> PositionsOf(int term) => _positions.AsSpan(_starts[term].Positions.._starts[term + 1].Positions);

    /// <summary>In bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int EntryLength(int document, int frequency) => Varints.Length(document) + Varints.Length(Capped(frequency));

    /// <summary>Each thread has a part of the documents: since all have counted theirs, each knows where its own postings of a term begin.</summary>
    /// <param name="parts">Of all documents; not to be used after this.</param>
    public static Postings Of(IReadOnlyList<AnalyzedDocument> documents, MergedLexicon lexicon, SortedLexicon sorted, CountedDocuments[] parts)
    {
        var numbers = sorted.Having(CountedDocuments.TermsOf(parts));
        var postings = new Postings(documents, sorted, numbers, StartsOf(numbers, parts));
        Parallel.ForEach(parts, new() { MaxDegreeOfParallelism = parts.Length }, part => postings.Fill(lexicon, part));
        return postings;
    }

    /// <summary>Also puts into each part, by number in the lexicon, where the first of its documents goes.</summary>
    /// <param name="numbers">Of the terms.</param>
    private static TermSize[] StartsOf(int[] numbers, CountedDocuments[] parts)
    {
        var starts = new TermSize[numbers.Length + 1];
        var next = default(TermSize);
        for (var term = 0; term < numbers.Length; term++)
        {
            starts[term] = next;
            foreach (var part in parts)
            {
                ref var own = ref part.Terms[numbers[term]];
                var size = own;
                own = next;
                next.Add(size);
            }
        }
        starts[^1] = next;
        return starts;
    }

    /// <param name="part">By number in the lexicon: where the next of its documents goes.</param>
    private void Fill(MergedLexicon lexicon, CountedDocuments part)
    {
        var (entries, positions, places) = (_entries, _positions, part.Terms);
        for (var document = part.First; document < part.End; document++)
        {
            var numbers = lexicon.NumbersOf(Analyzed[document].Lexicon);
            var own = Analyzed[document].Positions;
            for (var terms = Analyzed[document].Terms; terms.MoveNext();)
            {
                ref var place = ref places[numbers[terms.Term]];
                Varints.Write(entries, ref place.Entries, document);
                Varints.Write(entries, ref place.Entries, Capped(terms.Frequency));
                var copied = own.AsSpan(terms.PositionsStart, terms.PositionsLength);
                var target = positions.AsSpan(place.Positions, copied.Length);
                for (var i = 0; i < copied.Length; i++) target[i] = copied[i]; // mostly one to three: a call would cost more
                place.Positions += copied.Length;
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (_at == _bytes.Length) return false;
        Document = Varints.Read(_bytes, ref _at);
        Frequency = Varints.Read(_bytes, ref _at);
        return true;
    }
}
