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

    private readonly byte[] _entries;

    private Postings(IReadOnlyList<AnalyzedDocument> analyzed, SortedLexicon lexicon, int[] numbers, TermSize[] starts)
    {
        (Analyzed, _lexicon, _numbers, _starts) = (analyzed, lexicon, numbers, starts);
        _entries = GC.AllocateUninitializedArray<byte>(starts[^1].Bytes);
    }

    public IReadOnlyList<AnalyzedDocument> Analyzed { get; }

    /// <summary>How many terms there are.</summary>
    public int Count => _numbers.Length;

    /// <summary>In UTF-8.</summary>
    public ReadOnlySpan<byte> TermAt(int term) => _lexicon[_numbers[term]];

    /// <summary>How many documents have a term.</summary>
    public int CountOf(int term) => _starts[term + 1].Documents - _starts[term].Documents;

    /// <summary>Of each document that has a term: its number, the weighted frequency, both as <see cref="Varints"/>, and the positions as <see cref="Occurrences"/> has written them.</summary>
    public ReadOnlySpan<byte> this[int term] => _entries.AsSpan(_starts[term].Bytes.._starts[term + 1].Bytes);

    /// <summary>In bytes, without positions.</summary>
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
        var entries = _entries.AsSpan();
        var places = part.Terms;
        for (var document = part.First; document < part.End; document++)
        {
            var numbers = lexicon.NumbersOf(Analyzed[document].Lexicon);
            var positions = Analyzed[document].Positions.AsSpan();
            for (var terms = Analyzed[document].Terms; terms.MoveNext();)
            {
                ref var at = ref places[numbers[terms.Term]].Bytes;
                Varints.Write(entries, ref at, document);
                Varints.Write(entries, ref at, Capped(terms.Frequency));
                foreach (var one in positions.Slice(terms.PositionsStart, terms.PositionsLength)) entries[at++] = one; // mostly one to three: a call would cost more
            }
        }
    }

    private static int Capped(int frequency) => Math.Min(frequency, FieldWeights.MostFrequent);
}
