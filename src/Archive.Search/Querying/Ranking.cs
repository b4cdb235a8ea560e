using System.Text;
using Archive.Search.Indexing;

namespace Archive.Search.Querying;

/// <summary>The last steps of a score: how many of the words, how near to each other, and what stands above all.</summary>
internal static class Ranking
{
    /// <summary>Queries of so many words prefer documents that have all of them; of any number, among documents with the same line.</summary>
    private const int CoordinatedWords = 4;

    /// <summary>Proximity is computed for the best so many …</summary>
    private const int ProximityDocuments = 64;

    /// <summary>… of a query of so few words, …</summary>
    private const int ProximityWords = 8;

    /// <summary>… whose positions have no more bytes than this, so that a browser need not load much for it.</summary>
    private const int ProximityBytes = 6144;

    /// <summary>What two neighbouring words add, in units of idf; divided by their distance.</summary>
    private const int ProximityWeight = 96;

    /// <summary>Words further apart have nothing to do with each other.</summary>
    private const int ProximityGap = 30;

    /// <summary>A fingerprint or an id adds its idf times this: more than all words together.</summary>
    private const long AboveAll = 1L << 27;

    public const string Nearness = "words near each other";
    public const string SameLine = "same line";
    public const string SameId = "its id";

    /// <returns>The score of each of the documents, in their order, and what each step added.</returns>
    public static (Matches Found, List<Evaluation.ScoredWord> Extra) Of(IndexReader index, SearchQuery query, Evaluation evaluation, Matches found)
    {
        List<Evaluation.ScoredWord> extra = [.. Exact(index, query)];
        var coordinated = found with { Scores = Coordinated(evaluation, found, extra.Count > 0 ? Evaluation.MostWords : CoordinatedWords) };
        if (Near(index, evaluation, coordinated) is { } near) extra.Add(near);
        if (extra.Count == 0) return (coordinated, extra);
        var sum = new MatchSum(index.Documents);
        sum.Add(coordinated);
        foreach (var part in extra) sum.Add(part.Matches);
        var isOpen = query.Root.Clauses.All(c => c.Occurrence == Occurrence.Should);
        return (isOpen ? sum.Sum() : sum.SumOf(found.Documents), extra);
    }

    private static long[] Coordinated(Evaluation evaluation, Matches found, int mostWords)
    {
        var all = evaluation.Words.Sum(w => w.Idf);
        if (evaluation.Words.Count < 2 || evaluation.Words.Count > mostWords || all == 0) return found.Scores;
        var scores = new long[found.Scores.Length];
        for (var i = 0; i < scores.Length; i++) scores[i] = found.Scores[i] * (Math.Min(found.Covered[i], all) * 1024 / all) / 1024;
        return scores;
    }

    private static IEnumerable<Evaluation.ScoredWord> Exact(IndexReader index, SearchQuery query)
    {
        foreach (var line in query.Fingerprints.Distinct(StringComparer.Ordinal).Take(Evaluation.MostWords))
        {
            if (Above(index, SameLine, TermSpace.OfFingerprint(line)) is { } same) yield return same;
        }
        foreach (var word in query.Root.Clauses.Select(c => c.Node).OfType<WordQuery>().Where(IsLikeId).Distinct().Take(4))
        {
            if (Above(index, SameId, TermSpace.OfId(word.Text)) is { } same) yield return same;
        }
    }

    private static bool IsLikeId(WordQuery word) =>
        word is { Field: null, Match: WordMatch.Whole, Text.Length: <= 32 } && word.Text.Any(char.IsAsciiDigit) && word.Text.Any(c => c is '-' or '_');

    private static Evaluation.ScoredWord? Above(IndexReader index, string what, string term)
    {
        if (index.Find(Encoding.UTF8.GetBytes(term)) is not { } found) return null;
        var idf = IntegerMath.Idf(index.Documents, found.Documents.Length);
        var scores = new long[found.Documents.Length];
        scores.AsSpan().Fill(idf * AboveAll);
        return new(what, null, new(found.Documents, scores, new int[scores.Length]), idf);
    }

    private static Evaluation.ScoredWord? Near(IndexReader index, Evaluation evaluation, Matches found)
    {
        var words = evaluation.Words.Select(w => w.Placed).OfType<TermMatches>().Where(t => t.Documents.Length > 0).ToList();
        if (words.Count is < 2 or > ProximityWords || words.Sum(w => w.Parts.Sum(p => (long)p.Places.Length)) > ProximityBytes) return null;
        var places = words.ConvertAll(word => PhrasePlaces.Of(index, word));
        var best = Enumerable.Range(0, found.Documents.Length).OrderByDescending(i => found.Scores[i]).ThenByDescending(i => found.Documents[i]).Take(ProximityDocuments);
        int[] documents = [.. best.Select(i => found.Documents[i]).Order()];
        var scores = Array.ConvertAll(documents, document => NearIn(words, places, document));
        return scores.All(s => s == 0) ? null : new(Nearness, null, new(documents, scores, new int[scores.Length]), 0);
    }

    private static long NearIn(List<TermMatches> words, List<Func<int, int[]>> places, int document)
    {
        long sum = 0;
        var before = places[0](document);
        for (var i = 1; i < words.Count; i++)
        {
            var here = places[i](document);
            if (Gap(before, here) is { } gap && gap <= ProximityGap) sum += (long)Math.Min(words[i - 1].Idf, words[i].Idf) * ProximityWeight / gap;
            before = here;
        }
        return sum;
    }

    /// <summary>The least distance that is not 0 (an identifier and its first part); null where one is absent.</summary>
    private static int? Gap(int[] a, int[] b)
    {
        int? least = null;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var gap = Math.Abs(a[i] - b[j]);
            if (gap > 0 && !(gap >= least)) least = gap;
            if (a[i] < b[j]) i++;
            else j++;
        }
        return least;
    }
}
