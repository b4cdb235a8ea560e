using System.Collections.Immutable;

namespace Archive.Search;

/// <summary>Documents in, index files out.</summary>
public static class SearchIndexBuilder
{
    /// <summary>Everything dear about one document; pure, for many threads at once.</summary>
    public static AnalyzedDocument Analyze(SearchDocument document) => new(document);

    /// <summary>The files of an index: the same documents in any order, the same bytes.</summary>
    /// <exception cref="ArgumentException">Two documents have one id.</exception>
    public static ImmutableArray<IndexFile> Build(SearchSchema schema, IReadOnlyList<AnalyzedDocument> documents) =>
        throw new NotSupportedException($"{schema.Facets.Length} {documents.Count}");
}
