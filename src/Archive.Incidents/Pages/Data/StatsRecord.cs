using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages.Data;

/// <summary>The figures of all pages in one file.</summary>
public sealed record StatsRecord
{
    /// <summary>The day that counted as today when it was built.</summary>
    public required DateOnly AsOf { get; init; }

    public required int Postmortems { get; init; }

    public required ImmutableArray<CountRecord> ByStatus { get; init; }

    /// <summary>Worst first.</summary>
    public required ImmutableArray<CountRecord> BySeverity { get; init; }

    public required ImmutableArray<CountRecord> ByKind { get; init; }

    public required RecurrenceStats Recurrence { get; init; }

    public required ItemStats ActionItems { get; init; }

    public required DebtStats PostmortemDebt { get; init; }

    public required DeadlineStats Deadlines { get; init; }

    public required LatencyStats Latencies { get; init; }

    public static StatsRecord Of(IncidentHistory history)
    {
        var postmortems = history.Archive.Postmortems;
        return new()
        {
            AsOf = history.Today,
            Postmortems = postmortems.Length,
            ByStatus = [.. Enum.GetValues<DocumentStatus>().Select(s => new CountRecord(Words.Of(s), postmortems.Count(p => p.Status == s)))],
            BySeverity = [.. history.Archive.Policy.Severities.Select(s => new CountRecord(s.Id, history.BySeverity.Of(s.Id).Length))],
            ByKind = [.. Words.All<PostmortemKind>().Select(k => new CountRecord(k, history.ByKind.Of(k).Length))],
            Recurrence = RecurrenceStats.Of(history),
            ActionItems = ItemStats.Of(history),
            PostmortemDebt = DebtStats.Of(history.Debt),
            Deadlines = DeadlineStats.Of(history.Punctuality),
            Latencies = LatencyStats.Of(history.Latencies),
        };
    }
}

public sealed record CountRecord(string Name, int Count);

/// <param name="CameBack">How often something happened again.</param>
public sealed record RecurrenceStats(int CameBack, int Families, ImmutableArray<CountRecord> ByDiagnosis, int FixesHeld, int FixesFailed, int FixesWatched)
{
    public static RecurrenceStats Of(IncidentHistory history) => new(
        history.Repeats.Length,
        history.Families.Length,
        [.. Enum.GetValues<RecurrenceDiagnosis>().Select(d => new CountRecord(Words.Of(d), history.Repeats.Count(r => r.Diagnosis == d)))],
        history.Fixes.Count(f => f.Verdict == FixVerdict.Held),
        history.Fixes.Count(f => f.Verdict == FixVerdict.Failed),
        history.Fixes.Count(f => f.Verdict == FixVerdict.Watched));
}

/// <param name="At30Days">Of the items whose incidents were resolved so long ago.</param>
public sealed record ItemStats(int Promised, int Done, int DoneWithoutProof, int Open, int Overdue, int Declined, int Ideas, CompletionRecord At30Days, CompletionRecord At90Days)
{
    public static ItemStats Of(IncidentHistory history)
    {
        var figures = LedgerFigures.Of(history.Ledger, history.Today);
        var policy = history.Archive.Policy;
        return new(
            figures.Committed, figures.Done, figures.Unproved, figures.Open, figures.Overdue, figures.Declined, figures.Ideas,
            CompletionRecord.Of(figures.At30Days, policy.CompletionAt30Days), CompletionRecord.Of(figures.At90Days, policy.CompletionAt90Days));
    }
}

/// <param name="Percent">Absent where no item's days are over.</param>
public sealed record CompletionRecord(int Known, int Done, int? Percent, int TargetPercent)
{
    public static CompletionRecord Of(Completion completion, int target) => new(completion.Known, completion.Done, completion.Percent, target);
}

/// <summary>What nobody answers for in time; each of it stands in <c>api/postmortem-debt.json</c>.</summary>
public sealed record DebtStats(int LatePostmortems, int UnwrittenPostmortems, int UnownedItems)
{
    public static DebtStats Of(ImmutableArray<DebtEntry> debt) => new(
        debt.Count(d => d.Kind == DebtKind.LatePostmortem),
        debt.Count(d => d.Kind == DebtKind.UnwrittenPostmortem),
        debt.Count(d => d.Kind == DebtKind.UnownedItem));
}

public sealed record DeadlineStats(DeadlineRecord All, ImmutableArray<NamedDeadlines> BySeverity, ImmutableArray<NamedDeadlines> ByQuarter)
{
    public static DeadlineStats Of(Punctuality punctuality) => new(
        DeadlineRecord.Of(punctuality.All),
        [.. punctuality.BySeverity.Select(s => new NamedDeadlines(s.Severity.Id, DeadlineRecord.Of(s.Figures)))],
        [.. punctuality.ByQuarter.Select(q => new NamedDeadlines(q.Quarter.Name, DeadlineRecord.Of(q.Figures)))]);
}

public sealed record NamedDeadlines(string Name, DeadlineRecord Deadlines);

/// <param name="MedianDaysToPublish">From resolution; absent where none is published.</param>
/// <param name="Published">How many that median is of.</param>
public sealed record DeadlineRecord(int InTime, int Late, int Overdue, int NotYetDue, int Unresolved, int NoDeadline, int Published, decimal? MedianDaysToPublish)
{
    public static DeadlineRecord Of(PunctualityFigures figures) => new(
        figures.InTime, figures.Late, figures.Overdue, figures.NotYetDue, figures.Unresolved, figures.NoDeadline,
        figures.ToPublication?.Count ?? 0,
        figures.ToPublication is { } spread ? Math.Round((decimal)spread.Median.TotalDays, 1, MidpointRounding.AwayFromZero) : null);
}

/// <param name="Incidents">Postmortems of the kind that is measured.</param>
public sealed record LatencyStats(int Incidents, LatenciesRecord All, ImmutableArray<NamedLatencies> BySeverity, ImmutableArray<NamedLatencies> ByQuarter, ImmutableArray<CountRecord> DetectedBy, ImmutableArray<CountRecord> Coverage)
{
    public static LatencyStats Of(Latencies latencies) => new(
        latencies.Incidents.Length,
        LatenciesRecord.Of(latencies.All),
        [.. latencies.BySeverity.Select(s => new NamedLatencies(s.Severity.Id, s.Incidents, LatenciesRecord.Of(s.Figures)))],
        [.. latencies.ByQuarter.Select(q => new NamedLatencies(q.Quarter.Name, q.Incidents, LatenciesRecord.Of(q.Figures)))],
        [.. latencies.ByDetector.Select(d => new CountRecord(d.Detector is { } detector ? Words.Of(detector) : "unknown", d.Incidents))],
        [.. latencies.Coverage.Select(c => new CountRecord(c.Time, c.Known))]);
}

public sealed record NamedLatencies(string Name, int Incidents, LatenciesRecord Latencies);

/// <summary>All figures as a file for programs; what <c>archive stats --format json</c> prints.</summary>
public static class StatsPage
{
    public static Page Plan(SitePlan site) => Page.OfJson(SitePaths.Stats, () => StatsRecord.Of(site.History), static () => ArchiveJson.Readable.StatsRecord);
}
