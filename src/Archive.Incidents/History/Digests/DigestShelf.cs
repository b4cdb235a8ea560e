using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Archive.Incidents.History.Digests;

/// <summary>The digests of an archive.</summary>
/// <remarks>Has state because a digest is worked out when the first page asks for it, and a page, a mail, a feed and a list ask for the same.</remarks>
public sealed class DigestShelf(IncidentHistory history)
{
    /// <summary>Older periods have no digest, so that one incident with a day of long ago does not make thousands.</summary>
    public const int YearsAtMost = 20;

    private readonly Lazy<PeriodIndex> _index = new(() => new(history));
    private readonly ConcurrentDictionary<Period, PeriodFigures> _figures = [];
    private readonly ConcurrentDictionary<Period, Digest> _digests = [];

    /// <summary>Every year, quarter and month from the first incident until today, the latest first; quiet ones too. None where there is no incident.</summary>
    public ImmutableArray<Period> Periods { get; } = [.. Enum.GetValues<PeriodKind>().SelectMany(k => PeriodsOf(k, history)).OrderByDescending(p => p.First).ThenByDescending(p => p.Kind)];

    public bool Has(Period period) => Periods.Contains(period);

    /// <param name="period">One of <see cref="Periods"/>.</param>
    public Digest Of(Period period) => _digests.GetOrAdd(period, Make);

    private Digest Make(Period period)
    {
        var now = FiguresOf(period);
        return new(now, Has(period.Previous) ? FiguresOf(period.Previous) : null, period.Last < history.Today, Decisions.Of(now, history.Archive.Policy));
    }

    private PeriodFigures FiguresOf(Period period) => _figures.GetOrAdd(period, _index.Value.FiguresOf);

    private static IEnumerable<Period> PeriodsOf(PeriodKind kind, IncidentHistory history)
    {
        if (history.Archive.Postmortems.IsEmpty) yield break;
        var first = history.Archive.Policy.DayOf(history.Archive.Postmortems[0].Times.StartedAt);
        var earliest = history.Today.Year > YearsAtMost ? history.Today.AddYears(-YearsAtMost) : DateOnly.MinValue;
        var last = Period.Of(history.Today, kind);
        for (var period = Period.Of(first > earliest ? first : earliest, kind); period.First <= last.First; period = period.Next) yield return period;
    }
}
