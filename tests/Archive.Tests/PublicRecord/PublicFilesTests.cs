using System.Xml.Linq;
using Archive.PublicRecord;
using Archive.PublicRecord.Vocabulary;
using Xunit;

namespace Archive.Tests.PublicRecord;

/// <summary>What the public site holds for programs, and the pages that only lead elsewhere.</summary>
public class PublicFilesTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly RenderedSite Site = RenderedSite.Of(PublicExamples.History);

    private static XElement FeedOf(PublicHistory history) => XDocument.Parse(RenderedSite.Of(history).Text("history.atom")).Root!;

    [Fact]
    public void The_site_holds_exactly_these_files() => Assert.Equal(
        [
            "404.html", "history.atom", "history/2026-02/index.html", "history/index.html", "incidents/2026-02-14-grading-errors/index.html",
            "incidents/2026-02-14-wrong-lane-grades/index.html", "index.html", "robots.txt", "sitemap.xml",
        ],
        Site.Files.Keys.Where(f => !f.StartsWith("assets/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_feed_says_what_it_is()
    {
        var feed = FeedOf(PublicExamples.History);
        Assert.Equal("tag:status.example,2005:/history", feed.Element(Atom + "id")!.Value);
        Assert.Equal("Example Status - Incident History", feed.Element(Atom + "title")!.Value);
        Assert.Equal("Example", feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal(
            [("self", "https://status.example/record/history.atom"), ("alternate", "https://status.example/record/history/")],
            feed.Elements(Atom + "link").Select(l => (l.Attribute("rel")!.Value, l.Attribute("href")!.Value)));
    }

    [Fact]
    public void An_entry_has_the_stored_id_and_the_days_of_publication_and_last_change()
    {
        var entry = FeedOf(PublicExamples.History).Element(Atom + "entry")!;
        Assert.Equal("tag:status.example,2005:Incident/k3v9x0q2m7ab", entry.Element(Atom + "id")!.Value);
        Assert.Equal("2026-03-01T00:00:00Z", entry.Element(Atom + "published")!.Value);
        Assert.Equal("2026-03-05T00:00:00Z", entry.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public void An_entry_without_a_stored_id_is_known_by_its_slug() => Assert.Equal(
        "tag:status.example,2005:Incident/2026-02-14-wrong-lane-grades",
        FeedOf(PublicExamples.HistoryOf(PublicExamples.Incident with { PublicId = null })).Element(Atom + "entry")!.Element(Atom + "id")!.Value);

    [Fact]
    public void An_entry_tells_everything_that_was_said_newest_first()
    {
        var content = FeedOf(PublicExamples.History).Element(Atom + "entry")!.Element(Atom + "content")!;
        Assert.Equal("html", content.Attribute("type")!.Value);
        Assert.Equal(
            ["Update", "Postmortem", "Resolved", "Monitoring", "Identified", "Investigating"],
            new AngleSharp.Html.Parser.HtmlParser().ParseDocument(content.Value).QuerySelectorAll("p > strong").Select(s => s.TextContent));
        Assert.Contains(
            "<p><small>Feb <var data-var='date'>14</var>, <var data-var='time'>09:05</var> UTC</small><br><strong>Resolved</strong> - All lots were reversed.</p>",
            content.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_an_entry_is_text()
    {
        var feed = FeedOf(PublicExamples.HistoryOf(PublicExamples.Incident with
        {
            Updates = [new(PublicExamples.At("2026-02-14T06:52:00Z"), UpdateStatus.Resolved, "<script>x</script>")],
        }));
        Assert.Contains("&lt;script&gt;", feed.Element(Atom + "entry")!.Element(Atom + "content")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_feed_moves_with_its_newest_entry() =>
        Assert.Equal("2026-03-05T00:00:00Z", FeedOf(PublicExamples.History).Element(Atom + "updated")!.Value);

    [Fact]
    public void The_feed_keeps_to_the_25_that_were_published_last()
    {
        var many = Enumerable.Range(1, 27).Reverse().Select(day => PublicExamples.IncidentAt($"day-{day}", $"2026-03-{day:00}T10:00:00Z"));
        var titles = FeedOf(PublicExamples.HistoryOf([.. many])).Elements(Atom + "entry").Select(e => e.Element(Atom + "title")!.Value).ToArray();
        Assert.Equal(25, titles.Length);
        Assert.Equal(("Title of day-27", "Title of day-3"), (titles[0], titles[^1]));
    }

    [Fact]
    public void An_empty_feed_is_still_a_feed()
    {
        var feed = FeedOf(PublicExamples.EmptyHistory);
        Assert.Empty(feed.Elements(Atom + "entry"));
        Assert.Equal("Status", feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
    }

    [Fact]
    public void The_sitemap_lists_what_is_to_be_found_with_the_days_of_public_change()
    {
        var urls = XDocument.Parse(Site.Text("sitemap.xml")).Root!.Elements(Map + "url");
        Assert.Equal(
            [
                ("https://status.example/record/history/2026-02/", "2026-03-05"),
                ("https://status.example/record/history/", "2026-03-05"),
                ("https://status.example/record/incidents/2026-02-14-wrong-lane-grades/", "2026-03-05"),
                ("https://status.example/record/", "2026-03-05"),
            ],
            urls.Select(u => (u.Element(Map + "loc")!.Value, u.Element(Map + "lastmod")!.Value)));
    }

    [Fact]
    public void Robots_name_no_path_but_the_sitemap() => Assert.Equal(
        "User-agent: *\nAllow: /\n\nSitemap: https://status.example/record/sitemap.xml\n", Site.Text("robots.txt"));

    [Fact]
    public void A_former_address_leads_to_the_present_one()
    {
        var page = Site.Html("incidents/2026-02-14-grading-errors/index.html");
        Assert.Equal("0; url=/record/incidents/2026-02-14-wrong-lane-grades/", page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
        Assert.Equal("https://status.example/record/incidents/2026-02-14-wrong-lane-grades/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("/record/incidents/2026-02-14-wrong-lane-grades/", page.QuerySelector("main a")!.GetAttribute("href"));
    }

    [Fact]
    public void An_address_that_is_former_and_present_has_the_incident() => Assert.Equal(
        PublicExamples.Incident.Title,
        RenderedSite.Of(PublicExamples.HistoryOf(PublicExamples.Incident with { Aliases = [PublicExamples.Incident.Slug] }))
            .Html("incidents/2026-02-14-wrong-lane-grades/index.html").QuerySelector("h1")!.TextContent);

    [Fact]
    public void Long_addresses_that_differ_at_their_ends_are_two()
    {
        var long1 = PublicExamples.IncidentAt(new string('a', 90) + "1", "2026-03-01T10:00:00Z");
        var long2 = PublicExamples.IncidentAt(new string('a', 90) + "2", "2026-03-01T09:00:00Z");
        Assert.Equal(2, RenderedSite.Of(PublicExamples.HistoryOf(long1, long2)).HtmlFiles.Count(f => f.StartsWith("incidents/", StringComparison.Ordinal)));
    }
}
