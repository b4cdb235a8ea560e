using System.Globalization;
using System.Text;

namespace Archive.Publishing.Sites;

/// <summary>Names as they stand in addresses and anchors: lower case letters, digits and single hyphens.</summary>
public static class Slug
{
    private const int LongestSlug = 80;

    /// <summary>
    /// The slug of a text: Latin letters with marks lose them (<c>Köln</c> → <c>koln</c>), <c>ß</c> becomes <c>ss</c>, letters of
    /// other scripts stay with their marks, everything else is a hyphen. At most 80 UTF-16 code units; <c>"-"</c> where nothing is left.
    /// </summary>
    /// <remarks>A name that Windows keeps for devices gets a suffix (<c>con</c> → <c>con-1</c>), since a file of that name cannot be made there.</remarks>
    public static string Of(string text) => Ascii.IsValid(text) ? OfAscii(text) : OfAny(text);

    /// <summary>Nearly all names, and the same without a string for every letter.</summary>
    private static string OfAscii(string text)
    {
        Span<char> slug = stackalloc char[LongestSlug];
        var length = 0;
        foreach (var letter in text)
        {
            if (length == LongestSlug) break;
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)) slug[length++] = letter;
            else if (char.IsAsciiLetterUpper(letter)) slug[length++] = (char)(letter | ' ');
            else if (length > 0 && slug[length - 1] != '-') slug[length++] = '-';
        }
        if (length > 0 && slug[length - 1] == '-') length--;
        return Named(slug[..length].SequenceEqual(text) ? text : slug[..length].ToString());
    }

    private static string OfAny(string text)
    {
        var slug = new StringBuilder(Math.Min(text.Length, LongestSlug));
        foreach (var rune in text.EnumerateRunes())
        {
            var part = PartOf(rune, slug);
            if (slug.Length + part.Length > LongestSlug) break;
            slug.Append(part);
        }
        return Named(slug.ToString().Trim('-'));
    }

    private static string Named(string slug) => slug.Length == 0 ? "-" : IsDevice(slug) ? $"{slug}-1" : slug;

    private static string PartOf(Rune rune, StringBuilder before)
    {
        if (Rune.IsLetterOrDigit(rune)) return LatinLetters.PlainOf(rune) ?? Rune.ToLowerInvariant(rune).ToString();
        var last = before.Length == 0 ? '-' : before[^1];
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Format => "", // soft hyphens and joiners
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => last == '-' || char.IsAscii(last) ? "" : rune.ToString(),
            _ => last == '-' ? "" : "-",
        };
    }

    private static bool IsDevice(string name) => name is "con" or "prn" or "aux" or "nul"
        || (name.Length == 4 && char.IsAsciiDigit(name[3]) && (name.StartsWith("com", StringComparison.Ordinal) || name.StartsWith("lpt", StringComparison.Ordinal)));
}
