using System.Globalization;
using System.Text;

namespace Archive.Publishing.Sites;

/// <summary>Names as they stand in addresses and anchors: lower case letters, digits and single hyphens.</summary>
public static class Slug
{
    private const int LongestSlug = 80;

    /// <summary>
    /// The slug of a text: letters with marks lose them (<c>Köln</c> → <c>koln</c>), <c>ß</c> becomes <c>ss</c>, letters of
    /// other scripts stay, everything else is a hyphen. At most 80 characters; <c>"-"</c> where nothing is left.
    /// </summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder(Math.Min(text.Length, LongestSlug));
        foreach (var rune in text.Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (slug.Length >= LongestSlug) break;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark) continue;
            if (Rune.IsLetterOrDigit(rune)) slug.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var trimmed = slug.ToString().Trim('-');
        return trimmed.Length == 0 ? "-" : trimmed;
    }
}
