using System.Globalization;
using Archive.Search.Analysis;

namespace Archive.Search.Querying;

/// <summary>Reads what stands behind the name of a field that can be compared. A null answer: it is text.</summary>
internal static class QueryRanges
{
    /// <summary>Stands for no bound: the greatest whole number that JavaScript counts to.</summary>
    public const long MaxValue = (1L << 53) - 1;

    /// <param name="text">A value, <c>&gt;=</c> with a value, or <c>[a TO b]</c> with single spaces; braces leave their bound out.</param>
    public static RangeQuery? Of(QueryField field, string text) =>
        (field.Kind == QueryFieldKind.OrderedFacet ? Ranks(field, text) : Minutes(field, text)) is var (low, high) ? new(field.Names[0], low, high, text) : null;

    /// <summary>Equal as tokens are.</summary>
    public static bool IsSame(string one, string two) => string.Equals(Folded(one), Folded(two), StringComparison.Ordinal);

    public static string Folded(string text)
    {
        Span<char> folded = stackalloc char[TokenReader.MaxLength];
        return folded[..Letters.Fold(text, folded)].ToString();
    }

    private static int PlaceOf(QueryField field, string text)
    {
        for (var i = 0; i < field.Values.Length; i++)
        {
            if (IsSame(field.Values[i], text)) return i;
        }

        return -1;
    }

    /// <summary>Places in the values of an ordered facet: the greatest stands first. The bounds of a range may stand in either order.</summary>
    private static (long Low, long High)? Ranks(QueryField field, string text)
    {
        var last = field.Values.Length - 1;
        if (Comparison(text) is var (sign, isEqual, compared))
        {
            var at = PlaceOf(field, compared);
            if (at < 0) return null;
            return sign == '>' ? (0, isEqual ? at : at - 1) : (isEqual ? at : at + 1, last);
        }

        if (Bounds(text) is not var (open, from, to, close)) return null;
        var start = from == "*" ? last : PlaceOf(field, from);
        var end = to == "*" ? 0 : PlaceOf(field, to);
        if (start < 0 || end < 0) return null;
        var afterStart = open == '{' && from != "*" ? 1 : 0;
        var beforeEnd = close == '}' && to != "*" ? 1 : 0;
        return start <= end ? (start + afterStart, end - beforeEnd) : (end + beforeEnd, start - afterStart);
    }

    private static (long Low, long High)? Minutes(QueryField field, string text)
    {
        if (Comparison(text) is var (sign, isEqual, compared))
        {
            if (Span(field, compared) is not var (first, last)) return null;
            return sign == '>' ? (isEqual ? first : last + 1, MaxValue) : (-MaxValue, isEqual ? last : first - 1);
        }

        if (Bounds(text) is not var (open, from, to, close)) return Span(field, text);
        var start = from == "*" ? (-MaxValue, -MaxValue - 1) : Span(field, from);
        var end = to == "*" ? (MaxValue + 1, MaxValue) : Span(field, to);
        if (start is not var (startFirst, startLast) || end is not var (endFirst, endLast)) return null;
        return (open == '[' ? startFirst : startLast + 1, close == ']' ? endLast : endFirst - 1);
    }

    private static (long First, long Last)? Span(QueryField field, string text) => field.Kind == QueryFieldKind.Date ? DateSpan(text) : DurationSpan(text);

    private static (char Sign, bool IsEqual, string Value)? Comparison(string text)
    {
        if (text.Length < 2 || text[0] is not ('<' or '>')) return null;
        var value = text[1] == '=' && text.Length > 2 ? text[2..] : text[1..];
        return value.Contains(' ', StringComparison.Ordinal) ? null : (text[0], value.Length < text.Length - 1, value);
    }

    private static (char Open, string From, string To, char Close)? Bounds(string text)
    {
        if (text is not ['[' or '{', .., ']' or '}']) return null;
        return text[1..^1].Split(' ') is [{ Length: > 0 } from, "TO", { Length: > 0 } to] ? (text[0], from, to, text[^1]) : null;
    }

    /// <summary>First and last minute of a year, quarter, month, day or minute, in UTC.</summary>
    private static (long First, long Last)? DateSpan(string text)
    {
        if (Number(text, 0, 4) is not (>= 1000 and <= 9998 and var year)) return null;
        if (text.Length == 4) return Between(new(year, 1, 1), new(year + 1, 1, 1));
        if (text.Length == 7 && text[4] == '-' && text[5] is 'Q' or 'q')
        {
            return text[6] is >= '1' and <= '4' ? Between(Month(year, (text[6] - '1') * 3), Month(year, (text[6] - '0') * 3)) : null;
        }

        if (text.Length < 7 || text[4] != '-' || Number(text, 5, 2) is not (>= 1 and <= 12 and var month)) return null;
        if (text.Length == 7) return Between(Month(year, month - 1), Month(year, month));
        if (text.Length < 10 || text[7] != '-' || Number(text, 8, 2) is not (>= 1 and var day) || day > DateTime.DaysInMonth(year, month)) return null;
        var date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc);
        if (text.Length == 10) return Between(date, date.AddDays(1));
        if (text.Length != 16 || text[10] is not ('T' or 't') || text[13] != ':') return null;
        if (Number(text, 11, 2) is not (<= 23 and var hour) || Number(text, 14, 2) is not (<= 59 and var minute)) return null;
        date = date.AddMinutes((hour * 60) + minute);
        return Between(date, date.AddMinutes(1));
    }

    private static DateTime Month(int year, int monthsBefore) => new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(monthsBefore);

    private static (long First, long Last) Between(DateTime start, DateTime end) =>
        ((start - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMinute, ((end - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMinute) - 1);

    private static int? Number(string text, int at, int length)
    {
        if (text.Length < at + length || text.AsSpan(at, length).ContainsAnyExceptInRange('0', '9')) return null;
        return int.Parse(text.AsSpan(at, length), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>Days, hours and minutes in this order, each at most once; a number without unit is minutes.</summary>
    private static (long First, long Last)? DurationSpan(string text)
    {
        var minutes = 0L;
        var stage = 0;
        for (var at = 0; at < text.Length;)
        {
            var digits = text.AsSpan(at).IndexOfAnyExceptInRange('0', '9');
            if (digits < 0) digits = text.Length - at;
            var unit = at + digits < text.Length ? (char)(text[at + digits] | 0x20) : 'm';
            var (place, most, factor) = unit switch { 'd' => (1, 5, 1440), 'h' => (2, 6, 60), 'm' => (3, 8, 1), _ => (0, 0, 0) };
            if (digits == 0 || digits > most || place <= stage) return null;
            minutes += long.Parse(text.AsSpan(at, digits), NumberStyles.None, CultureInfo.InvariantCulture) * factor;
            stage = place;
            at += digits + 1;
        }

        return stage == 0 ? null : (minutes, minutes);
    }
}
