using System.Globalization;
using System.Text.RegularExpressions;

namespace Archive.Incidents.Validation;

/// <summary>Offsets from UTC by the words that people write beside times.</summary>
internal static partial class Zones
{
    private const int LongestName = 40;

    /// <summary>The zone that a column's header names in parentheses, or as its last word; null where it names none.</summary>
    public static string? Named(string header)
    {
        if (InParentheses(header) is { } zone) return zone;
        var last = header[(header.LastIndexOf(' ') + 1)..];
        return OffsetOf(last) is null ? null : last;
    }

    /// <summary>The offset of a zone such as <c>UTC</c>, <c>UTC+2</c>, <c>+02:00</c> or <c>CEST</c>; null where it is not understood.</summary>
    /// <remarks>Only abbreviations with one common meaning. IST, CST and their like mean several zones and are left to an offset.</remarks>
    public static TimeSpan? OffsetOf(string zone)
    {
        if (zone.AsSpan().ContainsAnyInRange('0', '9') && Offset().Match(zone) is { Success: true } match) return OffsetOf(match);
        return zone.ToUpperInvariant() switch
        {
            "UTC" or "GMT" or "Z" or "WET" => TimeSpan.Zero,
            "BST" or "CET" or "WEST" => TimeSpan.FromHours(1),
            "CEST" or "EET" => TimeSpan.FromHours(2),
            "EEST" => TimeSpan.FromHours(3),
            "EDT" => TimeSpan.FromHours(-4),
            "EST" or "CDT" => TimeSpan.FromHours(-5),
            "MDT" => TimeSpan.FromHours(-6),
            "MST" or "PDT" => TimeSpan.FromHours(-7),
            "PST" => TimeSpan.FromHours(-8),
            "JST" => TimeSpan.FromHours(9),
            _ => null,
        };
    }

    /// <summary>What stands between parentheses at the end; null where nothing does, or what is too long for a zone.</summary>
    private static string? InParentheses(string header)
    {
        var text = header.AsSpan().TrimEnd();
        var open = text.LastIndexOf('(');
        if (open < 0 || text[^1] != ')') return null;
        var zone = text[(open + 1)..^1];
        return zone.Length is > 0 and <= LongestName && !zone.Contains(')') ? zone.Trim().ToString() : null;
    }

    private static TimeSpan? OffsetOf(Match match)
    {
        var hours = int.Parse(match.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = match.Groups["minutes"].Success ? int.Parse(match.Groups["minutes"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var offset = new TimeSpan(hours, minutes, 0);
        if (minutes > 59 || offset > TimeSpan.FromHours(14)) return null; // there is none beyond, and DateTimeOffset takes none
        return match.Groups["sign"].Value is "-" or "−" ? -offset : offset;
    }

    [GeneratedRegex(@"^(?:UTC|GMT)?\s?(?<sign>[+\-−])(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{2}))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Offset();
}
