using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.History.Digests;
using Archive.Incidents.Pages.Parts;

namespace Archive.Incidents.Pages.Digests;

/// <summary>The figures of a digest beside those of the period before. A median never without its number; its change only where both have enough.</summary>
public static class DigestFigureRows
{
    private static readonly ImmutableArray<(string Name, Func<PeriodFigures, int> Of)> Counts =
    [
        ("Incidents", f => f.Incidents.Length),
        ("Serious", f => f.Serious.Length),
        ("Came back", f => f.Repeats.Length),
        ("Noticed by customers", f => f.NoticedByCustomers),
    ];

    private static readonly ImmutableArray<(string Name, Func<PeriodFigures, int> Of)> FollowThrough =
    [
        ("Postmortems published", f => f.Published.Length),
        ("… of them late", f => f.PublishedLate),
        ("Action items done", f => f.ItemsDone),
        ("Action items overdue at the end", f => f.Overdue),
    ];

    private static readonly ImmutableArray<(string Name, Latency Latency)> Medians =
    [
        ("Median time to notice", Latency.Detection), ("Median time to mitigate", Latency.Response), ("Median time to resolve", Latency.Duration),
    ];

    public static ImmutableArray<FigureRow> Of(Digest digest) =>
    [
        .. Counts.Select(c => Count(c.Name, c.Of, digest)),
        .. Medians.Select(m => Median(m.Name, m.Latency, digest)),
        .. FollowThrough.Select(c => Count(c.Name, c.Of, digest)),
    ];

    private static FigureRow Count(string name, Func<PeriodFigures, int> of, Digest digest)
    {
        var now = of(digest.Now);
        if (digest.Before is not { } earlier) return new(name, Wording.Number(now), "", "");
        var before = of(earlier);
        var change = !digest.IsOver ? "" : now == before ? "no\u00a0change" : DigestWords.Change(now - before);
        return new(name, Wording.Number(now), Wording.Number(before), change);
    }

    private static FigureRow Median(string name, Latency latency, Digest digest)
    {
        var now = digest.Now.Latencies[(int)latency].Spread;
        var before = digest.Before?.Latencies[(int)latency].Spread;
        return new(name, Words(now), digest.Before is null ? "" : Words(before), digest.IsOver && digest.Before is not null ? Change(now, before) : "");
    }

    /// <summary>A span is not torn apart at the end of a line.</summary>
    private static string Words(Spread? spread) => spread is { } known ? $"{Whole(known.Median)} (of\u00a0{Wording.Number(known.Count)})" : "none measured";

    private static string Whole(TimeSpan span) => Wording.Span(span).Replace(' ', '\u00a0');

    private static string Change(Spread? now, Spread? before)
    {
        if (now is not { IsEnough: true } later || before is not { IsEnough: true } earlier) return "too few to compare";
        var by = later.Median - earlier.Median;
        return by == TimeSpan.Zero ? "no\u00a0change" : by < TimeSpan.Zero ? $"{Whole(-by)} less" : $"{Whole(by)} more";
    }
}
