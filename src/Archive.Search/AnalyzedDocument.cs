using Archive.Search.Indexing;

namespace Archive.Search;

/// <summary>A document after analysis: counted terms in little memory. To be kept and given to <see cref="SearchIndexBuilder.Build"/> again.</summary>
/// <remarks>A kept document holds the memo of the analyzer that made it.</remarks>
public sealed class AnalyzedDocument
{
    private readonly CountedTerms _counted;

    internal AnalyzedDocument(SearchDocument document, CountedTerms counted, int length, byte[] text)
    {
        Document = document with { Passages = [] };
        _counted = counted;
        Length = length;
        Text = text;
    }

    public string Id => Document.Id;

    /// <summary>Without its passages.</summary>
    internal SearchDocument Document { get; }

    internal Lexicon Lexicon => _counted.Lexicon;

    internal CountedTermReader Terms => new(_counted.Bytes);

    internal InflectedWordReader Inflected => new(_counted.Bytes.AsSpan(_counted.WordsStart));

    /// <summary>Of all terms, where <see cref="CountedTermReader"/> says.</summary>
    internal byte[] Positions => _counted.Positions;

    /// <summary>In words, weighted by field.</summary>
    internal int Length { get; }

    /// <summary>The passages, packed for snippets.</summary>
    internal byte[] Text { get; }
}
