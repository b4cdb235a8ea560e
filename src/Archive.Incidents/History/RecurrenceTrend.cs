using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>What happened in a quarter, and how much of it had happened before.</summary>
/// <param name="Repeats">In order of time.</param>
public sealed record QuarterFigures(Period Quarter, int Incidents, ImmutableArray<Repeat> Repeats);

/// <summary>Whether fewer things come back.</summary>
public enum TrendDirection
{
    Fewer,
    Same,
    More,
}

/// <summary>The last quarter that is over beside the one before it; the running one stands apart, since it may still change.</summary>
/// <param name="Running">What is known so far of the quarter that holds today.</param>
public sealed record QuarterVerdict(QuarterFigures Last, QuarterFigures Before, QuarterFigures Running)
{
    public TrendDirection Direction => Last.Repeats.Length.CompareTo(Before.Repeats.Length) switch
    {
        < 0 => TrendDirection.Fewer,
        0 => TrendDirection.Same,
        > 0 => TrendDirection.More,
    };
}

/// <summary>A failure class, and when it last came back.</summary>
/// <param name="Incidents">How many there are in all.</param>
/// <param name="Repeats">In order of time.</param>
/// <param name="DaysSince">Days from the last repeat until today; null where it never came back.</param>
public sealed record ClassRecurrence(FailureClass FailureClass, int Incidents, ImmutableArray<Repeat> Repeats, int? DaysSince);

/// <summary>Recurrence over time.</summary>
public static class RecurrenceTrend
{
    /// <summary>Every quarter from the first incident to today, also those in which nothing happened; none where nothing ever did.</summary>
    public static ImmutableArray<QuarterFigures> Quarters(IncidentHistory history)
    {
        var policy = history.Archive.Policy;
        var starts = history.Archive.Postmortems.Select(p => Period.QuarterOf(policy.DayOf(p.Times.StartedAt))).CountBy(q => q).ToDictionary();
        if (starts.Count == 0) return [];
        var repeats = history.Repeats.ToLookup(r => Period.QuarterOf(r.On));
        return
        [
            .. Period.Between(starts.Keys.MinBy(q => q.First), Period.QuarterOf(history.Today))
                .Select(q => new QuarterFigures(q, starts.GetValueOrDefault(q), [.. repeats[q]])),
        ];
    }

    /// <summary>Null where the archive does not reach over two whole quarters before the running one.</summary>
    public static QuarterVerdict? Verdict(ImmutableArray<QuarterFigures> quarters) =>
        quarters.Length < 3 ? null : new(quarters[^2], quarters[^3], quarters[^1]);

    /// <summary>The classes of which an incident exists: the one that came back last first, then those that never did, by name.</summary>
    public static ImmutableArray<ClassRecurrence> Classes(IncidentHistory history)
    {
        var repeats = history.Repeats.Where(r => r.Told.FailureClass is not null).ToLookup(r => r.Told.FailureClass!.Id, StringComparer.Ordinal); // filtered before
        return
        [
            .. history.Archive.FailureClasses
                .Select(c => (Class: c, Incidents: history.ByFailureClass.Of(c.Id).Length, Repeats: repeats[c.Id].ToImmutableArray()))
                .Where(c => c.Incidents > 0)
                .Select(c => new ClassRecurrence(c.Class, c.Incidents, c.Repeats, c.Repeats.IsEmpty ? null : Math.Max(0, history.Today.DayNumber - c.Repeats[^1].On.DayNumber)))
                .OrderBy(c => c.DaysSince ?? int.MaxValue)
                .ThenBy(c => c.FailureClass.Name, StringComparer.Ordinal),
        ];
    }
}
