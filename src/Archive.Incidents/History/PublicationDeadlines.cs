using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>When a postmortem is due.</summary>
/// <param name="On">The day, in the policy's time zone; it is late from the day after.</param>
/// <param name="At">The instant, where the deadline is counted in hours; else null.</param>
public readonly record struct DueDate(DateOnly On, DateTimeOffset? At);

/// <summary>A postmortem that is not final.</summary>
/// <param name="Due">Null where its severity has no deadline, or where the incident is not resolved.</param>
/// <param name="DaysOverdue">Days past the due day; 0 where it is not overdue.</param>
public sealed record OwedPostmortem(Postmortem Postmortem, DueDate? Due, int DaysOverdue)
{
    public bool IsOverdue => DaysOverdue > 0;
}

/// <summary>When postmortems are due, and which are owed. The clock starts with the resolution.</summary>
public static class PublicationDeadlines
{
    /// <summary>Null where the severity has no deadline, or where the incident is not resolved.</summary>
    public static DueDate? Of(Postmortem postmortem, Policy policy)
    {
        if (postmortem.Severity.Deadline is not { } deadline || postmortem.Times.ResolvedAt is not { } resolvedAt) return null;
        return deadline.Unit switch
        {
            DeadlineUnit.Hours => AtHour(resolvedAt.AddHours(deadline.Amount), policy),
            DeadlineUnit.Days => new(policy.DayOf(resolvedAt).AddDays(deadline.Amount), null),
            DeadlineUnit.BusinessDays => new(AddBusinessDays(policy.DayOf(resolvedAt), deadline.Amount, policy.Holidays), null),
        };
    }

    /// <summary>Days between the due day and the day it became final; 0 or less where it was in time; null where either is not known.</summary>
    public static int? DaysLate(Postmortem postmortem, Policy policy) =>
        postmortem.PublishedOn is { } publishedOn && Of(postmortem, policy) is { } due
            ? publishedOn.DayNumber - due.On.DayNumber
            : null;

    /// <summary>All that is not final: the longest overdue first, then by due day, then those without one, the oldest first.</summary>
    public static ImmutableArray<OwedPostmortem> Owed(IncidentArchive archive) =>
    [
        .. archive.Postmortems
            .Where(p => p.Status != DocumentStatus.Final)
            .Select(p => Owed(p, archive))
            .OrderBy(o => o.Due?.On ?? DateOnly.MaxValue)
            .ThenBy(o => o.Postmortem.Times.StartedAt)
            .ThenBy(o => o.Postmortem.Id, StringComparer.Ordinal),
    ];

    public static OwedPostmortem Owed(Postmortem postmortem, IncidentArchive archive)
    {
        var due = Of(postmortem, archive.Policy);
        var overdue = due is { } date ? Math.Max(0, archive.AsOf.DayNumber - date.On.DayNumber) : 0;
        return new(postmortem, due, overdue);
    }

    /// <summary>The day that is <paramref name="amount"/> business days after another; that day itself does not count.</summary>
    public static DateOnly AddBusinessDays(DateOnly from, int amount, IReadOnlyList<DateOnly> holidays)
    {
        var day = from;
        for (var left = amount; left > 0;)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day)) left--;
        }
        return day;
    }

    private static DueDate AtHour(DateTimeOffset at, Policy policy) => new(policy.DayOf(at), at);
}
