using System.Collections.Immutable;

namespace Archive.Benchmarks;

/// <summary>All documents, and how many of them a query fits: by looking through their text, with no search engine.</summary>
public sealed class KnownCorpus
{
    private readonly Dictionary<string, List<int>> _having = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _logged = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _shapes = new(StringComparer.Ordinal);

    public KnownCorpus(ImmutableArray<KnownDocument> documents)
    {
        Documents = documents;
        for (var i = 0; i < documents.Length; i++)
        {
            foreach (var word in documents[i].Letters()) Put(_having, word, i);
            foreach (var line in documents[i].Logged().Where(ChangedValues.IsTrouble))
            {
                Put(_logged, line, i);
                Put(_shapes, ChangedValues.ShapeOf(line), i);
            }
        }
    }

    public ImmutableArray<KnownDocument> Documents { get; }

    public int Having(string word) => Of(_having, word).Count;

    /// <summary>How many documents have all of the words and, where there is one, a word that begins so.</summary>
    public int WithAll(IReadOnlyList<string> words, string? beginning = null)
    {
        var found = words.Select(word => Of(_having, word)).OrderBy(having => having.Count).Aggregate((a, b) => [.. a.Intersect(b)]);
        return beginning is null ? found.Count : found.Count(i => Documents[i].Letters().Any(word => word.StartsWith(beginning, StringComparison.Ordinal)));
    }

    public int WithRun(IReadOnlyList<string> run) => run.Select(word => Of(_having, word.ToLowerInvariant())).MinBy(having => having.Count)?.Count(i => Documents[i].HasRun(run)) ?? 0;

    public int WithLine(string line) => Of(_logged, line).Count;

    /// <summary>How many documents have a line that is the same but for its values.</summary>
    public int WithShapeOf(string line) => Of(_shapes, ChangedValues.ShapeOf(line)).Count;

    private static List<int> Of(Dictionary<string, List<int>> lists, string key) => lists.GetValueOrDefault(key, []);

    private static void Put(Dictionary<string, List<int>> lists, string key, int document)
    {
        if (!lists.TryGetValue(key, out var list)) lists.Add(key, list = []);
        if (list.Count == 0 || list[^1] != document) list.Add(document);
    }
}
