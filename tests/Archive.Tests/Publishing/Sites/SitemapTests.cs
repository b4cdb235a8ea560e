using System.Text;
using System.Xml.Linq;
using Archive.Publishing.Sites;
using Xunit;

namespace Archive.Tests.Publishing.Sites;

public sealed class SitemapTests
{
    private static readonly XNamespace Protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly SiteAddress Address = new(new("https://example.org/docs/"));

    [Fact]
    public void Listed_pages_alone_stand_in_it_in_the_order_of_their_paths()
    {
        var map = Read(Assert.Single(Sitemap.Plan([Listed("b/index.html"), Listed("größe/index.html"), Listed("a/index.html"), Listed("data.json") with { IsListed = false }], Address)));
        Assert.Equal(["https://example.org/docs/a/", "https://example.org/docs/b/", "https://example.org/docs/gr%C3%B6%C3%9Fe/"], map.Descendants(Protocol + "loc").Select(l => l.Value));
    }

    [Fact]
    public void A_page_says_when_it_was_changed_where_that_is_known()
    {
        var map = Read(Sitemap.Plan([Listed("a/index.html") with { ModifiedOn = new(2026, 4, 5) }, Listed("b/index.html")], Address)[0]);
        Assert.Equal(["2026-04-05"], map.Descendants(Protocol + "lastmod").Select(l => l.Value));
    }

    [Fact]
    public void An_empty_site_has_an_empty_one() => Assert.Empty(Read(Assert.Single(Sitemap.Plan([], Address))).Root!.Elements());

    [Fact]
    public void More_pages_than_one_file_may_hold_make_an_index()
    {
        var maps = Sitemap.Plan(Enumerable.Range(1, 5).Select(i => Listed($"{i}/index.html")), Address, mostAddresses: 2);
        Assert.Equal(["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"], maps.Select(m => m.Path.File));
        Assert.Equal(["https://example.org/docs/sitemap-1.xml", "https://example.org/docs/sitemap-2.xml", "https://example.org/docs/sitemap-3.xml"], Read(maps[0]).Descendants(Protocol + "loc").Select(l => l.Value));
        Assert.Equal(5, maps.Skip(1).Sum(m => Read(m).Descendants(Protocol + "url").Count()));
    }

    [Fact]
    public void It_is_not_listed_itself() => Assert.False(Sitemap.Plan([], Address)[0].IsListed);

    private static Page Listed(string file) => Page.OfText(SitePath.OfFile(file), _ => { }) with { IsListed = true };

    private static XDocument Read(Page page) => XDocument.Parse(Encoding.UTF8.GetString(SiteRenderer.Render(page, Files.SiteWriterTests.NoTemplates)));
}
