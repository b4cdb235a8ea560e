namespace Archive.Search.Indexing;

/// <summary>What analysis keeps of the text of a document.</summary>
internal sealed record CountedTerms
{
    public required Lexicon Lexicon { get; init; }

    /// <summary>Numbers of the lexicon, each once.</summary>
    public required int[] Terms { get; init; }

    /// <summary>For each term its frequency, weighted by field.</summary>
    public required int[] Frequencies { get; init; }

    /// <summary>For each term its positions, as <c>FORMAT.md</c> says.</summary>
    public required byte[] Positions { get; init; }

    /// <summary>Where the positions of each term end.</summary>
    public required int[] PositionEnds { get; init; }

    /// <summary>Plain words as they are written, not stemmed: for corrections. Each once.</summary>
    public required int[] Words { get; init; }

    /// <summary>Of the document, in words, weighted by field.</summary>
    public required int Length { get; init; }

    /// <summary>The passages, packed for snippets.</summary>
    public required byte[] Text { get; init; }
}
