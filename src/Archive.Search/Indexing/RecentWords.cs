using Archive.Search.Analysis;

namespace Archive.Search.Indexing;

/// <summary>The words that were met last: a frequent one is found here, in memory that is near, and not in the lexicon of a whole archive.</summary>
/// <remarks>Has state because it is a memo, for one thread at a time.</remarks>
internal sealed class RecentWords(Lexicon lexicon)
{
    /// <summary>A power of two. Twice as many are not found sooner.</summary>
    private const int Places = 1 << 13;

    private readonly RecentWord[] _words = new RecentWord[Places];

    /// <summary>Valid until the next is asked for.</summary>
    public ref RecentWord Of(ReadOnlySpan<char> word)
    {
        var key = WordKey.Of(word, out var isExact);
        ref var recent = ref _words[key.Slot & (Places - 1)];
        if (isExact && recent.Key == key && recent.Length == word.Length) return ref recent;
        var number = lexicon.Of(word, key, isExact);
        recent = new() { Key = key, Length = word.Length, Number = number, Known = lexicon.Known(number) };
        return ref recent;
    }
}

internal struct RecentWord
{
    public WordKey Key;
    public int Length;

    /// <summary>In the lexicon.</summary>
    public int Number;

    public KnownWord Known;
}
