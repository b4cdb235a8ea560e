using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Publishing.Diagnostics;

namespace Archive.Publishing.Documents;

/// <summary>Moments as RFC 3339 writes them; a space may stand for the <c>T</c> and the seconds may be left out.</summary>
internal static partial class Instants
{
    public static DateTimeOffset? Read(string text, SourceLocation place, DiagnosticBag problems)
    {
        if (OfUsual(text) is { } usual) return usual;
        if (Written().Match(text) is not { Success: true } match) problems.Add(DocumentProblems.NotATime(place, text));
        else if (!match.Groups["offset"].Success) problems.Add(DocumentProblems.TimeWithoutOffset(place, text));
        else if (OfParts(match) is { } moment) return moment;
        else problems.Add(DocumentProblems.NotATime(place, text));
        return null;
    }

    /// <summary>A day as <c>2026-02-14</c>; null for anything else.</summary>
    public static DateOnly? DayOf(ReadOnlySpan<char> text)
    {
        if (text is not [_, _, _, _, '-', _, _, '-', _, _]) return null;
        if (NumberOf(text[..4]) is not (> 0 and var year) || NumberOf(text[5..7]) is not (>= 1 and <= 12 and var month)) return null;
        return NumberOf(text[8..]) is > 0 and var day && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
    }

    /// <summary>Nearly all of them: <c>2026-02-14T05:40:00Z</c>. Null says nothing. Some of a postmortem's keys are such, and to read a format takes longer than all else of a key.</summary>
    private static DateTimeOffset? OfUsual(ReadOnlySpan<char> text)
    {
        if (text is not [_, _, _, _, _, _, _, _, _, _, 'T', _, _, ':', _, _, ':', _, _, 'Z'] || DayOf(text[..10]) is not { } day) return null;
        var (hour, minute, second) = (NumberOf(text[11..13]), NumberOf(text[14..16]), NumberOf(text[17..19]));
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59) return null;
        var moment = new DateTimeOffset(day.Year, day.Month, day.Day, hour, minute, second, TimeSpan.Zero);
        return IsInRange(moment) ? moment : null;
    }

    /// <summary>Of two or four digits; -1 where one is none.</summary>
    private static int NumberOf(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit)) return -1;
            number = (10 * number) + digit - '0';
        }
        return number;
    }

    /// <summary>Far enough from the calendar's end to count days from it.</summary>
    private static bool IsInRange(DateTimeOffset moment) => moment.Year is >= 1970 and < 9000;

    private static DateTimeOffset? OfParts(Match match)
    {
        var offset = match.Groups["offset"].ValueSpan;
        var zone = offset is "Z" or "z" ? "+00:00" : offset.ToString();
        var fraction = match.Groups["fraction"].Value.PadRight(7, '0')[..7];
        var seconds = match.Groups["seconds"].Success ? match.Groups["seconds"].Value : "00";
        var exact = $"{match.Groups["day"].ValueSpan}T{match.Groups["minute"].ValueSpan}:{seconds}.{fraction}{zone}";
        return DateTimeOffset.TryParseExact(exact, "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && IsInRange(moment)
            ? moment
            : null;
    }

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9][0-9]-[0-9][0-9])(?:[Tt ](?<minute>[0-9][0-9]:[0-9][0-9])(?::(?<seconds>[0-9][0-9])(?:\.(?<fraction>[0-9]+))?)?)?(?: ?(?<offset>[Zz]|[+-][0-9][0-9]:[0-9][0-9]))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
