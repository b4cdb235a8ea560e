using System.Collections.Immutable;
using Archive.Search.Analysis;

namespace Archive.Benchmarks;

/// <summary>All documents, and how many of them a query fits: by looking through their text, with no search engine.</summary>
/// <remarks>Words that have one stem (Porter2) are one: who remembers "orders" is not wrong about a document with "order".</remarks>
public sealed class KnownCorpus
{
    private readonly Dictionary<string, List<int>> _having = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _logged = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _shapes = new(StringComparer.Ordinal);

    public KnownCorpus(ImmutableArray<KnownDocument> documents)
    {
        Documents = documents;
        for (var i = 0; i < documents.Length; i++)
        {
            foreach (var word in documents[i].Letters()) Put(_having, StemOf(word), i);
            foreach (var line in documents[i].Logged().Where(ChangedValues.IsTrouble))
            {
                Put(_logged, line, i);
                Put(_shapes, ChangedValues.ShapeOf(line), i);
            }
        }
    }

    public ImmutableArray<KnownDocument> Documents { get; }

    public int Having(string word) => With(word).Count;

    /// <summary>Whether a document has just this word.</summary>
    public bool Knows(string word) => _stems.ContainsKey(word);

    /// <summary>How many documents have all of the words and, where there is one, a word that begins so.</summary>
    public int WithAll(IReadOnlyList<string> words, string? beginning = null)
    {
        var found = words.Select(With).OrderBy(having => having.Count).Aggregate((a, b) => [.. a.Intersect(b)]);
        return beginning is null ? found.Count : found.Count(i => Documents[i].Letters().Any(word => word.StartsWith(beginning, StringComparison.Ordinal)));
    }

    public int WithRun(IReadOnlyList<string> run) => run.Select(word => With(word.ToLowerInvariant())).MinBy(having => having.Count)?.Count(i => Documents[i].HasRun(run)) ?? 0;

    public int WithLine(string line) => Of(_logged, line).Count;

    /// <summary>How many documents have a line that is the same but for its values.</summary>
    public int WithShapeOf(string line) => Of(_shapes, ChangedValues.ShapeOf(line)).Count;

    private List<int> With(string word) => _stems.TryGetValue(word, out var stem) ? Of(_having, stem) : [];

    private string StemOf(string word)
    {
        if (_stems.TryGetValue(word, out var stem)) return stem;
        var tokens = new TokenReader(word, TextKind.Prose);
        stem = tokens.MoveNext() ? tokens.Term.ToString() : word;
        _stems.Add(word, stem);
        return stem;
    }

    private static List<int> Of(Dictionary<string, List<int>> lists, string key) => lists.GetValueOrDefault(key, []);

    private static void Put(Dictionary<string, List<int>> lists, string key, int document)
    {
        if (!lists.TryGetValue(key, out var list)) lists.Add(key, list = []);
        if (list.Count == 0 || list[^1] != document) list.Add(document);
    }
}
