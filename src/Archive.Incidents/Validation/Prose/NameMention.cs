using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
    /// <summary>The first letter behind the alphabets in which names are written with capitals: Latin, Greek, Cyrillic.</summary>
    private const char AfterAlphabets = '\u0530';

    /// <summary>All pairs and threes, by start and length.</summary>
    /// <param name="found">Filled anew.</param>
    public static void AddTo(List<(int Start, int Length)> found, ReadOnlySpan<char> text)
    {
        found.Clear();
        for (var space = NextSpace(text, 1); space >= 0; space = NextSpace(text, space + 2))
        {
            var start = StartOf(text, space);
            if (start == space || !IsCapital(text[start]) || (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '@' or '-')) || !IsNext(text, space)) continue;
            var second = EndOf(text, space + 1);
            if (IsEnd(text, second)) found.Add((start, second - start));
            if (IsNext(text, second) && EndOf(text, second + 1) is var third && IsEnd(text, third)) found.Add((start, third - start));
        }
    }

    /// <summary>A space between what may be two such words, from a place on: neither behind a comma, as most capitals are, nor before a small letter; -1 where there is none.</summary>
    private static int NextSpace(ReadOnlySpan<char> text, int from)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var at = from;
        for (; at + Vector256<ushort>.Count < units.Length; at += Vector256<ushort>.Count)
        {
            var isSpace = Vector256.Equals(Vector256.Create(units[at..]), Vector256.Create((ushort)' '));
            if (isSpace == Vector256<ushort>.Zero) continue;
            var (before, after) = (Vector256.Create(units[(at - 1)..]), Vector256.Create(units[(at + 1)..]));
            var mayBe = isSpace & (IsOfAlphabet(before | Vector256.Create((ushort)0x20), 'a') | IsForeign(before)) & (IsOfAlphabet(after, 'A') | IsForeign(after));
            if (mayBe != Vector256<ushort>.Zero) return at + BitOperations.TrailingZeroCount(mayBe.ExtractMostSignificantBits());
        }
        var rest = at < text.Length ? text[at..].IndexOf(' ') : -1;
        return rest < 0 ? -1 : at + rest;
    }

    private static Vector256<ushort> IsOfAlphabet(Vector256<ushort> letters, char first) => Vector256.LessThan(letters - Vector256.Create((ushort)first), Vector256.Create((ushort)26));

    private static Vector256<ushort> IsForeign(Vector256<ushort> letters) => Vector256.GreaterThanOrEqual(letters, Vector256.Create((ushort)0x80));

    private static bool IsCapital(char letter) => letter < AfterAlphabets && char.IsUpper(letter);

    private static bool IsNext(ReadOnlySpan<char> text, int end) => end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1]);

    /// <summary>Where the letters begin that stand before a place; that place where there are none.</summary>
    private static int StartOf(ReadOnlySpan<char> text, int end)
    {
        while (end > 0 && char.IsLetter(text[end - 1])) end--;
        return end;
    }

    private static int EndOf(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsLetter(text[at])) at++;
        return at;
    }

    private static bool IsEnd(ReadOnlySpan<char> text, int end) => end >= text.Length || !char.IsLetterOrDigit(text[end]);
}
