using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.History.Digests;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Digests;

namespace Archive.Incidents.Pages.Data;

/// <summary>A digest as data: the figures of its page.</summary>
public sealed record DigestRecord
{
    /// <summary><c>2026-Q3</c></summary>
    public required string Period { get; init; }

    public required string Title { get; init; }

    public required string Url { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>The day that counted as today when it was built.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Whether the period is over; while it lasts, figures reach until today.</summary>
    public required bool Complete { get; init; }

    public required string Headline { get; init; }

    public required string Standing { get; init; }

    public required PeriodRecord Figures { get; init; }

    /// <summary>Of the period before; absent where that lies before the first incident.</summary>
    public PeriodRecord? Before { get; init; }

    public required ImmutableArray<SeriousRecord> Serious { get; init; }

    public required ImmutableArray<RepeatRecord> CameBack { get; init; }

    public required ImmutableArray<DebtRecord> OverdueByTeam { get; init; }

    public required ImmutableArray<FixRecord> Fixes { get; init; }

    public required ImmutableArray<DecisionRecord> Decisions { get; init; }

    public static DigestRecord Of(Digest digest, SitePlan site)
    {
        var now = digest.Now;
        return new()
        {
            Period = digest.Period.Name,
            Title = digest.Period.Title,
            Url = site.Address.Absolute(SitePaths.Digest(digest.Period)),
            From = digest.Period.First,
            To = digest.Period.Last,
            AsOf = site.History.Today,
            Complete = digest.IsOver,
            Headline = DigestWords.Headline(digest),
            Standing = DigestWords.Standing(now),
            Figures = PeriodRecord.Of(now),
            Before = digest.Before is { } before ? PeriodRecord.Of(before) : null,
            Serious = [.. now.Serious.Select(p => SeriousRecord.Of(p, site))],
            CameBack = [.. now.Repeats.Select(RepeatRecord.Of)],
            OverdueByTeam = [.. now.OverdueByTeam.Select(t => new DebtRecord(t.Team, t.Items, t.Postmortem.Id, t.Oldest.Id, t.OldestDays))],
            Fixes = [.. now.Failed.Concat(now.Held).Select(FixRecord.Of)],
            Decisions = [.. digest.Decisions.Select(DecisionRecord.Of)],
        };
    }
}

/// <summary>The figures of a period, with the names that its page has for them.</summary>
public sealed record PeriodRecord
{
    public required string Period { get; init; }

    public required int Incidents { get; init; }

    /// <summary>Near misses, missed launches and other kinds.</summary>
    public required int OtherKinds { get; init; }

    public required int Serious { get; init; }

    public required int CameBack { get; init; }

    public required int NoticedByCustomers { get; init; }

    public required LatenciesRecord Latencies { get; init; }

    public required int Published { get; init; }

    public required int PublishedInTime { get; init; }

    public required int PublishedLate { get; init; }

    public required int ItemsDone { get; init; }

    /// <summary>On the last day that counts.</summary>
    public required int ItemsOverdue { get; init; }

    /// <summary>On the last day that counts.</summary>
    public required int PostmortemsOverdue { get; init; }

    public required int FixesHeld { get; init; }

    public required int FixesFailed { get; init; }

    public static PeriodRecord Of(PeriodFigures figures) => new()
    {
        Period = figures.Period.Name,
        Incidents = figures.Incidents.Length,
        OtherKinds = figures.OtherKinds,
        Serious = figures.Serious.Length,
        CameBack = figures.Repeats.Length,
        NoticedByCustomers = figures.NoticedByCustomers,
        Latencies = LatenciesRecord.Of(figures.Latencies),
        Published = figures.Published.Length,
        PublishedInTime = figures.PublishedInTime,
        PublishedLate = figures.PublishedLate,
        ItemsDone = figures.ItemsDone,
        ItemsOverdue = figures.Overdue,
        PostmortemsOverdue = figures.Owed.Length,
        FixesHeld = figures.Held.Length,
        FixesFailed = figures.Failed.Length,
    };
}

/// <param name="Factors">As written, all of them.</param>
public sealed record SeriousRecord(string Id, string Title, string Severity, string Url, ImmutableArray<string> Factors)
{
    public static SeriousRecord Of(Postmortem postmortem, SitePlan site) =>
        new(postmortem.Id, postmortem.Title, postmortem.Severity.Id, site.Address.Absolute(SitePaths.Postmortem(postmortem.Id)), [.. postmortem.Causes.Select(c => c.Text)]);
}

/// <param name="Told">Where it is told: of a line in an earlier postmortem, that one.</param>
public sealed record RepeatRecord(string Told, DateOnly On, string Earlier, string Diagnosis, int ItemsThen, int OpenThen)
{
    public static RepeatRecord Of(Repeat repeat) =>
        new(repeat.Told.Id, repeat.On, repeat.Earlier.Id, Words.Of(repeat.Diagnosis), repeat.Then.Count, repeat.Then.Open.Length);
}

public sealed record DebtRecord(string? Team, int Items, string OldestIn, string Oldest, int OldestDays);

/// <param name="FailedBy">Absent where it held.</param>
public sealed record FixRecord(string Incident, string Item, string Verdict, DateOnly ShippedOn, string? FailedBy)
{
    public static FixRecord Of(ShippedFix fix) => new(fix.Postmortem.Id, fix.Item.Id, Words.Of(fix.Verdict), fix.ShippedOn, fix.FailedBy?.Id);
}

public sealed record DecisionRecord(string Kind, string Incident, string Ask, string Why)
{
    public static DecisionRecord Of(Decision decision) =>
        new(Words.Of(decision.Kind), decision.Postmortem.Id, DigestWords.Ask(decision.Kind), DigestWords.Why(decision));
}
