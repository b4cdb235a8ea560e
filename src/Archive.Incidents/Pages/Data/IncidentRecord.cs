using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;

namespace Archive.Incidents.Pages.Data;

/// <summary>A postmortem as data, in the words of the front matter. Absent keys are absent, not null.</summary>
public sealed record IncidentRecord
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    /// <summary>The source file below the input folder.</summary>
    public required string Path { get; init; }

    public required string Title { get; init; }

    public required string Kind { get; init; }

    public required string Status { get; init; }

    public required string Severity { get; init; }

    public required ImmutableArray<string> Services { get; init; }

    public string? FailureClass { get; init; }

    public string? ChainLevel { get; init; }

    public string? ChainLabel { get; init; }

    public required TimesRecord Times { get; init; }

    public string? DetectedBy { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public DateOnly? DueOn { get; init; }

    public IReadOnlyList<string>? Authors { get; init; }

    public IReadOnlyList<string>? Reviewers { get; init; }

    public IReadOnlyList<string>? SignedOffBy { get; init; }

    public string? Summary { get; init; }

    public ImpactRecord? Impact { get; init; }

    public IReadOnlyList<string>? ErrorSignatures { get; init; }

    public IEnumerable<CauseRecord>? Causes { get; init; }

    public IEnumerable<ActionItemRecord>? ActionItems { get; init; }

    public string? RecurrenceOf { get; init; }

    /// <summary>Ids of those that repeat this one.</summary>
    public IEnumerable<string>? RecurredAs { get; init; }

    /// <summary>Every recurrence in which it is the earlier or the later one, named or inferred.</summary>
    public IEnumerable<RecurrenceRecord>? Recurrences { get; init; }

    public IReadOnlyList<string>? Related { get; init; }

    public IEnumerable<OccurrenceRecord>? Occurrences { get; init; }

    public IReadOnlyList<string>? TriggerPaths { get; init; }

    public IEnumerable<LinkRecord>? Links { get; init; }

    public IEnumerable<MomentRecord>? Timeline { get; init; }

    public static IncidentRecord Of(Postmortem postmortem, SitePlan site) => new()
    {
        Id = postmortem.Id,
        Url = site.Links.AbsolutePostmortem(postmortem),
        Path = postmortem.Source.Path,
        Title = postmortem.Title,
        Kind = Words.Of(postmortem.Kind),
        Status = Words.Of(postmortem.Status),
        Severity = postmortem.Severity.Id,
        Services = [.. postmortem.Services.Select(s => s.Id)],
        FailureClass = postmortem.FailureClass?.Id,
        ChainLevel = postmortem.ChainLevel,
        ChainLabel = postmortem.ChainLabel,
        Times = TimesRecord.Of(postmortem.Times),
        DetectedBy = postmortem.DetectedBy is { } detector ? Words.Of(detector) : null,
        PublishedOn = postmortem.PublishedOn,
        DueOn = PublicationDeadlines.Of(postmortem, site.Archive.Policy)?.On,
        Authors = Absent.IfEmpty(postmortem.Authors),
        Reviewers = Absent.IfEmpty(postmortem.Reviewers),
        SignedOffBy = Absent.IfEmpty(postmortem.SignedOffBy),
        Summary = postmortem.Summary,
        Impact = postmortem.Impact == Model.Impact.Unknown ? null : ImpactRecord.Of(postmortem.Impact),
        ErrorSignatures = Absent.IfEmpty(postmortem.ErrorSignatures),
        Causes = Absent.IfEmpty(postmortem.Causes, CauseRecord.Of),
        ActionItems = Absent.IfEmpty(postmortem.ActionItems, i => ActionItemRecord.Of(ActionLedger.Entry(postmortem, i, site.Archive), site)),
        RecurrenceOf = postmortem.RecurrenceOf,
        RecurredAs = Absent.IfEmpty([.. site.History.RecurrencesOf(postmortem).Where(r => ReferenceEquals(r.Earlier, postmortem)).Select(r => r.Later.Id)]),
        Recurrences = Absent.IfEmpty(site.History.RecurrencesOf(postmortem), RecurrenceRecord.Of),
        Related = Absent.IfEmpty(postmortem.Related),
        Occurrences = Absent.IfEmpty(postmortem.Occurrences, o => new OccurrenceRecord(o.On, o.Note)),
        TriggerPaths = Absent.IfEmpty(postmortem.TriggerPaths),
        Links = Absent.IfEmpty(postmortem.Links, l => new LinkRecord(l.Title, l.Address.AbsoluteUri)),
        Timeline = Absent.IfEmpty(postmortem.Timeline.Moments, MomentRecord.Of),
    };
}

