using System.Collections.Immutable;
using System.Text;
using Archive.Search.Analysis;
using Archive.Search.Indexing;

namespace Archive.Search.Querying;

/// <summary>Documents that share the telling words of one.</summary>
internal static class SimilarInIndex
{
    /// <summary>So many terms of a document are looked up, the most frequent first; so many of them asked.</summary>
    private const int LookedUp = 256;
    private const int Asked = 24;

    public static ImmutableArray<SearchHit> To(IndexReader index, string id, int count)
    {
        if (index.Find(Encoding.UTF8.GetBytes(TermSpace.OfId(id))) is not { Documents: [var self, ..] }) return [];
        var telling = Frequencies(index.TextOf(self))
            .OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Take(LookedUp)
            .Select(f => index.Find(Encoding.UTF8.GetBytes(f.Key))).OfType<TermPostings>()
            .Where(p => p.Documents.Length > 1)
            .Select(p => TermMatches.Of(Encoding.UTF8.GetString(p.Term), [p], index.Documents))
            .OrderByDescending(t => (long)t.Idf * t.Impacts[Array.BinarySearch(t.Documents, self) is var place and >= 0 ? place : 0])
            .Take(Asked);
        var sum = new MatchSum(index.Documents);
        foreach (var term in telling) sum.Add(term.Scored(1));
        var found = sum.Sum();
        return [.. AnswerParts.Sorted(index, found, SearchSort.Relevance)
            .Where(i => found.Documents[i] != self).Take(count).Select(i => AnswerParts.Hit(index, found.Documents[i], found.Scores[i], []))];
    }

    private static Dictionary<string, int> Frequencies(ImmutableArray<Passage> passages)
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            var tokens = new TokenReader(passage.Text, DocumentAnalysis.KindOf(passage.Field));
            while (tokens.MoveNext())
            {
                if (tokens.Kind == TokenKind.StopWord) continue;
                var term = tokens.Term.ToString();
                frequencies[term] = frequencies.GetValueOrDefault(term) + FieldWeights.Of[(int)passage.Field];
            }
        }
        return frequencies;
    }
}
