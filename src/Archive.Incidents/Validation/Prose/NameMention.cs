using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation.Prose;

/// <summary>Words of a file that may be a person's name; whether they are, the other files know.</summary>
/// <param name="Key">Of the words, instead of them: there are many, and nearly all are dropped.</param>
/// <param name="Count">How often they stand in the file.</param>
internal readonly record struct NameMention(ulong Key, int Line, int Column, int Length, int Count)
{
    public SourceLocation PlaceIn(string path) => new(path, Line, Column, Length);
}

/// <summary>A name as a number that two names share as good as never: FNV-1a of 64 bits over its UTF-16 units.</summary>
internal static class NameKey
{
    public static ulong Of(ReadOnlySpan<char> name)
    {
        var key = 14695981039346656037;
        foreach (var letter in name) key = unchecked((key ^ letter) * 1099511628211);
        return key;
    }
}

/// <summary>Counts in one file what may be a name. Has state because it counts.</summary>
internal sealed class MentionCount
{
    private readonly Dictionary<ulong, NameMention> _byKey = [];

    /// <summary>In the order in which each was first met.</summary>
    public ImmutableArray<NameMention> All => [.. _byKey.Values];

    public void Add(in ProsePart part, int start, int length)
    {
        var key = NameKey.Of(part.Text.AsSpan(start, length));
        ref var mention = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, key, out var isKnown);
        if (isKnown)
        {
            mention = mention with { Count = mention.Count + 1 };
            return;
        }
        var place = part.PlaceOf(start, length);
        mention = new(key, place.Line, place.Column, place.Length, 1);
    }
}

/// <summary>Two or three words in a row that begin with a capital: <c>Ines Oduya</c>, and <c>Root Cause</c>.</summary>
internal static class CapitalisedWords
{
    /// <summary>Of the alphabets in which names are written with capitals: Latin, Greek, Cyrillic.</summary>
    private static readonly SearchValues<char> Capitals = SearchValues.Create([.. Enumerable.Range('A', 0x530 - 'A').Select(c => (char)c).Where(char.IsUpper)]);

    /// <summary>All pairs and threes, by start and length.</summary>
    /// <param name="found">Filled anew.</param>
    public static void AddTo(List<(int Start, int Length)> found, ReadOnlySpan<char> text)
    {
        found.Clear();
        for (var at = text.IndexOfAny(Capitals); at >= 0 && at < text.Length;) // each word is looked at once as the first of a run
        {
            var (first, second, third) = Run(text, at);
            if (second > 0 && IsEnd(text, second)) found.Add((at, second - at));
            if (third > 0 && IsEnd(text, third)) found.Add((at, third - at));
            var next = text[first..].IndexOfAny(Capitals);
            at = next < 0 ? -1 : first + next;
        }
    }

    /// <summary>Where the first, the first two and the first three words end; 0 where there are fewer.</summary>
    private static (int First, int Second, int Third) Run(ReadOnlySpan<char> text, int start)
    {
        var first = EndOf(text, start);
        if ((start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '@' or '-')) || !IsNext(text, first)) return (first, 0, 0);
        var second = EndOf(text, first + 1);
        return (first, second, IsNext(text, second) ? EndOf(text, second + 1) : 0);
    }

    private static bool IsNext(ReadOnlySpan<char> text, int end) => end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1]);

    private static int EndOf(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsLetter(text[at])) at++;
        return at;
    }

    private static bool IsEnd(ReadOnlySpan<char> text, int end) => end >= text.Length || !char.IsLetterOrDigit(text[end]);
}