/// <summary>A list that is left out of the data where it holds nothing.</summary>
internal static class Absent
{
    public static IReadOnlyList<T>? IfEmpty<T>(ImmutableArray<T> list) => list.IsEmpty ? null : list;

    /// <summary>Records of a list's items, made one by one while they are written.</summary>
    public static IEnumerable<TRecord>? IfEmpty<T, TRecord>(ImmutableArray<T> list, Func<T, TRecord> record) => list.IsEmpty ? null : list.Select(record);
}

/// <summary>RFC 3339, in UTC.</summary>
public sealed record TimesRecord(string? Introduced, string Started, string? Detected, string? Declared, string? Mitigated, string? Resolved, string? Communicated)
{
    public static TimesRecord Of(IncidentTimes times) => new(
        Iso(times.IntroducedAt),
        Parts.Wording.Iso(times.StartedAt),
        Iso(times.DetectedAt),
        Iso(times.DeclaredAt),
        Iso(times.MitigatedAt),
        Iso(times.ResolvedAt),
        Iso(times.CommunicatedAt));

    private static string? Iso(DateTimeOffset? at) => at is { } known ? Parts.Wording.Iso(known) : null;
}

/// <param name="Revenue">Amount and ISO currency: <c>18400 EUR</c>.</param>
/// <param name="ErrorBudget">Share of the month's, in percent.</param>
public sealed record ImpactRecord(
    long? Customers, IReadOnlyList<string>? Segments, long? RequestsFailed, string? Revenue, decimal? ErrorBudget, string? DataLoss,
    IReadOnlyList<string>? TeamsBlocked, decimal? HoursLost)
{
    public static ImpactRecord Of(Impact impact) => new(
        impact.Customers,
        Absent.IfEmpty(impact.Segments),
        impact.RequestsFailed,
        impact.Revenue is { } revenue ? $"{revenue.Amount} {revenue.Currency}" : null,
        impact.ErrorBudgetPercent,
        impact.DataLoss,
        Absent.IfEmpty(impact.TeamsBlocked),
        impact.HoursLost);
}

/// <param name="SubstitutionTest">Whether it would have happened with somebody else at the keyboard; absent where nobody asked.</param>
public sealed record CauseRecord(string Id, string Kind, string Text, string? Layer, bool? SubstitutionTest, IReadOnlyList<string>? AddressedBy, string? Accepted)
{
    public static CauseRecord Of(Cause cause) =>
        new(cause.Id, Words.Of(cause.Kind), cause.Text, cause.Layer, cause.IsStructural, Absent.IfEmpty(cause.AddressedBy), cause.AcceptedBecause);
}

/// <param name="Basis"><c>named</c> by the later one, or <c>inferred</c>.</param>
/// <param name="OpenThen">Ids of the earlier one's items that were not done when the later one began.</param>
public sealed record RecurrenceRecord(string Earlier, string Later, string Basis, int DaysBetween, string Diagnosis, int ItemsThen, ImmutableArray<string> OpenThen)
{
    public static RecurrenceRecord Of(History.Recurrence recurrence) => new(
        recurrence.Earlier.Id, recurrence.Later.Id, Words.Of(recurrence.Basis), recurrence.DaysBetween, Words.Of(recurrence.Diagnosis),
        recurrence.Then.Count, [.. recurrence.Then.Open.Select(i => i.Id)]);
}

public sealed record OccurrenceRecord(DateOnly On, string Note);

public sealed record LinkRecord(string Title, string Url);

public sealed record MomentRecord(string Time, string Event, string? Role, string? Source, string? Mark)
{
    public static MomentRecord Of(Moment moment) =>
        new(Parts.Wording.Iso(moment.At), moment.EventText, moment.Role, moment.Source, moment.Mark is { } mark ? Words.Of(mark) : null);
}
