using System.Collections.Immutable;
using Archive.Search.Querying;

namespace Archive.Search;

/// <summary>
/// An index on disk or in memory. For one thread at a time. Has state because it reads a file when a query needs it, and keeps it.
/// </summary>
public sealed class SearchIndex
{
    private readonly IndexReader _index;

    private SearchIndex(IndexSource source) => _index = new(source);

    /// <summary>How many documents it holds.</summary>
    public int Documents => _index.Documents;

    /// <summary>Facets with the values that documents have, and numbers.</summary>
    public SearchSchema Schema => _index.Manifest.Schema;

    /// <param name="folder">The folder that holds <c>index.json</c>.</param>
    /// <exception cref="SearchIndexException">There is no index, or it cannot be read.</exception>
    public static SearchIndex Open(string folder) => new(IndexSource.OfFolder(folder));

    /// <exception cref="SearchIndexException">They are no index.</exception>
    public static SearchIndex Of(IReadOnlyList<IndexFile> files) => new(IndexSource.Of(files));

    /// <exception cref="SearchIndexException">A file of the index cannot be read.</exception>
    public SearchAnswer Search(SearchRequest request) => Answering.Answer(_index, request);

    /// <summary>The best passage of a hit for the terms of its answer.</summary>
    /// <exception cref="SearchIndexException">A file of the index cannot be read.</exception>
    public Snippet Snippet(SearchHit hit, SearchAnswer answer) => SnippetChoice.Of(_index.TextOf(hit.Document), answer.Terms);

    /// <summary>The documents most like one, best first, without itself; empty for an unknown id.</summary>
    /// <exception cref="SearchIndexException">A file of the index cannot be read.</exception>
    public ImmutableArray<SearchHit> Similar(string id, int count) => SimilarInIndex.To(_index, id, count);
}
