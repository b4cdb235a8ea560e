using System.Globalization;
using System.Text;

namespace Archive.Cli.Reports;

/// <summary>Text from files as a terminal may safely show it: whatever would steer the terminal or hide other text becomes a visible symbol.</summary>
public static class Visible
{
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0) return text;
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) shown.Append(Of(rune).ToString());
        return shown.ToString();
    }

    /// <summary>The rune itself, a picture of a control character (<c>␛</c>), or <c>�</c> for what changes direction or has no width of its own.</summary>
    public static Rune Of(Rune rune) => rune.Value switch
    {
        < 0x20 => new(0x2400 + rune.Value),
        0x7F => new(0x2421),
        0x2028 or 0x2029 => new(0x2424),
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format => Rune.ReplacementChar,
        _ => rune,
    };

    /// <summary>How many cells of a terminal a rune takes: 0, 1 or 2.</summary>
    public static int WidthOf(Rune rune) => rune.Value switch
    {
        < 0x300 => 1,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        >= 0x1100 and <= 0x115F => 2,
        >= 0x2E80 and <= 0x303E => 2,
        >= 0x3041 and <= 0x4DBF => 2,
        >= 0x4E00 and <= 0xA4CF => 2,
        >= 0xA960 and <= 0xA97F => 2,
        >= 0xAC00 and <= 0xD7A3 => 2,
        >= 0xF900 and <= 0xFAFF => 2,
        >= 0xFE30 and <= 0xFE6F => 2,
        >= 0xFF00 and <= 0xFF60 => 2,
        >= 0xFFE0 and <= 0xFFE6 => 2,
        >= 0x1F300 and <= 0x1F64F => 2,
        >= 0x1F680 and <= 0x1F6FF => 2,
        >= 0x1F7E0 and <= 0x1F7EB => 2,
        >= 0x1F900 and <= 0x1F9FF => 2,
        >= 0x1FA70 and <= 0x1FAFF => 2,
        >= 0x20000 and <= 0x3FFFD => 2,
        _ => 1,
    };
}
