using Archive.Search.Analysis;

namespace Archive.Search.Indexing;

/// <summary>What need not be found out again when a word is met again.</summary>
internal struct KnownWord
{
    /// <summary>The number of its stem; <see cref="Lexicon.None"/> where nobody set it.</summary>
    public int Stem;

    public bool IsStopWord;

    /// <summary>May be offered as a correction: 3 to 24 letters and nothing else.</summary>
    public bool IsPlainWord;

    public static KnownWord Of(ReadOnlySpan<char> word, WordKey key) => new() { Stem = Lexicon.None, IsStopWord = StopWords.Contains(key), IsPlainWord = IsPlain(word) };

    private static bool IsPlain(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > 24) return false;
        foreach (var letter in word)
        {
            if (!char.IsLetter(letter)) return false;
        }
        return true;
    }
}
