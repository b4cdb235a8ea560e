using System.Collections.Immutable;
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

    /// <summary>For each document, in the order given, the positions of its nearest in the same list, best first.</summary>
    public static ImmutableArray<ImmutableArray<int>> Of(IReadOnlyList<AnalyzedDocument> documents, int count)
    {
        var lexicon = new MergedLexicon(documents);
        var counts = new int[lexicon.Count];
        foreach (var document in documents)
        {
            var numbers = lexicon.NumbersOf(document.Lexicon);
            for (var terms = document.Terms; terms.MoveNext();) counts[numbers[terms.Term]]++;
        }
        var telling = documents.Select(document => Telling(document, lexicon, counts, documents.Count)).ToArray();
        var having = Having(telling, counts.Length);
        var sums = new long[documents.Count];
        return [.. telling.Select((terms, self) => Nearest(self, terms, having, sums, count))];
    }

    /// <summary>The terms with the greatest weight: how rare, and how often here.</summary>
    private static (int Term, long Weight)[] Telling(AnalyzedDocument document, MergedLexicon lexicon, int[] counts, int all)
    {
        var numbers = lexicon.NumbersOf(document.Lexicon);
        var telling = new List<(int Term, long Weight)>();
        for (var terms = document.Terms; terms.MoveNext();)
        {
            var term = numbers[terms.Term];
            if (counts[term] is < 2 or > MostDocuments) continue;
            telling.Add((term, (long)IntegerMath.Idf(all, counts[term]) * Math.Min(4, terms.Frequency + 1)));
        }
        telling.Sort((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : lexicon[a.Term].SequenceCompareTo(lexicon[b.Term]));
        return [.. telling.Take(MostTerms)];
    }

    /// <summary>By term: where it is among the telling ones.</summary>
    private static List<(int Document, long Weight)>?[] Having((int Term, long Weight)[][] telling, int terms)
    {
        var having = new List<(int, long)>?[terms];
        for (var document = 0; document < telling.Length; document++)
        {
            foreach (var (term, weight) in telling[document]) (having[term] ??= []).Add((document, weight));
        }
        return having;
    }

    private static ImmutableArray<int> Nearest(int self, (int Term, long Weight)[] terms, List<(int Document, long Weight)>?[] having, long[] sums, int count)
    {
        var met = new List<int>();
        foreach (var (term, weight) in terms)
        {
            foreach (var (document, other) in having[term] ?? [])
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
}
