using System.Collections.Concurrent;
using Archive.Search.Indexing;

namespace Archive.Search;

/// <summary>
/// Turns documents into terms; everything dear about one document happens here. For many threads at once, but not while an index of its
/// documents is built. Has state because it remembers the words it met: that is what makes it fast; no result depends on it.
/// </summary>
public sealed class SearchAnalyzer
{
    private readonly ConcurrentBag<DocumentAnalysis> _idle = [];
    private readonly Lexicon _lexicon = new();

    public AnalyzedDocument Analyze(SearchDocument document)
    {
        if (!_idle.TryTake(out var analysis)) analysis = new(_lexicon);
        var analyzed = analysis.Of(document);
        _idle.Add(analysis);
        return analyzed;
    }
}
