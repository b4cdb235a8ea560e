using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Archive.Search.Indexing;
using Archive.Search.Querying;

namespace Archive.Search;

/// <summary>The nearest documents of each document, by the rare terms they share.</summary>
public static class SimilarDocuments
{
    /// <summary>A term of more documents says too little, and would take too long.</summary>
    private const int MostDocuments = 64;

    /// <summary>So many of the rarest terms of a document are compared.</summary>
    private const int MostTerms = 16;

    /// <summary>For each document, in the order given, the positions of its nearest in the same list, best first. Computed on all processors.</summary>
    public static ImmutableArray<ImmutableArray<int>> Of(IReadOnlyList<AnalyzedDocument> documents, int count)
    {
        var lexicon = new MergedLexicon(documents);
        var counts = CountedDocuments.Of(documents, lexicon);
        int[] idfs = [0, 0, .. Enumerable.Range(2, MostDocuments - 1).Select(having => IntegerMath.Idf(documents.Count, having))];
        var telling = new Telling[documents.Count][];
        Parallel.For(0, telling.Length, () => new List<Telling>(), (i, _, terms) =>
        {
            telling[i] = TellingOf(documents[i], lexicon, counts, idfs, terms);
            return terms;
        }, _ => { });
        var having = Having(telling, lexicon.Count);
        var nearest = new ImmutableArray<int>[documents.Count];
        Parallel.For(0, nearest.Length, () => (Sums: new long[documents.Count], Met: new List<int>()), (self, _, own) =>
        {
            nearest[self] = Nearest(self, telling[self], having, own.Sums, own.Met, count);
            return own;
        }, _ => { });
        return ImmutableCollectionsMarshal.AsImmutableArray(nearest);
    }

    /// <summary>The terms with the greatest weight: how rare, and how often here.</summary>
    /// <param name="idfs">By how many documents have a term.</param>
    /// <param name="found">To work in.</param>
    private static Telling[] TellingOf(AnalyzedDocument document, MergedLexicon lexicon, int[] counts, int[] idfs, List<Telling> found)
    {
        var numbers = lexicon.NumbersOf(document.Lexicon);
        found.Clear();
        for (var terms = document.Terms; terms.MoveNext();)
        {
            var term = numbers[terms.Term];
            if (counts[term] is >= 2 and <= MostDocuments) found.Add(new(term, (long)idfs[counts[term]] * Math.Min(4, terms.Frequency + 1)));
        }
        found.Sort((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : lexicon[a.Item].SequenceCompareTo(lexicon[b.Item]));
        return [.. found.Take(MostTerms)];
    }

    /// <summary>By term: the documents that it is telling for.</summary>
    private static List<Telling>?[] Having(Telling[][] telling, int terms)
    {
        var having = new List<Telling>?[terms];
        for (var document = 0; document < telling.Length; document++)
        {
            foreach (var (term, weight) in telling[document]) (having[term] ??= []).Add(new(document, weight));
        }
        return having;
    }

    /// <param name="sums">By document, all 0; so they are left.</param>
    /// <param name="met">To work in.</param>
    private static ImmutableArray<int> Nearest(int self, Telling[] terms, List<Telling>?[] having, long[] sums, List<int> met, int count)
    {
        met.Clear();
        foreach (var (term, weight) in terms)
        {
            foreach (var (document, other) in CollectionsMarshal.AsSpan(having[term]))
            {
                if (sums[document] == 0) met.Add(document);
                sums[document] += Math.Min(weight, other);
            }
        }
        met.Sort((a, b) => sums[a] != sums[b] ? sums[b].CompareTo(sums[a]) : a.CompareTo(b));
        ImmutableArray<int> nearest = [.. met.Where(document => document != self).Take(count)];
        foreach (var document in met) sums[document] = 0;
        return nearest;
    }

    /// <summary>A term of a document, or a document of a term, with the term's weight there.</summary>
    private readonly record struct Telling(int Item, long Weight);
}
