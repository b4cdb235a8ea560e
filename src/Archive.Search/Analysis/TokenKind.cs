namespace Archive.Search.Analysis;

public enum TokenKind
{
    /// <summary>A word of prose, or one that stands alone in code: its term is its stem.</summary>
    Word,

    /// <summary>As a word, but too frequent to say anything. Counts in phrases only.</summary>
    StopWord,

    /// <summary>A name as it was written, folded: <c>java.lang.outofmemoryerror</c>. Its parts follow it.</summary>
    Identifier,

    /// <summary>A piece of the identifier before it; not stemmed.</summary>
    Part,
}
