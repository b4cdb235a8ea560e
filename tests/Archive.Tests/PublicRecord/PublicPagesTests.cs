using AngleSharp.Dom;
using Xunit;

namespace Archive.Tests.PublicRecord;

/// <summary>What holds on every page of the public site.</summary>
public class PublicPagesTests
{
    private static readonly RenderedSite[] Sites =
    [
        RenderedSite.Of(PublicExamples.History),
        RenderedSite.Of(PublicExamples.EmptyHistory),
        RenderedSite.Of(PublicExamples.HistoryOf(
            PublicExamples.IncidentAt("after", "2026-03-01T00:00:00Z"),
            PublicExamples.Incident with { Updates = [PublicExamples.Incident.Updates[0]] },
            PublicExamples.IncidentAt("before", "2026-01-01T00:00:00Z"))),
    ];

    private static IEnumerable<(RenderedSite Site, string File, IDocument Page)> Pages() =>
        from site in Sites from file in site.HtmlFiles select (site, file, (IDocument)site.Html(file));

    private static IEnumerable<(RenderedSite Site, string File, IDocument Page)> FullPages() =>
        Pages().Where(p => p.Page.QuerySelector("meta[http-equiv=refresh]") is null);

    [Fact]
    public void Every_page_has_one_first_heading_one_main_and_a_language() => Assert.All(Pages(), p =>
    {
        Assert.Single(p.Page.QuerySelectorAll("h1"));
        Assert.Single(p.Page.QuerySelectorAll("main"));
        Assert.Equal("en", p.Page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(p.Page.Title!);
    });

    [Fact]
    public void Every_page_begins_with_a_link_to_its_content() => Assert.All(FullPages(), p =>
    {
        var skip = p.Page.Body!.FirstElementChild!;
        Assert.Equal("a", skip.LocalName);
        Assert.Equal("main", p.Page.GetElementById(skip.GetAttribute("href")![1..])!.LocalName);
        Assert.NotNull(p.Page.QuerySelector("header nav[aria-label]"));
    });

    [Fact]
    public void Headings_go_down_one_level_at_a_time() => Assert.All(FullPages(), p =>
    {
        var levels = p.Page.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(h => h.LocalName[1] - '0').ToArray();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{p.File}: h{pair.First}, then h{pair.Second}"));
        Assert.Equal(1, levels[0]);
    });

    [Fact]
    public void No_id_is_used_twice() => Assert.All(Pages(), p =>
        Assert.Equal(p.Page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count(), p.Page.QuerySelectorAll("[id]").Length));

    [Fact]
    public void Nothing_is_executed_and_no_style_is_inline() => Assert.All(Pages(), p =>
    {
        Assert.All(p.Page.QuerySelectorAll("script"), s => Assert.Equal("application/ld+json", s.GetAttribute("type")));
        Assert.Empty(p.Page.QuerySelectorAll("[style],style,template,noscript"));
        Assert.DoesNotContain(p.Page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("<!--", p.Site.Text(p.File), StringComparison.Ordinal);
    });

    [Fact]
    public void Every_time_is_one_that_programs_can_read() => Assert.All(Pages(), p =>
        Assert.All(p.Page.QuerySelectorAll("time"), t => Assert.Matches(@"^(\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?|P(\d+D)?(T(\d+H)?(\d+M)?)?)$", t.GetAttribute("datetime")!)));

    [Fact]
    public void Every_link_and_every_file_that_a_page_needs_is_there() => Assert.All(Pages(), p =>
    {
        var addresses = p.Page.QuerySelectorAll("a[href],link[rel=stylesheet],link[rel=icon],link[rel=alternate]").Select(e => e.GetAttribute("href")!.Split('#')[0].Replace("https://status.example/", "/", StringComparison.Ordinal));
        Assert.All(addresses.Where(a => a.Length > 0 && !a.StartsWith("mailto:", StringComparison.Ordinal)), address =>
        {
            Assert.StartsWith("/record/", address, StringComparison.Ordinal);
            var file = address["/record/".Length..];
            Assert.Contains(file.Length == 0 || file.EndsWith('/') ? $"{file}index.html" : file, p.Site.Files.Keys);
        });
    });

    [Fact]
    public void A_page_needs_at_most_three_files_and_none_from_elsewhere() => Assert.All(Pages(), p =>
    {
        var needed = p.Page.QuerySelectorAll("link[rel=stylesheet],link[rel=icon],script[src],img,iframe,object,embed");
        Assert.InRange(needed.Length + 1, 1, 3);
        Assert.DoesNotContain("http", string.Concat(needed.Select(e => e.GetAttribute("href") ?? e.GetAttribute("src"))), StringComparison.Ordinal);
    });
}
