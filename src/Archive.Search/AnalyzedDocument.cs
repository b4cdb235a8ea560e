using Archive.Search.Indexing;

namespace Archive.Search;

/// <summary>A document after analysis: counted terms in little memory. To be kept and given to <see cref="SearchIndexBuilder.Build"/> again.</summary>
/// <remarks>A kept document holds the memo of the analyzer that made it.</remarks>
public sealed class AnalyzedDocument
{
    private readonly CountedTerms _counted;

    internal AnalyzedDocument(SearchDocument document, CountedTerms counted) => (Document, _counted) = (document with { Passages = [] }, counted);

    public string Id => Document.Id;

    /// <summary>Without its passages.</summary>
    internal SearchDocument Document { get; }

    internal Lexicon Lexicon => _counted.Lexicon;

    internal int[] Terms => _counted.Terms;

    internal int[] Frequencies => _counted.Frequencies;

    internal byte[] Positions => _counted.Positions;

    internal int[] PositionEnds => _counted.PositionEnds;

    internal int[] Words => _counted.Words;

    internal int Length => _counted.Length;

    internal byte[] Text => _counted.Text;
}
