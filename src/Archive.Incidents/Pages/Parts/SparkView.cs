using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Publishing.Charts;

namespace Archive.Incidents.Pages.Parts;

/// <summary>How often something happened in each of the newest quarters, as columns the height of a line.</summary>
/// <param name="Title">The same in words.</param>
/// <param name="Path">All columns, and a line at zero.</param>
public sealed record SparkView(string Title, string Path, int Width, int Height)
{
    private const int Quarters = 12;
    private const int DrawingWidth = 96;
    private const int DrawingHeight = 20;

    /// <returns>Null where the archive reaches over fewer than five quarters, or where nothing happened in the newest.</returns>
    public static SparkView? Of(ImmutableArray<Postmortem> postmortems, SitePlan site)
    {
        if (postmortems.IsEmpty) return null;
        var policy = site.Archive.Policy;
        var last = Period.QuarterOf(site.History.Today);
        var first = Period.QuarterOf(policy.DayOf(site.Archive.Postmortems[0].Times.StartedAt));
        var quarters = Period.Between(first, last).TakeLast(Quarters).ToList();
        var counts = postmortems.Select(p => Period.QuarterOf(policy.DayOf(p.Times.StartedAt))).CountBy(q => q).ToDictionary();
        var values = quarters.Select(q => (double?)counts.GetValueOrDefault(q)).ToList();
        if (values.TrueForAll(v => v == 0)) return null;
        return ColumnChart.Of(values, new() { Width = DrawingWidth, Height = DrawingHeight, WidestColumn = 7, GapShare = 0.2 }) is { } chart
            ? new($"By quarter, {quarters[0].Title} to {last.Title}: {string.Join(", ", values)}", PathOf(chart), DrawingWidth, DrawingHeight + 1)
            : null;
    }

    private static string PathOf(ColumnChart chart) =>
        $"M0 {DrawingHeight}h{SvgNumber.Of(chart.Width)}v1H0z"
        + string.Concat(chart.Columns.Where(c => c.Height > 0).Select(c => $"M{SvgNumber.Of(c.X)} {SvgNumber.Of(c.Y)}h{SvgNumber.Of(c.Width)}V{DrawingHeight}h-{SvgNumber.Of(c.Width)}z"));
}
