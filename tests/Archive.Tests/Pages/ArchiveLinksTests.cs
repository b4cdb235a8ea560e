using Archive.Incidents.Model;
using Archive.Incidents.Pages;
using Archive.Publishing.Documents;
using Archive.Publishing.Sites;
using Xunit;

namespace Archive.Tests.Pages;

public sealed class ArchiveLinksTests
{
    private static readonly IncidentArchive Archive = Sample.Whole with
    {
        Assets = System.Collections.Immutable.ImmutableSortedDictionary<string, AssetFile>.Empty
            .Add("assets/Big Graph.PNG", new("assets/Big Graph.PNG", () => [1, 2, 3]))
            .Add("assets/unused.png", new("assets/unused.png", () => throw new InvalidOperationException("nobody refers to it"))),
    };

    private static readonly SitePath Own = SitePaths.Postmortem("INC-031");

    private static string Filled(HoleKind kind, string target) =>
        new ArchiveLinks(Archive, InternalRendering.Address).Fill(Sample.Html("label", new HtmlHole(0, 5, kind, target)), Own)!.ToString(); // it is not empty

    [Theory]
    [InlineData(HoleKind.Mention, "inc-030", "/archive/postmortems/inc-030/")]
    [InlineData(HoleKind.InputLink, "postmortems/2026/INC-044.md#impact", "/archive/postmortems/inc-044/#impact")]
    [InlineData(HoleKind.InputLink, "pages/how-we-write.md", "/archive/handbook/how-we-write/")]
    [InlineData(HoleKind.SiteLink, "/services/settlement/#open", "/archive/services/settlement/#open")]
    [InlineData(HoleKind.SiteLink, "//evil.example/", "/archive/evil.example/")]
    [InlineData(HoleKind.Anchor, "impact", "#impact")]
    public void A_link_leads_to_its_page(HoleKind kind, string target, string href) =>
        Assert.Equal($"<a href=\"{href}\">label</a>", Filled(kind, target));

    [Theory]
    [InlineData(HoleKind.Mention, "INC-031")] // itself
    [InlineData(HoleKind.Mention, "INC-999")]
    [InlineData(HoleKind.InputLink, "postmortems/2026/gone.md")]
    [InlineData(HoleKind.InputImage, "assets/gone.png")]
    public void Where_there_is_nothing_to_lead_to_the_label_stands_alone(HoleKind kind, string target) => Assert.Equal("label", Filled(kind, target));

    [Fact]
    public void An_asset_that_is_shown_becomes_a_file_named_by_its_bytes_and_others_do_not()
    {
        var links = new ArchiveLinks(Archive, InternalRendering.Address);
        var image = links.Fill(Sample.Html("label", new HtmlHole(0, 5, HoleKind.InputImage, "assets/Big Graph.PNG")), Own)!.ToString(); // it is not empty
        Assert.Equal("<img src=\"/archive/files/big-graph.039058c6f2.png\" alt=\"label\">", image);
        Assert.Equal("files/big-graph.039058c6f2.png", Assert.Single(links.AssetPages()).Path.File);
    }

    [Fact]
    public void A_broken_link_is_left_to_the_link_check_and_an_unknown_id_is_not()
    {
        var body = PostmortemBody.Empty with
        {
            Links =
            [
                new(HoleKind.InputLink, "gone.md", "../gone.md", new("a.md", 3)),
                new(HoleKind.Mention, "INC-999", "INC-999", new("a.md", 4)),
                new(HoleKind.Anchor, "impact", "#impact", new("a.md", 5)),
            ],
        };
        Assert.Equal([null, "/postmortems/inc-031/#impact"], new ArchiveLinks(Archive, InternalRendering.Address).LinksOf(body, Own).Select(l => l.Url));
    }

    [Fact]
    public void A_planned_page_carries_its_links_and_its_assets_are_pages()
    {
        var body = PostmortemBody.Empty with { Links = [new(HoleKind.InputImage, "assets/Big Graph.PNG", "../assets/Big%20Graph.PNG", new("a.md", 3))] };
        var site = new InternalRendering(Archive with { Postmortems = [Sample.Final() with { Body = body }] }).Site;
        var link = Assert.Single(site.ByFile["postmortems/inc-030/index.html"].Links);
        Assert.Contains(link.Url![1..], site.ByFile.Keys);
        Assert.DoesNotContain(site.Pages, p => p.Path.File.StartsWith("assets/", StringComparison.Ordinal) && p.Path.File.Contains("unused", StringComparison.Ordinal));
    }
}
