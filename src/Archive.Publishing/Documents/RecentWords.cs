namespace Archive.Publishing.Documents;

/// <summary>Short texts that were read lately, each as one string: keys, headings, names and states stand in nearly every document of an archive.</summary>
/// <remarks>
/// Has state by its nature: a memo of fixed size, in which a newer text takes the place of an older one. Safe for use by several threads: a
/// place holds one whole string, whoever put it there.
/// </remarks>
public sealed class RecentWords
{
    /// <summary>Longer texts seldom stand twice.</summary>
    private const int LongestLength = 100;

    /// <summary>A power of two.</summary>
    private const int Places = 2048;

    private readonly string?[] _words = new string?[Places];

    /// <summary>A text as a string: one that was given out before, or a new one.</summary>
    public string Of(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > LongestLength) return text.ToString();
        ref var place = ref _words[PlaceOf(text)];
        var known = place;
        return known is not null && text.SequenceEqual(known) ? known : place = text.ToString();
    }

    /// <summary>Of five letters: two texts that meet cost a string, and a hash of all letters as much as one.</summary>
    private static int PlaceOf(ReadOnlySpan<char> text)
    {
        var (second, middle) = (Math.Min(1, text.Length - 1), text.Length / 2);
        var hash = 31 * (31 * (31 * (31 * (31 * text.Length + text[0]) + text[second]) + text[middle]) + text[^(second + 1)]) + text[^1];
        return (hash ^ (hash >> 12)) & (Places - 1);
    }
}
