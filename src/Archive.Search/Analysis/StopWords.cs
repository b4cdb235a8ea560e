namespace Archive.Search.Analysis;

/// <summary>English words that say nothing about a document. Small words of trouble (no, not, down, out, off) are not among them.</summary>
internal static class StopWords
{
    public static bool Contains(ReadOnlySpan<char> word) => word is
        "a" or "about" or "also" or "am" or "an" or "and" or "any" or "are" or "as" or "at" or
        "be" or "because" or "been" or "being" or "but" or "by" or "can" or "could" or
        "did" or "do" or "does" or "doing" or "for" or "from" or
        "had" or "has" or "have" or "having" or "he" or "her" or "his" or "how" or
        "i" or "if" or "in" or "into" or "is" or "it" or "its" or "me" or "my" or "of" or "on" or "or" or "our" or
        "she" or "should" or "so" or "some" or "such" or
        "than" or "that" or "the" or "their" or "them" or "then" or "there" or "these" or "they" or "this" or "those" or "to" or
        "us" or "was" or "we" or "were" or "what" or "when" or "where" or "which" or "while" or "who" or "why" or "will" or "with" or "would" or
        "you" or "your";
}
