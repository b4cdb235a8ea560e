using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>How a postmortem stands with its deadline.</summary>
public enum DeadlineState
{
    PublishedInTime,
    PublishedLate,

    /// <summary>Not published, and past its day.</summary>
    Overdue,

    /// <summary>Not published, and its day has not passed.</summary>
    NotYetDue,

    /// <summary>Its severity has a deadline, and the incident is not resolved, so that no day is set.</summary>
    Unresolved,

    /// <summary>Its severity has no deadline.</summary>
    NoDeadline,
}

/// <summary>A postmortem and its deadline.</summary>
/// <param name="DaysLate">From the due day to the day it was published, or to today where it is not: below zero before that day. Null where no day is set.</param>
public sealed record PublicationRecord(Postmortem Postmortem, DueDate? Due, DeadlineState State, int? DaysLate)
{
    public bool IsPublished => State is DeadlineState.PublishedInTime or DeadlineState.PublishedLate;
}

/// <summary>Some postmortems and their deadlines, counted.</summary>
/// <param name="ToPublication">From resolution to publication, in whole days; null where none of them is published.</param>
/// <param name="Latest">What was published latest, or is longest overdue; null where nothing is late.</param>
public sealed record PunctualityFigures(int InTime, int Late, int Overdue, int NotYetDue, int Unresolved, int NoDeadline, Spread? ToPublication, PublicationRecord? Latest)
{
    /// <summary>Those whose time is over: published, or past their day.</summary>
    public int Judged => InTime + Late + Overdue;

    public static PunctualityFigures Of(IReadOnlyList<PublicationRecord> records, Policy policy) => new(
        records.Count(r => r.State == DeadlineState.PublishedInTime),
        records.Count(r => r.State == DeadlineState.PublishedLate),
        records.Count(r => r.State == DeadlineState.Overdue),
        records.Count(r => r.State == DeadlineState.NotYetDue),
        records.Count(r => r.State == DeadlineState.Unresolved),
        records.Count(r => r.State == DeadlineState.NoDeadline),
        Spread.Of(records.Select(r => Publication(r.Postmortem, policy)).OfType<TimeSpan>()),
        records.Where(r => r.DaysLate > 0).MaxBy(r => r.DaysLate));

    private static TimeSpan? Publication(Postmortem postmortem, Policy policy) =>
        postmortem is { Status: DocumentStatus.Final, PublishedOn: { } published, Times.ResolvedAt: { } resolvedAt }
            ? TimeSpan.FromDays(Math.Max(0, published.DayNumber - policy.DayOf(resolvedAt).DayNumber))
            : null;
}

/// <summary>The deadlines of the postmortems of a severity.</summary>
public sealed record SeverityPunctuality(Severity Severity, PunctualityFigures Figures);

/// <summary>The deadlines that fell into a quarter.</summary>
public sealed record QuarterPunctuality(Period Quarter, PunctualityFigures Figures);

/// <summary>When every postmortem was due, when it was published, and how late.</summary>
public sealed record Punctuality
{
    /// <summary>Every postmortem, in order of time.</summary>
    public required ImmutableArray<PublicationRecord> Records { get; init; }

    public required PunctualityFigures All { get; init; }

    /// <summary>Worst first, every severity of the policy.</summary>
    public required ImmutableArray<SeverityPunctuality> BySeverity { get; init; }

    /// <summary>By the quarter of the due day, the oldest first; quarters into which none fell are left out.</summary>
    public required ImmutableArray<QuarterPunctuality> ByQuarter { get; init; }

    public static Punctuality Of(IncidentArchive archive)
    {
        var policy = archive.Policy;
        ImmutableArray<PublicationRecord> records = [.. archive.Postmortems.Select(p => RecordOf(p, archive))];
        return new()
        {
            Records = records,
            All = PunctualityFigures.Of(records, policy),
            BySeverity = [.. policy.Severities.Select(s => new SeverityPunctuality(s, PunctualityFigures.Of([.. records.Where(r => r.Postmortem.Severity.Id == s.Id)], policy)))],
            ByQuarter =
            [
                .. from record in records
                   where record.Due is not null
                   group record by Period.QuarterOf(record.Due.GetValueOrDefault().On) into quarter
                   orderby quarter.Key.First
                   select new QuarterPunctuality(quarter.Key, PunctualityFigures.Of([.. quarter], policy)),
            ],
        };
    }

    public static PublicationRecord RecordOf(Postmortem postmortem, IncidentArchive archive)
    {
        var publishedOn = postmortem.Status == DocumentStatus.Final ? postmortem.PublishedOn : null;
        if (PublicationDeadlines.Of(postmortem, archive.Policy) is not { } due)
            return new(postmortem, null, postmortem.Severity.Deadline is null || publishedOn is not null ? DeadlineState.NoDeadline : DeadlineState.Unresolved, null);
        var late = (publishedOn ?? archive.AsOf).DayNumber - due.On.DayNumber;
        var state = publishedOn is not null
            ? late > 0 ? DeadlineState.PublishedLate : DeadlineState.PublishedInTime
            : late > 0 ? DeadlineState.Overdue : DeadlineState.NotYetDue;
        return new(postmortem, due, state, late);
    }
}
