using System.Globalization;

namespace Archive.Incidents.Pages.Parts;

/// <summary>Numbers, days and spans in words.</summary>
public static class Wording
{
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames;

    /// <summary><c>25 Apr 2026</c></summary>
    /// <remarks>Without a format: a page has dozens of days, and reading their format takes longer than writing them.</remarks>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year:D4}");

    /// <summary><c>Apr</c></summary>
    /// <param name="month">From 1.</param>
    public static string MonthName(int month) => Months[month - 1];

    /// <summary><c>2026-04</c>, of any day of the month</summary>
    public static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary><c>Apr 2026</c>, of any day of the month</summary>
    public static string MonthName(DateOnly day) => day.ToString("MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>25 Apr 2026, 14:02 UTC</c></summary>
    public static string Moment(DateTimeOffset at) => $"{Day(DateOnly.FromDateTime(at.UtcDateTime))}, {Clock(at)} UTC";

    /// <summary><c>14:02</c>, in UTC</summary>
    public static string Clock(DateTimeOffset at)
    {
        var time = at.UtcDateTime.TimeOfDay;
        return string.Create(5, time, static (clock, from) =>
        {
            (clock[0], clock[1], clock[2]) = ((char)('0' + from.Hours / 10), (char)('0' + from.Hours % 10), ':');
            (clock[3], clock[4]) = ((char)('0' + from.Minutes / 10), (char)('0' + from.Minutes % 10));
        });
    }

    /// <summary><c>2026-04-25</c></summary>
    public static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary><c>2026-04-25T14:02:00Z</c></summary>
    public static string Iso(DateTimeOffset at) => string.Create(20, at.UtcDateTime, static (iso, time) =>
    {
        time.TryFormat(iso, out _, "s", CultureInfo.InvariantCulture);
        iso[^1] = 'Z';
    });

    /// <summary>The two largest units: <c>3 d 4 h</c>, <c>3 h 10 min</c>, <c>12 min</c>, <c>40 s</c>; <c>0 min</c> for nothing.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { Days: > 0, Hours: 0 } => $"{Number(span.Days)} d",
        { Days: > 0 } => $"{Number(span.Days)} d {span.Hours} h",
        { Hours: > 0, Minutes: 0 } => $"{span.Hours} h",
        { Hours: > 0 } => $"{span.Hours} h {span.Minutes} min",
        { Minutes: > 0 } or { Seconds: 0 } => $"{span.Minutes} min",
        _ => $"{span.Seconds} s",
    };

    /// <summary><c>1,900</c></summary>
    /// <remarks>Thousands, of which ages of items are full, without a format: to read it takes longer than to write them.</remarks>
    public static string Number(long number) => number switch
    {
        >= 0 and < 1000 => number.ToString(CultureInfo.InvariantCulture),
        >= 1000 and < 10_000 => string.Create(5, (int)number, static (digits, from) =>
        {
            (digits[0], digits[1], digits[2]) = ((char)('0' + from / 1000), ',', (char)('0' + from / 100 % 10));
            (digits[3], digits[4]) = ((char)('0' + from / 10 % 10), (char)('0' + from % 10));
        }),
        _ => number.ToString("N0", CultureInfo.InvariantCulture),
    };

    /// <summary><c>12.5</c>, without needless zeros.</summary>
    public static string Number(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);

    /// <summary>A number of days that need not be whole: <c>6.5 d</c>.</summary>
    public static string Days(TimeSpan span) => $"{Number(Math.Round((decimal)span.TotalDays, 1, MidpointRounding.AwayFromZero))} d";

    /// <summary><c>42 %</c>, rounded; empty where there is no whole. Never 0 % of something, and never 100 % where one lacks.</summary>
    public static string Percent(int part, int whole) => whole == 0 ? ""
        : part == 0 ? "0 %"
        : part == whole ? "100 %"
        : $"{Math.Clamp((int)Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero), 1, 99)} %";

    /// <summary><c>1 item</c>, <c>3 items</c>, <c>no items</c>.</summary>
    public static string Count(int number, string one, string? many = null) => number switch
    {
        0 => $"no {many ?? one + "s"}",
        1 => $"1 {one}",
        _ => $"{Number(number)} {many ?? one + "s"}",
    };

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}",
    };

    /// <summary>The first letter as a capital.</summary>
    public static string Sentence(string words) => words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>A written word for people: <c>near-miss</c> becomes <c>near miss</c>, <c>adr-drift</c> (architecture decision records) <c>ADR drift</c>.</summary>
    public static string Plain(string word) => string.Join(' ', word.Split('-').Select(part => part == "adr" ? "ADR" : part));
}
