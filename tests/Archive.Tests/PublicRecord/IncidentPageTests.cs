using System.Text.Json;
using AngleSharp.Dom;
using Archive.PublicRecord;
using Xunit;

namespace Archive.Tests.PublicRecord;

public class IncidentPageTests
{
    private const string File = "incidents/2026-02-14-wrong-lane-grades/index.html";

    private static readonly IDocument Page = PageOf(PublicExamples.Incident);

    private static IDocument PageOf(PublicIncident incident) => RenderedSite.Of(PublicExamples.HistoryOf(incident)).Html(File);

    private static string? Meta(string property) => Page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");

    [Fact]
    public void The_facts_are_those_of_the_record() => Assert.Equal(
        [
            "State: Resolved", "Impact: Major impact", "Affected: Camera ingest, Settlement",
            "First reported: 14 Feb 2026, 06:52 UTC", "Resolved: 14 Feb 2026, 09:05 UTC", "Open for: 2 h 13 min",
        ],
        Page.QuerySelectorAll("dl div").Select(d => $"{d.QuerySelector("dt")!.TextContent}: {d.QuerySelector("dd")!.TextContent}"));

    [Fact]
    public void Updates_are_a_list_in_order_of_time_each_with_its_moment()
    {
        var updates = Page.QuerySelectorAll("ol.updates > li");
        Assert.Equal(["Investigating", "Identified", "Monitoring", "Resolved"], updates.Select(u => u.QuerySelector("strong")!.TextContent));
        Assert.Equal("2026-02-14T06:52:00Z", updates[0].QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("All lots were reversed.", updates[3].QuerySelector("p.prose")!.TextContent);
    }

    [Fact]
    public void Corrections_are_visible_with_their_days() =>
        Assert.Equal("5 Mar 2026 An earlier version said 38 lots; it was 41.", Page.QuerySelector(".corrections li")!.TextContent);

    [Fact]
    public void What_was_never_corrected_has_no_corrections() =>
        Assert.Null(PageOf(PublicExamples.Incident with { Corrections = [] }).QuerySelector(".corrections"));

    [Fact]
    public void The_account_follows_the_updates_with_its_own_anchors()
    {
        Assert.Equal(["Corrected", "Updates", "Summary", "What happened"], Page.QuerySelectorAll("h2").Select(h => h.TextContent));
        Assert.Equal("restored", Page.GetElementById("what-happened")!.ParentElement!.QuerySelector("em")!.TextContent);
    }

    [Fact]
    public void While_it_lasts_there_is_no_end_and_no_duration() => Assert.Equal(
        ["State", "Impact", "Affected", "First reported"],
        PageOf(PublicExamples.Open).QuerySelectorAll("dt").Select(d => d.TextContent));

    [Fact]
    public void Neighbours_in_time_are_one_link_away()
    {
        var site = RenderedSite.Of(PublicExamples.HistoryOf(
            PublicExamples.IncidentAt("after", "2026-03-01T00:00:00Z"), PublicExamples.Incident, PublicExamples.IncidentAt("before", "2026-01-01T00:00:00Z")));
        var links = site.Html(File).QuerySelectorAll(".turn a");
        Assert.Equal(["/record/incidents/before/", "/record/incidents/after/"], links.Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Search_engines_read_a_technical_article_by_the_organization()
    {
        var article = JsonDocument.Parse(Page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal("https://schema.org", article.GetProperty("@context").GetString());
        Assert.Equal("TechArticle", article.GetProperty("@type").GetString());
        Assert.Equal(PublicExamples.Incident.Title, article.GetProperty("headline").GetString());
        Assert.Equal("2026-03-01", article.GetProperty("datePublished").GetString());
        Assert.Equal("2026-03-05", article.GetProperty("dateModified").GetString());
        Assert.Equal("Organization", article.GetProperty("author").GetProperty("@type").GetString());
        Assert.Equal("Example", article.GetProperty("author").GetProperty("name").GetString());
    }

    [Fact]
    public void Previews_read_title_summary_and_address()
    {
        Assert.Equal("article", Meta("og:type"));
        Assert.Equal(PublicExamples.Incident.Summary, Meta("og:description"));
        Assert.Equal("https://status.example/record/incidents/2026-02-14-wrong-lane-grades/", Meta("og:url"));
        Assert.Equal("2026-03-01", Meta("article:published_time"));
    }

    [Fact]
    public void Previews_show_a_picture_that_is_there_and_has_words()
    {
        var site = RenderedSite.Of(PublicExamples.History);
        var picture = Meta("og:image")!;
        Assert.StartsWith("https://status.example/record/", picture, StringComparison.Ordinal);
        Assert.Contains(picture["https://status.example/record/".Length..], site.Files.Keys);
        Assert.NotEmpty(Meta("og:image:alt")!);
    }

    [Fact]
    public void No_text_ends_the_script_or_starts_an_element()
    {
        const string hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&";
        var incident = PublicExamples.Incident with
        {
            Title = hostile,
            Components = [hostile],
            Updates = [new(PublicExamples.At("2026-02-14T06:52:00Z"), Archive.PublicRecord.Vocabulary.UpdateStatus.Resolved, hostile)],
            Corrections = [new(new(2026, 3, 5), hostile)],
            Account = new(hostile, [new(hostile, "a", "<p>x</p>")], new(2026, 3, 1)),
        };
        var page = RenderedSite.Of(PublicExamples.HistoryOf(incident) with { Components = [new(hostile) { Group = hostile, Description = hostile }] }).Html(File);
        Assert.Equal("application/ld+json", Assert.Single(page.QuerySelectorAll("script")).GetAttribute("type"));
        Assert.Empty(page.QuerySelectorAll("img"));
        Assert.Equal(hostile, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(hostile, JsonDocument.Parse(page.QuerySelector("script")!.TextContent).RootElement.GetProperty("headline").GetString());
    }
}
