using System.Globalization;
using System.Text.RegularExpressions;

namespace Archive.Incidents.Fixing;

/// <summary>Days and moments in other forms than the archive's, as far as they can mean one thing only.</summary>
internal static partial class WrittenDates
{
    private static readonly string[] DayForms =
        ["yyyy/M/d", "yyyy.M.d", "yyyy-M-d", "yyyyMMdd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMM d yyyy", "d. MMMM yyyy"];

    /// <summary><c>25 April 2026</c> → <c>2026-04-25</c>; null where it is in that form already, or may mean another day: <c>04/05/2026</c>.</summary>
    public static string? Day(string written)
    {
        if (Iso().IsMatch(written)) return null;
        return DateOnly.TryParseExact(written, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1970 ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
    }

    /// <summary><c>2026/04/25 14:02 UTC</c> → <c>2026-04-25T14:02:00Z</c>; null where it is readable already, or does not say its offset.</summary>
    public static string? Moment(string written)
    {
        if (Readable().IsMatch(written) || Parts().Match(written) is not { Success: true } parts) return null;
        var day = $"{parts.Groups["year"].Value}-{Two(parts, "month")}-{Two(parts, "day")}";
        var seconds = parts.Groups["second"].Success ? parts.Groups["second"].Value : "00";
        var offset = parts.Groups["utc"].Success ? "Z" : $"{parts.Groups["sign"].Value}{Two(parts, "offsetHour")}:{(parts.Groups["offsetMinute"].Success ? parts.Groups["offsetMinute"].Value : "00")}";
        var moment = $"{day}T{Two(parts, "hour")}:{parts.Groups["minute"].Value}:{seconds}{offset}";
        return DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? moment : null;
    }

    private static string Two(Match parts, string group) => parts.Groups[group].Value.PadLeft(2, '0');

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)? ?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Readable();

    [GeneratedRegex(@"^(?<year>[0-9]{4})[-/.](?<month>[0-9]{1,2})[-/.](?<day>[0-9]{1,2})[Tt ]+(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}))? ?(?:(?<utc>Z|z|UTC|GMT)|(?:UTC|GMT)?(?<sign>[+-])(?<offsetHour>[0-9]{1,2}):?(?<offsetMinute>[0-9]{2})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
