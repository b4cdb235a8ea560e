using System.Text.Json;
using AngleSharp.Dom;
using Archive.Tests.History.Digests;
using Xunit;

namespace Archive.Tests.Pages.Data;

public sealed class StatsTests
{
    private static readonly InternalRendering Site = new(WorkedArchive.Archive);

    private static readonly JsonElement Stats = JsonDocument.Parse(Site.Text("api/stats.json")).RootElement;

    [Fact]
    public void Postmortems_are_counted_by_status_and_severity()
    {
        Assert.Equal(5, Stats.GetProperty("postmortems").GetInt32());
        Assert.Equal(["sev0 0", "sev1 2", "sev2 1", "sev3 2", "sev4 0"], Stats.GetProperty("by_severity").EnumerateArray().Select(s => $"{s.GetProperty("name")} {s.GetProperty("count")}"));
        Assert.Equal(["stub 0", "draft 1", "review 0", "final 4"], Stats.GetProperty("by_status").EnumerateArray().Select(s => $"{s.GetProperty("name")} {s.GetProperty("count")}"));
    }

    [Fact]
    public void Latencies_are_those_of_the_page()
    {
        // 10, 20, 30 and 51 minutes: the median is 25; fewer than five have no quartiles
        var detection = Stats.GetProperty("latencies").GetProperty("all").GetProperty("detection");
        Assert.Equal((4, 25.0), (detection.GetProperty("measured").GetInt32(), detection.GetProperty("median_minutes").GetDouble()));
        Assert.False(detection.TryGetProperty("lower_quartile_minutes", out _));
        var all = Site.Page("/latencies/").QuerySelectorAll("section:has(#detection) table tbody tr").First(r => r.QuerySelector("th")!.TextContent == "All");
        Assert.Equal("4 measured median 25 min", string.Join(' ', all.QuerySelectorAll("td").Take(2).Select(c => c.Text().Trim())));
    }

    [Fact]
    public void Deadlines_are_those_of_the_page()
    {
        // A late, B in time, C overdue; D and N have no deadline
        var all = Stats.GetProperty("deadlines").GetProperty("all");
        Assert.Equal("1 1 1 2", string.Join(' ', new[] { "in_time", "late", "overdue", "no_deadline" }.Select(n => all.GetProperty(n).GetInt32())));
        Assert.Equal("1 of 3 postmortems whose day has come was published in time, 1 late. 1 is overdue.", Site.Page("/deadlines/").QuerySelector(".lede")!.TextContent);
    }

    [Fact]
    public void Items_are_those_of_the_ledger()
    {
        // promised: A1, B1, B2 and C's; done: A1, B2; overdue: B1
        var items = Stats.GetProperty("action_items");
        Assert.Equal("4 2 2 1", string.Join(' ', new[] { "promised", "done", "open", "overdue" }.Select(n => items.GetProperty(n).GetInt32())));
    }

    [Fact]
    public void Recurrence_is_that_of_the_dashboard()
    {
        var recurrence = Stats.GetProperty("recurrence");
        Assert.Equal("1 1", string.Join(' ', new[] { "came_back", "families" }.Select(n => recurrence.GetProperty(n).GetInt32())));
    }
}
