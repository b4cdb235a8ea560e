using System.Collections.Immutable;
using System.Globalization;

namespace Archive.Publishing.Charts;

/// <summary>Moments at which a person would put a tick.</summary>
internal static class TimelineTicks
{
    private static readonly ImmutableArray<TimeSpan> Intervals =
    [
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(m => TimeSpan.FromMinutes(m)),
        .. new[] { 1, 2, 3, 6, 12 }.Select(h => TimeSpan.FromHours(h)),
        .. new[] { 1, 2, 7, 14 }.Select(d => TimeSpan.FromDays(d)),
    ];

    private static readonly ImmutableArray<int> Months = [1, 3, 6, .. new[] { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000 }.Select(years => years * 12)];

    private static readonly TimeSpan ShortestMonth = TimeSpan.FromDays(28);

    /// <summary>The multiples of the shortest interval of which at most so many fit. Days begin at midnight UTC, weeks on Monday, months on the first.</summary>
    public static IEnumerable<(DateTimeOffset At, string Label)> Between(DateTimeOffset from, DateTimeOffset to, int most)
    {
        var isLong = to - from > TimeSpan.FromDays(366);
        var interval = Intervals.FirstOrDefault(i => (to - from) / i <= most);
        var ticks = interval != default ? Multiples(from.UtcTicks, to.UtcTicks, interval.Ticks) : MonthsBetween(from.UtcDateTime, to.UtcTicks, Months.First(m => (to - from) / (ShortestMonth * m) <= most));
        return ticks.Select(t => new DateTimeOffset(t, TimeSpan.Zero)).Select(at => (at, Label(at, isLong)));
    }

    private static IEnumerable<long> Multiples(long from, long to, long interval)
    {
        for (var at = (from + interval - 1) / interval * interval; at <= to; at += interval) yield return at;
    }

    private static IEnumerable<long> MonthsBetween(DateTime from, long to, int interval)
    {
        const int LastMonth = 9999 * 12 - 1;
        for (var month = (from.Year - 1) * 12 + from.Month - 1; month <= LastMonth; month++)
        {
            if (month % interval != 0) continue;
            var at = new DateTime(month / 12 + 1, month % 12 + 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;
            if (at > to) yield break;
            if (at >= from.Ticks) yield return at;
        }
    }

    private static string Label(DateTimeOffset at, bool isLong) => at.ToString(
        at.TimeOfDay != TimeSpan.Zero ? "HH:mm" : isLong ? "d MMM yyyy" : "d MMM", CultureInfo.InvariantCulture);
}
