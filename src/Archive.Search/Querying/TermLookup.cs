using System.Text;
using Archive.Search.Indexing;

namespace Archive.Search.Querying;

/// <summary>From words of a query to their documents.</summary>
internal static class TermLookup
{
    /// <summary>Of <c>word*</c> and of a word being typed: no more shards and terms than these are read.</summary>
    private const int PrefixShards = 64;
    private const int TypingShards = 2;
    private const int PrefixTerms = 1024;

    /// <param name="field">The canonical name of a text field, or null for all text.</param>
    public static string ScopeOf(string? field) => field switch
    {
        "title" => $"{TermSpace.Title}",
        "error" => $"{TermSpace.Signature}",
        _ => "",
    };

    public static TermMatches Whole(IndexReader index, string scope, QueryToken token) =>
        TermMatches.Of(token.Word, [.. Exact(index, scope, token)], index.Documents);

    /// <summary>The word and all that it begins, which count half.</summary>
    public static TermMatches Beginning(IndexReader index, string scope, QueryToken token, bool isTyping)
    {
        var exact = Exact(index, scope, token).ToList();
        var prefix = Encoding.UTF8.GetBytes(scope + token.Word);
        var begun = index.StartingWith(prefix, isTyping ? TypingShards : PrefixShards, PrefixTerms);
        if (begun.Count == 0 && scope.Length == 0) begun = Inflected(index, token.Word);
        var others = begun.Where(p => exact.TrueForAll(e => !e.Term.AsSpan().SequenceEqual(p.Term))).Select(Halved);
        return TermMatches.Of(token.Word + "*", [.. exact, .. others], index.Documents);
    }

    /// <summary>All words within so many edits.</summary>
    public static TermMatches Like(IndexReader index, string word, int edits)
    {
        var words = WordDistance.Nearest(index, word, edits, most: 50).Select(w => w.Word).Append(word).Distinct(StringComparer.Ordinal);
        var terms = words.SelectMany(w => new[] { QueryToken.Stem(w), w }).Distinct(StringComparer.Ordinal);
        return TermMatches.Of(word + "~", [.. terms.Select(t => index.Find(Encoding.UTF8.GetBytes(t))).OfType<TermPostings>()], index.Documents);
    }

    private static IEnumerable<TermPostings> Exact(IndexReader index, string scope, QueryToken token) =>
        token.Terms.Select(term => index.Find(Encoding.UTF8.GetBytes(scope + term))).OfType<TermPostings>();

    /// <summary>Words are stemmed in the index: "connecti" begins "connection", which stands there as "connect".</summary>
    private static List<TermPostings> Inflected(IndexReader index, string prefix)
    {
        if (prefix.Length < 3) return [];
        var words = index.Words(IndexFormat.WordFileOf(prefix[0])).Where(w => w.Word.StartsWith(prefix, StringComparison.Ordinal));
        var stems = words.Select(w => QueryToken.Stem(w.Word)).Distinct(StringComparer.Ordinal).Take(PrefixTerms);
        return [.. stems.Select(stem => index.Find(Encoding.UTF8.GetBytes(stem))).OfType<TermPostings>()];
    }

    private static TermPostings Halved(TermPostings postings) =>
        postings with { Impacts = Array.ConvertAll(postings.Impacts, impact => (byte)((impact + 1) / 2)) };
}
