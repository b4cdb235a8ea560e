using System.Collections.Immutable;

namespace Archive.Search.Querying;

/// <summary>A word of a query in the archive: the documents of all its terms, counted as one term.</summary>
/// <param name="Word">As it stands in an explanation.</param>
/// <param name="Documents">Ascending.</param>
/// <param name="Impacts">Of each document, 1 to 254.</param>
/// <param name="Idf">In 1024ths of a bit.</param>
/// <param name="Parts">The terms, for their positions.</param>
internal sealed record TermMatches(string Word, int[] Documents, int[] Impacts, int Idf, ImmutableArray<TermPostings> Parts)
{
    public static TermMatches Of(string word, IReadOnlyList<TermPostings> parts, int documents)
    {
        var (found, impacts) = parts.Count == 0 ? ([], []) : (parts[0].Documents, Array.ConvertAll(parts[0].Impacts, b => (int)b));
        for (var i = 1; i < parts.Count; i++) (found, impacts) = Union(found, impacts, parts[i]);
        return new(word, found, impacts, IntegerMath.Idf(documents, found.Length), [.. parts]);
    }

    /// <param name="times">How often the query has the word.</param>
    public Matches Scored(int times)
    {
        var scores = new long[Documents.Length];
        var covered = new int[Documents.Length];
        for (var i = 0; i < scores.Length; i++) (scores[i], covered[i]) = ((long)Idf * times * Impacts[i], Idf);
        return new(Documents, scores, covered);
    }

    private static (int[] Documents, int[] Impacts) Union(int[] documents, int[] impacts, TermPostings other)
    {
        var found = new List<int>(documents.Length + other.Documents.Length);
        var together = new List<int>(found.Capacity);
        for (int i = 0, j = 0; i < documents.Length || j < other.Documents.Length;)
        {
            var document = Math.Min(i < documents.Length ? documents[i] : int.MaxValue, j < other.Documents.Length ? other.Documents[j] : int.MaxValue);
            var left = i < documents.Length && documents[i] == document ? impacts[i++] : 0;
            var right = j < other.Documents.Length && other.Documents[j] == document ? other.Impacts[j++] : 0;
            found.Add(document);
            together.Add(left == 0 ? right : right == 0 ? left : IntegerMath.Together(left, right));
        }
        return ([.. found], [.. together]);
    }
}
