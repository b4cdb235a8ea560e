using System.Collections.Immutable;

namespace Archive.PublicRecord;

/// <summary>The days up to the last public change, and what the public was told of each.</summary>
/// <remarks>Counted back from the last change and not from today: a page that nobody builds anew would otherwise claim quiet days that it knows nothing of.</remarks>
/// <param name="First">The first day, included.</param>
/// <param name="Last">The last day, included: that of the last public change, in UTC.</param>
public sealed record PublicDays(DateOnly First, DateOnly Last)
{
    public const int Count = 90;

    /// <summary>Null where nothing is published.</summary>
    public static PublicDays? Of(PublicHistory history) =>
        history.ModifiedAt is { } changed && DateOnly.FromDateTime(changed.UtcDateTime) is var last ? new(last.AddDays(1 - Count), last) : null;

    /// <summary>The incidents that lasted on a day, newest first.</summary>
    public static ImmutableArray<PublicIncident> On(DateOnly day, IEnumerable<PublicIncident> incidents) =>
        [.. incidents.Where(i => DayOf(i.StartedAt) <= day && (i.ResolvedAt is not { } end || DayOf(end) >= day))];

    /// <summary>The days on which an incident lasted, newest first.</summary>
    public IEnumerable<(DateOnly Day, ImmutableArray<PublicIncident> Incidents)> With(IReadOnlyList<PublicIncident> incidents)
    {
        for (var day = Last; day >= First; day = day.AddDays(-1))
        {
            if (On(day, incidents) is { IsEmpty: false } on) yield return (day, on);
        }
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
