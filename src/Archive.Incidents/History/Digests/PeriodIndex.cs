using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History.Digests;

/// <summary>The archive by month, so that a digest looks only at what is its own.</summary>
internal sealed class PeriodIndex
{
    private readonly IncidentHistory _history;
    private readonly ILookup<Period, Postmortem> _began;
    private readonly ILookup<Period, PublicationRecord> _published;
    private readonly ILookup<Period, Repeat> _repeats;
    private readonly ILookup<Period, LedgerEntry> _done;
    private readonly ILookup<Period, ShippedFix> _held;
    private readonly ILookup<Period, ShippedFix> _failed;
    private readonly OverdueItems _overdue;

    /// <summary>By their deadlines, the earliest first.</summary>
    private readonly ImmutableArray<PublicationRecord> _withDeadline;

    public PeriodIndex(IncidentHistory history)
    {
        _history = history;
        var policy = history.Archive.Policy;
        _began = history.Archive.Postmortems.ToLookup(p => Month(policy.DayOf(p.Times.StartedAt)));
        _published = history.Punctuality.Records.Where(r => PublishedOn(r) is not null).ToLookup(r => Month(PublishedOn(r).GetValueOrDefault()));
        _repeats = history.Repeats.ToLookup(r => Month(r.On));
        _done = history.Ledger.Where(e => e is { IsDone: true, Item.DoneOn: not null }).ToLookup(e => Month(e.Item.DoneOn.GetValueOrDefault()));
        _held = history.Fixes.Where(f => HeldOn(f, policy) <= history.Today).ToLookup(f => Month(HeldOn(f, policy).GetValueOrDefault()));
        _failed = history.Fixes.Where(f => f.Verdict == FixVerdict.Failed).ToLookup(f => Month(FailedOn(f)));
        _overdue = new(history.Ledger, policy);
        _withDeadline =
        [
            .. from record in history.Punctuality.Records
               where record.Due is not null
               orderby record.Due.GetValueOrDefault().On, record.Postmortem.Times.StartedAt, record.Postmortem.Id
               select record,
        ];
    }

    public PeriodFigures FiguresOf(Period period)
    {
        var months = MonthsOf(period).ToList();
        var until = period.Last < _history.Today ? period.Last : _history.Today;
        var policy = _history.Archive.Policy;
        ImmutableArray<Postmortem> began = [.. months.SelectMany(m => _began[m]).Order(IncidentHistory.InTime)];
        ImmutableArray<Postmortem> incidents = [.. began.Where(p => p.Kind == PostmortemKind.Incident)];
        return new()
        {
            Period = period,
            Until = until,
            Incidents = incidents,
            OtherKinds = began.Length - incidents.Length,
            Serious = [.. began.Where(p => PeriodFigures.IsSerious(p.Severity, policy)).OrderBy(p => p.Severity.Rank)],
            NoticedByCustomers = incidents.Count(p => p.DetectedBy == Detector.Customer),
            Latencies = LatencyFigures.All(incidents),
            Repeats = [.. months.SelectMany(m => _repeats[m])],
            Published = [.. months.SelectMany(m => _published[m]).OrderBy(PublishedOn).ThenBy(r => r.Postmortem.Id, StringComparer.Ordinal)],
            ItemsDone = months.Sum(m => _done[m].Count()),
            OverdueByTeam = _overdue.At(until),
            Owed = OwedAt(until),
            Held = [.. months.SelectMany(m => _held[m])],
            Failed = [.. months.SelectMany(m => _failed[m])],
        };
    }

    private ImmutableArray<OwedPostmortem> OwedAt(DateOnly day) =>
    [
        .. _withDeadline
            .TakeWhile(r => r.Due.GetValueOrDefault().On < day) // it has one, filtered before
            .Where(r => PublishedOn(r) is not { } published || published > day)
            .Select(r => new OwedPostmortem(r.Postmortem, r.Due.GetValueOrDefault(), day.DayNumber - r.Due.GetValueOrDefault().On.DayNumber)),
    ];

    private static DateOnly? PublishedOn(PublicationRecord record) => record.Postmortem.Status == DocumentStatus.Final ? record.Postmortem.PublishedOn : null;

    /// <summary>The day on which a fix's window was over and nothing had come back; null where it came back before.</summary>
    private static DateOnly? HeldOn(ShippedFix fix, Policy policy)
    {
        var start = policy.DayOf(fix.Postmortem.Times.StartedAt);
        var over = (start > fix.ShippedOn ? start : fix.ShippedOn).AddDays(policy.RecurrenceWindowDays);
        return fix.Verdict == FixVerdict.Failed && FailedOn(fix) <= over ? null : over;
    }

    private static DateOnly FailedOn(ShippedFix fix) => fix.ShippedOn.AddDays(fix.Days);

    private static Period Month(DateOnly day) => Period.Of(day, PeriodKind.Month);

    private static IEnumerable<Period> MonthsOf(Period period)
    {
        for (var month = Month(period.First); month.First <= period.Last; month = month.Next) yield return month;
    }
}
