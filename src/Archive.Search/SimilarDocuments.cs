using System.Collections.Immutable;

namespace Archive.Search;

/// <summary>The nearest documents of each document, by the few rare terms they share.</summary>
public static class SimilarDocuments
{
    /// <summary>For each document, in the order given, the positions of its nearest in the same list, best first.</summary>
    public static ImmutableArray<ImmutableArray<int>> Of(IReadOnlyList<AnalyzedDocument> documents, int count) =>
        throw new NotSupportedException($"{documents.Count} {count}");
}
