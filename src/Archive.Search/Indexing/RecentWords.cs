using System.Runtime.CompilerServices;
using Archive.Search.Analysis;

namespace Archive.Search.Indexing;

/// <summary>The words that were met last: a frequent one is found here, in memory that is near, and not in the lexicon of a whole archive.</summary>
/// <remarks>Has state because it is a memo, for one thread at a time.</remarks>
internal sealed class RecentWords(Lexicon lexicon)
{
    /// <summary>A power of two. Twice as many are not found sooner.</summary>
    private const int Places = 1 << 13;

    private readonly RecentWord[] _words = new RecentWord[Places];

    /// <summary>Of a token. Valid until the next is asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref RecentWord Of(ref TokenReader token)
    {
        var key = token.Key;
        ref var recent = ref _words[key.Slot & (Places - 1)];
        if (recent.Key != key || !key.IsExact) Look(ref token, out recent);
        return ref recent;
    }

    /// <summary>Apart, so that the way of most words is a short one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Look(ref TokenReader token, out RecentWord word)
    {
        var number = lexicon.Of(token.Word, token.Key);
        word = new() { Key = token.Key, Number = number, Known = lexicon.Known(number) };
    }
}

internal struct RecentWord
{
    public WordKey Key;

    /// <summary>In the lexicon.</summary>
    public int Number;

    public KnownWord Known;
}
