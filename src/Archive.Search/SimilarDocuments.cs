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
        var idfs = IdfsOf(documents, lexicon);
        var rarest = Comparer<Telling>.Create((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : lexicon[a.Item].SequenceCompareTo(lexicon[b.Item]));
        var telling = new Telling[documents.Count][];
        Parallel.For(0, telling.Length, () => new Best(MostTerms, rarest), (i, _, best) =>
        {
            Offer(documents[i], lexicon, idfs, best);
            telling[i] = best.Taken();
            return best;
        }, _ => { });
        var having = Having(telling, lexicon.Count);
        var nearest = new ImmutableArray<int>[documents.Count];
        Parallel.For(0, nearest.Length, () => (Sums: new long[documents.Count], Best: new Best(count, Nearer)), (self, _, own) =>
        {
            Offer(self, telling[self], having, own.Sums, own.Best);
            nearest[self] = [.. own.Best.Taken().Select(n => n.Item)];
            return own;
        }, _ => { });
        return ImmutableCollectionsMarshal.AsImmutableArray(nearest);
    }

    /// <summary>By term: how rare it is; 0 where that tells nothing.</summary>
    private static int[] IdfsOf(IReadOnlyList<AnalyzedDocument> documents, MergedLexicon lexicon)
    {
        int[] idfs = [0, 0, .. Enumerable.Range(2, MostDocuments - 1).Select(having => IntegerMath.Idf(documents.Count, having))];
        var terms = CountedDocuments.TermsOf(documents, lexicon, Environment.ProcessorCount);
        foreach (ref var term in terms.AsSpan()) term = term < idfs.Length ? idfs[term] : 0;
        return terms;
    }

    /// <summary>The terms of a document, with their weight: how rare, and how often here.</summary>
    private static void Offer(AnalyzedDocument document, MergedLexicon lexicon, int[] idfs, Best best)
    {
        var numbers = lexicon.NumbersOf(document.Lexicon);
        for (var terms = document.Terms; terms.MoveNext();)
        {
            var term = numbers[terms.Term];
            if (idfs[term] != 0) best.Offer(new(term, (long)idfs[term] * Math.Min(4, terms.Frequency + 1)));
        }
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

    /// <summary>The other documents that share a telling term with one.</summary>
    /// <param name="sums">By document, all 0; so they are left.</param>
    private static void Offer(int self, Telling[] terms, List<Telling>?[] having, long[] sums, Best best)
    {
        foreach (var (term, weight) in terms)
        {
            foreach (var (document, other) in CollectionsMarshal.AsSpan(having[term])) sums[document] += Math.Min(weight, other);
        }
        sums[self] = 0;
        foreach (var (term, _) in terms)
        {
            foreach (var (document, _) in CollectionsMarshal.AsSpan(having[term]))
            {
                if (sums[document] > 0) best.Offer(new(document, sums[document]));
                sums[document] = 0;
            }
        }
    }

    /// <summary>A term of a document, or a document of a term, with the term's weight there.</summary>
    private readonly record struct Telling(int Item, long Weight);

    private static readonly Comparer<Telling> Nearer = Comparer<Telling>.Create((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.Item.CompareTo(b.Item));

    /// <summary>The first few in an order. Has state because it is filled again and again.</summary>
    private sealed class Best(int most, IComparer<Telling> order)
    {
        private readonly List<Telling> _best = new(most);

        public void Offer(Telling item)
        {
            if (_best.Count == most)
            {
                if (item.Weight < _best[^1].Weight || order.Compare(item, _best[^1]) >= 0) return;
                _best.RemoveAt(most - 1);
            }
            _best.Insert(~_best.BinarySearch(item, order), item); // no two are equal
        }

        public Telling[] Taken()
        {
            Telling[] taken = [.. _best];
            _best.Clear();
            return taken;
        }
    }
}
