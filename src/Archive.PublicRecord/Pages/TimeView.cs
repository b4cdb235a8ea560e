using System.Globalization;

namespace Archive.PublicRecord.Pages;

/// <summary>A moment or a day: for programs, and in words.</summary>
/// <param name="Machine">What <c>datetime</c> holds: <c>2026-04-25T14:02:00Z</c> or <c>2026-04-25</c>.</param>
/// <param name="Words"><c>25 Apr 2026, 14:02 UTC</c> or <c>25 Apr 2026</c>.</param>
public sealed record TimeView(string Machine, string Words)
{
    public static TimeView Of(DateTimeOffset moment) => new(
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        moment.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture));

    public static TimeView Of(DateOnly day) => new(
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        day.ToString("d MMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>A span for <c>datetime</c> (<c>PT1H32M</c>) and in words (<c>1 h 32 min</c>); minutes are the smallest unit.</summary>
    public static TimeView Of(TimeSpan span)
    {
        var (days, hours, minutes) = ((int)span.TotalDays, span.Hours, span.Minutes);
        var words = string.Join(' ', Parts(days, " d", hours, " h", minutes, " min"));
        var time = string.Concat(Parts(0, "", hours, "H", minutes, "M"));
        var machine = $"P{(days > 0 ? $"{days}D" : "")}{(time.Length > 0 ? $"T{time}" : "")}";
        return words.Length == 0 ? new("PT0M", "under a minute") : new(machine, words);
    }

    private static IEnumerable<string> Parts(int days, string day, int hours, string hour, int minutes, string minute)
    {
        if (days > 0) yield return $"{days}{day}";
        if (hours > 0) yield return $"{hours}{hour}";
        if (minutes > 0) yield return $"{minutes}{minute}";
    }
}
