namespace Archive.Search;

/// <summary>A document after analysis: counted terms in little memory. To be kept and given to <see cref="SearchIndexBuilder.Build"/> again.</summary>
public sealed class AnalyzedDocument
{
    internal AnalyzedDocument(SearchDocument source) => Source = source;

    internal SearchDocument Source { get; }

    public string Id => Source.Id;
}
