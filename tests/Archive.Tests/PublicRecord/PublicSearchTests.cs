using Archive.PublicRecord;
using Archive.PublicRecord.Searching;
using Archive.Search;
using Xunit;

namespace Archive.Tests.PublicRecord;

/// <summary>Search of the public record: where archive.yml asks for it, and of what is public alone.</summary>
public sealed class PublicSearchTests
{
    private static readonly PublicHistory History = PublicExamples.History with { HasSearch = true };

    private static readonly RenderedSite Site = RenderedSite.Of(History);

    private static readonly SearchIndex Index = SearchIndex.Of(new PublicSearch(History).Files);

    [Fact]
    public void Without_the_setting_there_is_no_script_no_index_and_no_link_to_search()
    {
        var without = RenderedSite.Of(PublicExamples.History);
        Assert.DoesNotContain(without.Files.Keys, f => f.StartsWith("search/", StringComparison.Ordinal) || f.EndsWith(".js", StringComparison.Ordinal));
        Assert.All(without.HtmlFiles, f => Assert.Empty(without.Html(f).QuerySelectorAll("script[src], a[href$='/search/']")));
    }

    [Fact]
    public void With_it_the_search_page_is_the_only_one_with_a_script() =>
        Assert.Equal(["search/index.html"], Site.HtmlFiles.Where(f => Site.Html(f).QuerySelector("script[src]") is not null));

    [Fact]
    public void Every_page_leads_to_it() => Assert.All(
        Site.HtmlFiles.Where(f => Site.Html(f).QuerySelector("meta[http-equiv=refresh]") is null),
        f => Assert.NotNull(Site.Html(f).QuerySelector("header nav a[href='/record/search/']")));

    [Fact]
    public void The_page_lists_every_month_for_those_without_a_script() =>
        Assert.Equal(["/record/history/2026-02/"], Site.Html("search/index.html").QuerySelectorAll("#browse a").Select(a => a.GetAttribute("href")));

    [Fact]
    public void Every_file_that_the_page_loads_is_there()
    {
        var loaded = Site.Html("search/index.html").QuerySelectorAll("main link[href], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!);
        Assert.All(loaded, address => Assert.Contains(address["/record/".Length..], Site.Files.Keys));
    }

    [Fact]
    public void Its_field_asks_in_words_of_the_public() =>
        Assert.Equal("What you saw, a component, a date", Site.Html("search/index.html").QuerySelector("#q")!.GetAttribute("placeholder"));

    [Theory]
    [InlineData(true, "Only the search page has a script")]
    [InlineData(false, "There are no scripts")]
    public void What_is_said_of_scripts_is_true(bool hasSearch, string words) =>
        Assert.Contains(words, RenderedSite.Of(History with { HasSearch = hasSearch }).Html("accessibility/index.html").QuerySelector("main")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public void The_palette_is_not_on_the_public_site() => Assert.DoesNotContain(Site.Files.Keys, f => f.EndsWith("/start.js", StringComparison.Ordinal) || f.EndsWith("/palette.js", StringComparison.Ordinal));

    [Fact]
    public void Every_hit_leads_to_a_page_and_a_heading_of_it()
    {
        var answer = Index.Search(new() { Text = "" });
        Assert.Equal(History.Incidents.Length, answer.Total);
        foreach (var word in History.Incidents.SelectMany(i => i.Statements).SelectMany(s => s.Text.Split(' ')).Distinct(StringComparer.Ordinal))
        {
            var found = Index.Search(new() { Text = word });
            foreach (var hit in found.Hits)
            {
                var page = Site.Html($"{hit.Url.TrimStart('/')}index.html");
                var anchor = Index.Snippet(hit, found).Anchor;
                Assert.True(anchor is null || page.GetElementById(anchor) is not null, $"{hit.Url}#{anchor}");
            }
        }
    }

    [Fact]
    public void Its_facets_are_components_impact_and_year() =>
        Assert.Equal(["component", "impact", "year"], Index.Search(new() { Text = "" }).Facets.Select(f => f.Name));
}
