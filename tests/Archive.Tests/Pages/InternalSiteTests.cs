using AngleSharp.Html.Parser;
using Archive.Incidents.Pages;
using Xunit;

namespace Archive.Tests.Pages;

public sealed class InternalSiteTests
{
    private static readonly InternalRendering Whole = new(Sample.Whole);
    private static readonly InternalRendering Empty = new(Sample.ArchiveOf() with { Settings = new(), Services = [], FailureClasses = [] });

    public static TheoryData<string> HtmlFiles => [.. Html(Whole)];

    public static TheoryData<string> HtmlFilesOfAnEmptyArchive => [.. Html(Empty)];

    private static IEnumerable<string> Html(InternalRendering rendering) =>
        rendering.Site.Pages.Select(p => p.Path.File).Where(f => f.EndsWith(".html", StringComparison.Ordinal) && (!f.StartsWith("checks/", StringComparison.Ordinal) || f == "checks/index.html"));

    [Theory]
    [MemberData(nameof(HtmlFiles))]
    public void A_page_has_one_heading_of_the_first_level_and_its_landmarks(string file)
    {
        var page = new HtmlParser().ParseDocument(Whole.Text(file));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Equal("#main", page.QuerySelector("body > a:first-child")!.GetAttribute("href"));
        Assert.NotEmpty(page.Title!);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [MemberData(nameof(HtmlFiles))]
    public void No_id_stands_twice_on_a_page(string file)
    {
        var ids = new HtmlParser().ParseDocument(Whole.Text(file)).QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    [Theory]
    [MemberData(nameof(HtmlFiles))]
    public void Tables_have_a_caption_and_heads_with_a_scope(string file)
    {
        var page = new HtmlParser().ParseDocument(Whole.Text(file));
        Assert.All(page.QuerySelectorAll("main table"), t => Assert.NotNull(t.QuerySelector("caption")));
        Assert.All(page.QuerySelectorAll("main th"), h => Assert.True(h.HasAttribute("scope")));
    }

    [Theory]
    [MemberData(nameof(HtmlFiles))]
    public void Every_link_leads_to_a_page_and_a_place_of_the_site(string file) => AssertLinksLead(Whole, file);

    [Theory]
    [MemberData(nameof(HtmlFilesOfAnEmptyArchive))]
    public void Every_link_of_an_empty_archive_leads_somewhere_too(string file) => AssertLinksLead(Empty, file);

    private static void AssertLinksLead(InternalRendering rendering, string file)
    {
        var page = new HtmlParser().ParseDocument(rendering.Text(file));
        foreach (var href in page.QuerySelectorAll("[href]").Select(e => e.GetAttribute("href")!).Where(h => h.StartsWith('/') || h.StartsWith('#')))
        {
            var hash = href.IndexOf('#', StringComparison.Ordinal);
            var (path, anchor) = hash < 0 ? (href, "") : (href[..hash], href[(hash + 1)..]);
            if (path.Length > 0) Assert.StartsWith("/archive/", path, StringComparison.Ordinal);
            var target = path.Length == 0 ? file : path["/archive/".Length..] is var below && (below.Length == 0 || below.EndsWith('/')) ? below + "index.html" : below;
            Assert.True(rendering.Site.ByFile.ContainsKey(target), $"{file} links to {href}");
            if (anchor.Length > 0) Assert.True(new HtmlParser().ParseDocument(rendering.Text(target)).GetElementById(anchor) is not null, $"{file} links to {href}");
        }
    }

    [Fact]
    public void An_archive_that_lacks_postmortems_says_so_on_every_page()
    {
        var rendering = new InternalRendering(Sample.Whole with { LeftOut = 2 });
        Assert.All(Html(rendering), f => Assert.Contains("2 postmortems could not be read", new HtmlParser().ParseDocument(rendering.Text(f)).QuerySelector(".banner")!.TextContent, StringComparison.Ordinal));
        Assert.Null(Whole.Page("/").QuerySelector(".banner"));
    }

    [Theory]
    [InlineData("/", null, null)]
    [InlineData("/postmortems/", "Postmortems", "page")]
    [InlineData("/postmortems/inc-031/", "Postmortems", "true")]
    [InlineData("/services/settlement/", "Services", "true")]
    [InlineData("/recurrence/", "Recurrence", "page")]
    [InlineData("/failure-classes/", "Recurrence", "true")]
    [InlineData("/causes/", "Recurrence", "true")]
    [InlineData("/action-items/", "Actions", "page")]
    [InlineData("/checks/", null, null)]
    public void The_header_says_where_one_is(string url, string? text, string? current)
    {
        var link = Whole.Page(url).QuerySelector("header [aria-current]");
        Assert.Equal((text, current), (link?.TextContent, link?.GetAttribute("aria-current")));
    }

    [Fact]
    public void Only_what_is_a_page_for_people_is_listed()
    {
        var listed = Whole.Site.Pages.Where(p => p.IsListed).Select(p => p.Path.File).ToList();
        Assert.Contains("postmortems/inc-031/index.html", listed);
        Assert.All(listed, f => Assert.EndsWith("index.html", f, StringComparison.Ordinal));
        Assert.Contains("/archive/postmortems/inc-031/</loc>", Whole.Text("sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_postmortem_page_is_at_most_30_kilobytes_apart_from_its_prose()
    {
        var page = Whole.Text("postmortems/inc-031/index.html");
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(page), 1, 30 * 1024);
    }

    [Fact]
    public void A_page_of_a_large_archive_costs_what_it_costs_in_a_small_one()
    {
        static long Cost(int size)
        {
            var archive = Sample.ArchiveOf(Sample.Many(size, TimeSpan.FromHours(1)));
            var site = SitePlan.Of(archive, InternalRendering.Address);
            var postmortem = archive.Postmortems[size / 2];
            PostmortemPage.View(postmortem, site);
            var before = GC.GetAllocatedBytesForCurrentThread();
            PostmortemPage.View(postmortem, site);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Assert.InRange(Cost(5000), 1, 2 * Cost(100));
    }

    [Fact]
    public void The_same_archive_makes_the_same_bytes()
    {
        var again = new InternalRendering(Sample.Whole);
        Assert.All(Whole.Site.Pages.Zip(again.Site.Pages), p => Assert.Equal(InternalRendering.Text(p.First), InternalRendering.Text(p.Second)));
    }

    [Fact]
    public void Long_lists_end_and_lead_on_to_the_years()
    {
        var rendering = new InternalRendering(Sample.ArchiveOf(Sample.Many(520, TimeSpan.FromDays(-1))));
        var page = rendering.Page("/postmortems/");
        Assert.Equal(500, page.QuerySelectorAll(".postmortems tbody tr:not(.group)").Length);
        Assert.Contains("20 older ones", page.QuerySelector(".more")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(520, new[] { "2024", "2025", "2026" }.Sum(y => rendering.Page($"/years/{y}/").QuerySelectorAll(".postmortems tbody tr:not(.group)").Length));
    }
}
