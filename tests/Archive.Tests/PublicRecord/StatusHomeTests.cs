using AngleSharp.Dom;
using Archive.PublicRecord;
using Xunit;

namespace Archive.Tests.PublicRecord;

public class StatusHomeTests
{
    private static readonly PublicIncident Open = PublicExamples.Incident with { Updates = [.. PublicExamples.Incident.Updates.Take(3)] };

    private static IDocument Home(PublicHistory history) => RenderedSite.Of(history).Html("index.html");

    [Fact]
    public void The_first_line_says_how_things_are() =>
        Assert.Equal("All systems operational", Home(PublicExamples.History).QuerySelector("h1")!.TextContent);

    [Fact]
    public void While_an_incident_is_open_the_first_line_says_what_it_does() =>
        Assert.Equal("Partial outage", Home(PublicExamples.HistoryOf(Open)).QuerySelector("h1")!.TextContent);

    [Fact]
    public void An_open_incident_stands_beside_the_state_and_not_among_the_recent_ones()
    {
        var home = Home(PublicExamples.HistoryOf(Open));
        Assert.Equal(Open.Title, home.QuerySelector(".state h3")!.TextContent);
        Assert.Empty(home.QuerySelectorAll("section:not(.state) h3"));
    }

    [Fact]
    public void Each_component_has_its_state_in_words_and_a_shape()
    {
        var rows = Home(PublicExamples.HistoryOf(Open)).QuerySelectorAll(".components li");
        Assert.Equal(["Camera ingest", "Settlement", "Reports"], rows.Select(r => r.QuerySelector(".name")!.TextContent));
        Assert.Equal(["Partial outage", "Partial outage", "Operational"], rows.Select(r => r.QuerySelector(".mark")!.TextContent));
        Assert.Equal(["mark is-major", "mark is-major", "mark is-good"], rows.Select(r => r.QuerySelector(".mark")!.ClassName));
    }

    [Fact]
    public void A_component_leads_to_the_last_incident_that_names_it()
    {
        var rows = Home(PublicExamples.History).QuerySelectorAll(".components li");
        Assert.Equal("/record/incidents/2026-02-14-wrong-lane-grades/", rows[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("No published incident", rows[2].QuerySelector(".last")!.TextContent);
    }

    [Fact]
    public void An_open_incident_says_when_the_public_was_last_told()
    {
        var times = Home(PublicExamples.HistoryOf(Open)).QuerySelectorAll(".state time");
        Assert.Equal("2026-02-14T07:26:00Z", times[times.Length - 1].GetAttribute("datetime"));
    }

    [Fact]
    public void Components_stand_under_their_groups_and_those_without_come_last()
    {
        var home = Home(PublicExamples.History with { Components = [new("Reports"), new("Camera ingest") { Group = "Packing house", Description = "Takes frames." }, new("Settlement") { Group = "Business" }] });
        Assert.Equal(["Packing house", "Business", "Other components"], home.QuerySelectorAll("h3.group").Select(h => h.TextContent));
        Assert.Equal(["Camera ingest", "Settlement", "Reports"], home.QuerySelectorAll(".components .name").Select(h => h.TextContent));
        Assert.Equal("Takes frames.", home.QuerySelector(".components .what")!.TextContent);
    }

    [Fact]
    public void Ninety_days_end_with_the_last_public_change_whatever_day_it_is()
    {
        var home = Home(PublicExamples.History);
        Assert.Equal("2026-03-05", home.QuerySelector("caption time")!.GetAttribute("datetime"));
        Assert.Equal(["2026-02-14"], home.QuerySelectorAll("tbody th time").Select(t => t.GetAttribute("datetime")));
        Assert.Equal(["1 day with an incident in 90", "1 day with an incident in 90", "No incident in 90 days"], home.QuerySelectorAll(".components .days").Select(d => d.TextContent));
    }

    [Fact]
    public void A_day_is_drawn_where_it_lies_and_as_high_as_it_was_bad()
    {
        var home = Home(PublicExamples.HistoryOf(Open with { Updates = [new(PublicExamples.At("2026-02-12T23:00:00Z"), Archive.PublicRecord.Vocabulary.UpdateStatus.Investigating, "Seen."), new(PublicExamples.At("2026-02-14T01:00:00Z"), Archive.PublicRecord.Vocabulary.UpdateStatus.Monitoring, "Watched.")], Corrections = [], Account = null }));
        var strip = home.QuerySelector("svg.strip")!;
        Assert.Equal("true", strip.GetAttribute("aria-hidden"));
        Assert.Equal([("89", "6"), ("88", "6"), ("87", "6")], strip.QuerySelectorAll("rect.day-major").Select(r => (r.GetAttribute("x")!, r.GetAttribute("height")!)));
    }

    [Fact]
    public void An_incident_of_more_than_ninety_days_ago_is_in_no_day()
    {
        var old = PublicExamples.IncidentAt("old", "2025-11-01T00:00:00Z");
        Assert.Equal(["2026-02-14"], Home(PublicExamples.HistoryOf(PublicExamples.Incident, old)).QuerySelectorAll("tbody th time").Select(t => t.GetAttribute("datetime")));
    }

    [Fact]
    public void All_addresses_to_subscribe_to_are_whole() => Assert.Equal(
        ["https://status.example/record/history.atom", "https://status.example/record/history.rss", "https://status.example/record/feed.json", "https://status.example/record/api/v2/summary.json"],
        Home(PublicExamples.History).QuerySelectorAll("#subscribe a").Select(a => a.GetAttribute("href")));

    [Fact]
    public void Five_incidents_are_recent()
    {
        var history = PublicExamples.HistoryOf([.. Enumerable.Range(1, 7).Reverse().Select(day => PublicExamples.IncidentAt($"day-{day}", $"2026-03-0{day}T10:00:00Z"))]);
        Assert.Equal(
            ["Title of day-7", "Title of day-6", "Title of day-5", "Title of day-4", "Title of day-3"],
            Home(history).QuerySelectorAll(".incident h3").Select(h => h.TextContent));
    }

    [Fact]
    public void An_empty_record_says_what_would_stand_there()
    {
        var home = Home(PublicExamples.EmptyHistory);
        Assert.Empty(home.QuerySelectorAll(".incident, .components li"));
        Assert.Contains("none has been published yet", home.QuerySelector(".state")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("its account stands here", home.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
