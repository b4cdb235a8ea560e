using System.Collections.Immutable;

namespace Archive.Search;

/// <summary>An index on disk or in memory. Files are read when a query needs them and kept; for one thread at a time.</summary>
public sealed class SearchIndex
{
    /// <param name="folder">The folder that holds <c>index.json</c>.</param>
    /// <exception cref="SearchIndexException">There is no index, or it cannot be read.</exception>
    public static SearchIndex Open(string folder) => throw new NotSupportedException(folder);

    /// <exception cref="SearchIndexException">They are no index.</exception>
    public static SearchIndex Of(IReadOnlyList<IndexFile> files) => throw new NotSupportedException($"{files.Count}");

    /// <exception cref="SearchIndexException">A file of the index cannot be read.</exception>
    public SearchAnswer Search(SearchRequest request) => throw new NotSupportedException(request.Text);

    /// <summary>The best passage of a hit for the terms of its answer.</summary>
    /// <exception cref="SearchIndexException">A file of the index cannot be read.</exception>
    public Snippet Snippet(SearchHit hit, SearchAnswer answer) => throw new NotSupportedException($"{hit} {answer}");

    /// <summary>The documents most like one, best first, without itself; empty for an unknown id.</summary>
    /// <exception cref="SearchIndexException">A file of the index cannot be read.</exception>
    public ImmutableArray<SearchHit> Similar(string id, int count) => throw new NotSupportedException($"{id} {count}");
}
