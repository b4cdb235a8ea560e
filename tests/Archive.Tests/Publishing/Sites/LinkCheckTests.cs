using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Sites;
using Xunit;

namespace Archive.Tests.Publishing.Sites;

public sealed class LinkCheckTests
{
    private static readonly SourceLocation Place = new("postmortems/a.md", 12, 5, 9);

    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/services/identity/")]
    [InlineData("/services/identity")]
    [InlineData("/services/identity/index.html")]
    [InlineData("/services/identity/?from=mail")]
    [InlineData("/services/identity/#open")]
    [InlineData("/services/identity/#")]
    [InlineData("/services/identity/#top")]
    [InlineData("/services/identity/#k%C3%B6ln")]
    [InlineData("/caf%C3%A9/")]
    [InlineData("/café/")]
    [InlineData("/api/data.json")]
    [InlineData("/api/data.json#")]
    public void A_link_to_what_is_there_is_no_finding(string url) => Assert.Empty(Findings(url));

    [Theory]
    [InlineData("/nowhere/at/all/")]
    [InlineData("/services/Identity/")]
    [InlineData("services/identity/")]
    [InlineData("//services/identity/")]
    [InlineData("/services/")]
    [InlineData("/api/data.json/")]
    [InlineData("")]
    [InlineData(null)]
    public void A_link_to_nothing_is_found_at_its_place(string? url)
    {
        var finding = Assert.Single(Findings(url));
        Assert.Equal(("broken-link", FindingLevel.Error, Place), (finding.Code, finding.Level, finding.Location));
        Assert.Contains("'as written'", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/services/identity/#opened-ones")]
    [InlineData("/services/identity/#Open")]
    [InlineData("/api/data.json#open")]
    [InlineData("/#open")]
    public void An_anchor_that_the_page_does_not_have_is_found_at_its_place(string url)
    {
        var finding = Assert.Single(Findings(url));
        Assert.Equal(("broken-anchor", FindingLevel.Error, Place), (finding.Code, finding.Level, finding.Location));
    }

    [Theory]
    [InlineData("/service/identity/", "Did you mean '/services/identity/'?")]
    [InlineData("/services/Identity", "Did you mean '/services/identity/'?")]
    [InlineData("/archive/services/identity/", "Did you mean '/services/identity/'?")]
    [InlineData("/services/identity/#opne", "Did you mean '#open'?")]
    public void A_hint_names_what_was_meant(string url, string hint) => Assert.Equal(hint, Assert.Single(Findings(url)).Hint);

    [Fact]
    public void A_document_on_two_pages_is_found_broken_once()
    {
        var link = new PageLink("x", null, Place);
        var problems = new DiagnosticBag();
        LinkCheck.Check(new([Text("a/index.html") with { Links = [link] }, Text("b/index.html") with { Links = [link] }]), problems);
        Assert.Equal(1, problems.Count);
    }

    [Fact]
    public void Every_broken_link_is_a_finding_of_its_own()
    {
        var problems = new DiagnosticBag();
        var links = Enumerable.Range(1, 30).Select(line => new PageLink("x", "/nowhere/", new("a.md", line)));
        LinkCheck.Check(new([Text("index.html") with { Links = [.. links] }]), problems);
        Assert.Equal(30, problems.Count);
    }

    private static ImmutableArray<Diagnostic> Findings(string? url)
    {
        var problems = new DiagnosticBag();
        LinkCheck.Check(new(
        [
            Text("index.html") with { Links = [new("as written", url, Place)] },
            Text("services/identity/index.html") with { Anchors = ["open", "köln"] },
            Text("café/index.html"),
            Text("api/data.json"),
        ]), problems);
        return problems.Sorted();
    }

    private static Page Text(string file) => Page.OfText(SitePath.OfFile(file), _ => { });
}
