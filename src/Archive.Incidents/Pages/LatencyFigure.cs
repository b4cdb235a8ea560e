using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Pages.Parts;

namespace Archive.Incidents.Pages;

/// <summary>One latency as dots over the days on which incidents began, with the medians of the quarters that have enough of them.</summary>
public static class LatencyFigure
{
    /// <param name="dotsAtMost">The latest are drawn.</param>
    public static DotFigure? Of(LatencyFigures all, ImmutableArray<(Period Quarter, LatencyFigures Figures)> quarters, int dotsAtMost, SitePlan site)
    {
        ImmutableArray<DotPoint> points =
        [
            .. all.Measured.TakeLast(dotsAtMost)
                .Select(m => new DotPoint(m.Postmortem, site.Archive.Policy.DayOf(m.Postmortem.Times.StartedAt), m.Value.TotalMinutes, Wording.Span(m.Value))),
        ];
        if (points.IsEmpty) return null;
        var firstDay = points[0].On;
        ImmutableArray<LevelPoint> levels =
        [
            .. from quarter in quarters
               where quarter.Quarter.Last >= firstDay && quarter.Figures.Spread is { IsEnough: true }
               let spread = quarter.Figures.Spread.GetValueOrDefault()
               select new LevelPoint(
                   new(quarter.Quarter.First, quarter.Quarter.Last, spread.Median.TotalMinutes),
                   $"Median of {quarter.Quarter.Title}: {Wording.Span(spread.Median)} of {spread.Count}"),
        ];
        var name = LatencyWords.Name(all.Latency);
        return DotFigure.Of(
            new($"{name} of {Wording.Count(points.Length, "incident")}", $"{LatencyWords.Sentence(all)} A dot for each incident, a line for the median of each quarter with {Spread.Enough} or more. The same stands in the tables.", ValueWords),
            DotFigure.MinuteSteps,
            points,
            levels,
            site);
    }

    private static string ValueWords(double minutes) => minutes == 0 ? "0" : Wording.Span(TimeSpan.FromMinutes(minutes));
}
