using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Archive.Incidents.Pages.Searching;
using Archive.Publishing.Searching;
using Archive.Search;
using Xunit;

namespace Archive.Tests.Pages.Searching;

/// <summary>The search page as it is without a script, and the files that a script asks for.</summary>
public sealed partial class SearchPageTests
{
    private static readonly InternalRendering Site = new(Sample.Whole);

    private static readonly SearchIndex Index = SearchIndex.Of(new ArchiveSearch(Sample.Whole, cache: null).Files);

    [Fact]
    public void Without_a_script_it_says_so_and_leads_to_every_list()
    {
        var page = Site.Page("/search/");
        Assert.Contains("needs JavaScript", page.QuerySelector(".noscript")!.TextContent, StringComparison.Ordinal);
        Assert.All((string[])["/archive/services/device-registry/", "/archive/failure-classes/config-overwrite/", "/archive/severities/sev1/", "/archive/years/2026/"],
            href => Assert.NotNull(page.QuerySelector($"#browse a[href='{href}']")));
    }

    [Fact]
    public void What_a_script_fills_is_hidden_until_then() =>
        Assert.All((string[])["found", "note", "more"], id => Assert.True(Site.Page("/search/").GetElementById(id)!.HasAttribute("hidden"), id));

    [Fact]
    public void Every_page_links_to_it_in_the_header_and_loads_the_palette()
    {
        var pages = Site.Site.Pages.Where(p => p.Path.File.EndsWith(".html", StringComparison.Ordinal));
        Assert.All(pages, p =>
        {
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(InternalRendering.Text(p));
            Assert.Equal("/archive/search/", page.QuerySelector("header a.find")!.GetAttribute("href"));
            Assert.Equal($"/archive/{SearchModules.PathOf(SearchModules.Palette)}", page.QuerySelector("head script")!.GetAttribute("src"));
        });
    }

    [Fact]
    public void It_loads_its_modules_and_the_manifest_beside_its_script()
    {
        var page = Site.Page("/search/");
        var loaded = page.QuerySelectorAll("link[rel=modulepreload]").Select(l => l.GetAttribute("href")!["/archive/".Length..]).ToList();
        Assert.All(loaded, f => Assert.True(Site.Site.ByFile.ContainsKey(f), f));
        Assert.Contains(SearchModules.PathOf("reader.js").File, loaded);
        Assert.Matches("^/archive/search/manifest-[0-9a-f]+[.]bin$", page.GetElementById("manifest")!.GetAttribute("href")!);
    }

    [Fact]
    public void A_browser_can_add_it_to_its_search_engines()
    {
        XNamespace space = "http://a9.com/-/spec/opensearch/1.1/";
        var description = XDocument.Parse(Site.Text("search/opensearch.xml")).Root!;
        Assert.Equal("https://incidents.example/archive/search/?q={searchTerms}", description.Element(space + "Url")!.Attribute("template")!.Value);
        Assert.InRange(description.Element(space + "ShortName")!.Value.Length, 1, 16);
        Assert.Equal("/archive/search/opensearch.xml", Site.Page("/").QuerySelector("link[rel=search]")!.GetAttribute("href"));
    }

    [Fact]
    public void Every_hit_leads_to_a_page_and_a_heading_of_it()
    {
        string[] queries = ["Title", "mapping", "slots reserved", "Lanes", "camera check", "registry", "edge", "config overwrite", "INC-031"];
        Assert.All(queries, query =>
        {
            var answer = Index.Search(new() { Text = query });
            Assert.True(answer.IsFound, query);
            Assert.All(answer.Hits, hit =>
            {
                var anchor = Index.Snippet(hit, answer).Anchor;
                Assert.True(anchor is null || Site.Page(hit.Url).GetElementById(anchor) is not null, $"{hit.Url}#{anchor}");
            });
        });
    }

    [Fact]
    public void A_postmortem_is_found_by_its_error_text_with_other_numbers() =>
        Assert.Equal("INC-031", Index.Search(new() { Text = "FATAL: remaining <slots> are reserved" }).Hits[0].Id);

    [Fact]
    public void The_modules_are_served_as_they_are_written() =>
        Assert.All(BrowserModules.Files, module => Assert.Equal(Encoding.UTF8.GetString(module.Bytes.Span), Site.Text(SearchModules.PathOf(module.Name).File)));

    [Fact]
    public void What_every_search_runs_is_asked_for_at_once()
    {
        var asked = SearchModules.OfEverySearch.Select(p => p.File.Split('/')[^1]).Append(SearchModules.Page);
        Assert.Equal(Imported(SearchModules.Page).Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_that_runs_before_the_first_results_weighs_15_kilobytes_at_most_on_the_wire() =>
        Assert.InRange(Imported(SearchModules.Page).Sum(name => Compressed(Site.Text(SearchModules.PathOf(name).File))), 1, 15 * 1000);

    /// <summary>A module and all that its imports reach.</summary>
    private static HashSet<string> Imported(string module)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        Reach(module);
        return reached;

        void Reach(string name)
        {
            if (!reached.Add(name)) return;
            foreach (Match import in StaticImport().Matches(Site.Text(SearchModules.PathOf(name).File))) Reach(import.Groups["name"].Value);
        }
    }

    [GeneratedRegex("""^(import|export) [^;]*["']\./(?<name>[a-z0-9]+\.js)["'];""", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex StaticImport();

    private static long Compressed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.Length;
    }
}
