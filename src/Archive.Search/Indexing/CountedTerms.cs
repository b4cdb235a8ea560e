namespace Archive.Search.Indexing;

/// <summary>What analysis keeps of the text of a document.</summary>
internal sealed record CountedTerms
{
    public required Lexicon Lexicon { get; init; }

    /// <summary>For <see cref="CountedTermReader"/>, then for <see cref="InflectedWordReader"/>: in little memory, since a large archive has all of them at once.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>Where the words begin.</summary>
    public required int WordsStart { get; init; }

    /// <summary>Of all terms, one after the other, as <c>FORMAT.md</c> says.</summary>
    public required byte[] Positions { get; init; }
}
