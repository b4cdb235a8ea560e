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

    /// <summary>Nearly all of them: <c>2026-02-14T05:40:00Z</c>. Null says nothing.</summary>
    private static DateTimeOffset? OfUsual(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && IsInRange(moment) ? moment : null;

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
