using Xunit;

namespace Archive.Tests.PublicRecord;

public class HistoryPagesTests
{
    private static readonly RenderedSite Site = RenderedSite.Of(PublicExamples.HistoryOf(
        PublicExamples.IncidentAt("late", "2026-05-31T23:30:00-02:00"),
        PublicExamples.IncidentAt("second", "2026-02-14T06:00:00Z"),
        PublicExamples.IncidentAt("first", "2026-02-01T00:00:00Z")));

    [Fact]
    public void Each_month_with_an_incident_has_a_page_and_no_other_has() =>
        Assert.Equal(["history/2026-02/index.html", "history/2026-06/index.html", "history/index.html"], Site.HtmlFiles.Where(f => f.StartsWith("history/", StringComparison.Ordinal)));

    [Fact]
    public void The_month_is_that_of_the_start_in_utc() =>
        Assert.Equal(["Title of late"], Site.Html("history/2026-06/index.html").QuerySelectorAll(".incident h3").Select(h => h.TextContent));

    [Fact]
    public void A_month_shows_the_newest_first() =>
        Assert.Equal(["Title of second", "Title of first"], Site.Html("history/2026-02/index.html").QuerySelectorAll(".incident h3").Select(h => h.TextContent));

    [Fact]
    public void A_month_leads_to_the_next_one_that_has_a_page() =>
        Assert.Equal(["/record/history/2026-06/"], Site.Html("history/2026-02/index.html").QuerySelectorAll(".turn a").Select(a => a.GetAttribute("href")));

    [Fact]
    public void The_history_has_every_month_and_every_incident_newest_first()
    {
        var history = Site.Html("history/index.html");
        Assert.Equal(["June 2026", "February 2026"], history.QuerySelectorAll("h2 a").Select(a => a.TextContent));
        Assert.Equal(["Title of late", "Title of second", "Title of first"], history.QuerySelectorAll(".lines a").Select(a => a.TextContent));
        Assert.Equal(["1 incident", "2 incidents"], history.QuerySelectorAll("h2 span").Select(s => s.TextContent));
    }

    [Fact]
    public void An_empty_history_says_what_would_stand_there() =>
        Assert.Contains("Each one will stand here", RenderedSite.Of(PublicExamples.EmptyHistory).Html("history/index.html").QuerySelector("main")!.TextContent, StringComparison.Ordinal);
}
