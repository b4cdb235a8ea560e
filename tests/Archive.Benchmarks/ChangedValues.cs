using System.Text.RegularExpressions;

namespace Archive.Benchmarks;

/// <summary>A line of a log as the same trouble writes it tomorrow: other numbers, times, addresses, hexadecimal ids, and other files in the same folder.</summary>
/// <remarks>Digits behind letters stay (<c>x509</c>, <c>ORA-00060</c>): they name the error.</remarks>
public static partial class ChangedValues
{
    private const int LeastLine = 20;
    private const int MostLine = 300;
    private const int LeastWords = 4;

    /// <summary>A line that somebody pastes because it tells of trouble, in four words or more with spaces between.</summary>
    public static bool IsTrouble(string line) => line.Length is >= LeastLine and <= MostLine && TroublePattern().IsMatch(line) && WordPattern().Count(line) >= LeastWords;

    /// <summary>What stays: two lines with one shape differ by their values only.</summary>
    public static string ShapeOf(string line) => ValuePattern().Replace(line, "#");

    public static string Of(string line, Dice dice) => ValuePattern().Replace(line, match => Drawn(match, dice));

    private static string Drawn(Match match, Dice dice)
    {
        var value = match.Value;
        var from = match.Groups["folder"].Length;
        var to = match.Groups["name"] is { Success: true, Value: var name } ? from + (name.LastIndexOf('.') is var dot and > 0 ? dot : name.Length) : value.Length;
        var (isHex, isTime) = (match.Groups["hex"].Success, char.IsAsciiDigit(value[0]) && value.Contains(':', StringComparison.Ordinal));
        return string.Concat(value.Select((sign, i) => i < from || i >= to || (isTime && sign == 'T') ? sign : Drawn(sign, isHex, dice)));
    }

    private static char Drawn(char sign, bool isHex, Dice dice) => sign switch
    {
        >= '0' and <= '9' => (char)('1' + dice.Below(9)),
        >= 'a' and <= 'z' => (char)('a' + dice.Below(isHex ? 6 : 26)),
        >= 'A' and <= 'Z' => (char)('A' + dice.Below(isHex ? 6 : 26)),
        _ => sign,
    };

    /// <summary>A time; a file in two folders or more; hexadecimal of six digits or more with a number in it; a number that no letter leads.</summary>
    [GeneratedRegex(
        """
        [0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}
        | (?<folder>(?:/[\w.+-]+)+/)(?<name>[\w.+-]+)
        | (?<folder>\b0[xX])(?<hex>[0-9a-fA-F]+)\b
        | (?<hex>\b(?=[a-fA-F-]*[0-9])[0-9a-fA-F]{6,}(?:-[0-9a-fA-F]{4,})*\b)
        | (?<![A-Za-z0-9]|[A-Z]-|[A-Z]-[0-9]+)[0-9]+
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex ValuePattern();

    [GeneratedRegex(
        "error|exception|fail|fatal|panic|denied|refused|rejected|timed out|timeout|unable|cannot|could not|can't|unavailable|killed|expired|no route|not found|mismatch|giving up|warn|abort|invalid|lost|exceeded",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TroublePattern();

    [GeneratedRegex(@"\S*[A-Za-z]{2,}\S*", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern();
}
