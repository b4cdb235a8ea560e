using System.Xml.Linq;
using Xunit;

namespace Archive.Tests.PublicRecord;

/// <summary>What the public site holds for programs, and the pages that only lead elsewhere.</summary>
public class PublicFilesTests
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly RenderedSite Site = RenderedSite.Of(PublicExamples.History);

    [Fact]
    public void The_site_holds_exactly_these_files() => Assert.Equal(
        [
            "404.html", "_redirects", "accessibility/index.html",
            "api/v2/components.json", "api/v2/incidents.json", "api/v2/incidents/unresolved.json",
            "api/v2/scheduled-maintenances.json", "api/v2/scheduled-maintenances/active.json", "api/v2/scheduled-maintenances/upcoming.json",
            "api/v2/status.json", "api/v2/summary.json",
            "feed.json", "history.atom", "history.rss", "history/2026-02/index.html", "history/index.html",
            "incidents/2026-02-14-grading-errors/index.html", "incidents/2026-02-14-wrong-lane-grades/index.html", "incidents/k3v9x0q2m7ab.json",
            "index.html", "robots.txt", "sitemap.xml",
        ],
        Site.Files.Keys.Where(f => !f.StartsWith("assets/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_sitemap_lists_what_is_to_be_found_with_the_days_of_public_change()
    {
        var urls = XDocument.Parse(Site.Text("sitemap.xml")).Root!.Elements(Map + "url");
        Assert.Equal(
            [
                ("https://status.example/record/accessibility/", null),
                ("https://status.example/record/history/2026-02/", "2026-03-05"),
                ("https://status.example/record/history/", "2026-03-05"),
                ("https://status.example/record/incidents/2026-02-14-wrong-lane-grades/", "2026-03-05"),
                ("https://status.example/record/", "2026-03-05"),
            ],
            urls.Select(u => (u.Element(Map + "loc")!.Value, u.Element(Map + "lastmod")?.Value)));
    }

    [Fact]
    public void Robots_name_no_path_but_the_sitemap() => Assert.Equal(
        "User-agent: *\nAllow: /\n\nSitemap: https://status.example/record/sitemap.xml\n", Site.Text("robots.txt"));

    [Fact]
    public void Hosts_that_read_redirects_get_the_former_addresses_and_nothing_else() => Assert.Equal(
        "/record/incidents/2026-02-14-grading-errors/ /record/incidents/2026-02-14-wrong-lane-grades/ 301!\n", Site.Text("_redirects"));

    [Fact]
    public void Without_a_former_address_there_are_no_redirects() =>
        Assert.DoesNotContain("_redirects", RenderedSite.Of(PublicExamples.HistoryOf(PublicExamples.Open with { Aliases = [] })).Files.Keys);

    [Fact]
    public void Those_who_find_a_weakness_are_told_where_to_write_where_that_is_configured()
    {
        var site = RenderedSite.Of(PublicExamples.History with { Security = new(new("mailto:security@example.com"), new(2027, 1, 1)) });
        Assert.Equal(
            "Contact: mailto:security@example.com\nExpires: 2027-01-01T00:00:00Z\nPreferred-Languages: en\nCanonical: https://status.example/record/.well-known/security.txt\n",
            site.Text(".well-known/security.txt"));
        Assert.DoesNotContain(".well-known/security.txt", Site.Files.Keys);
    }

    [Fact]
    public void The_accessibility_statement_says_whom_to_tell() => Assert.Equal(
        "mailto:help@example.com",
        RenderedSite.Of(PublicExamples.History with { Contact = new("mailto:help@example.com") }).Html("accessibility/index.html").QuerySelector("main a")!.GetAttribute("href"));

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
