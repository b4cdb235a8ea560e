using System.Collections.Immutable;
using System.Text;
using Archive.Publishing.Documents;
using Xunit;

namespace Archive.Tests.Publishing.Documents;

/// <summary>Links whose address is known later.</summary>
public sealed class HtmlTextTests
{
    private static readonly MarkdownReader Reader = new(new() { Mentions = new("INC-[0-9]{3,}"), ReadsTable = (heading, _) => heading == "Data" });

    [Theory]
    [InlineData("See INC-042 and INC-043.", "<p>See [INC-042] and [INC-043].</p>")]
    [InlineData("INC-042", "<p>[INC-042]</p>")]
    [InlineData("(INC-042), INC-042's", "<p>([INC-042]), [INC-042]'s</p>")]
    [InlineData("ä🍎é — INC-042 🍎 INC-043", "<p>ä🍎é — [INC-042] 🍎 [INC-043]</p>")]
    [InlineData("a < b & INC-042", "<p>a &lt; b &amp; [INC-042]</p>")]
    [InlineData("**INC-042**", "<p><strong>[INC-042]</strong></p>")]
    [InlineData("- INC-042\n- 🍎 INC-043", "<ul>\n<li>[INC-042]</li>\n<li>🍎 [INC-043]</li>\n</ul>")]
    [InlineData("XINC-042 INC-042x INC-042-1 _INC-042 äINC-042", "<p>XINC-042 INC-042x INC-042-1 _INC-042 äINC-042</p>")]
    [InlineData("`INC-042`", "<p><code>INC-042</code></p>")]
    [InlineData("[INC-042](https://example.com)", "<p><a href=\"https://example.com/\" rel=\"noreferrer\">INC-042</a></p>")]
    [InlineData("https://example.com/INC-042", "<p><a href=\"https://example.com/INC-042\" rel=\"noreferrer\">https://example.com/INC-042</a></p>")]
    public void An_id_in_prose_is_a_hole_and_nowhere_else(string markdown, string filled) =>
        Assert.Equal(filled, Preamble(markdown).Fill(h => h.Target).Replace("<a href=\"INC-042\">INC-042</a>", "[INC-042]", StringComparison.Ordinal).Replace("<a href=\"INC-043\">INC-043</a>", "[INC-043]", StringComparison.Ordinal));

    [Theory]
    [InlineData("[one](../2025/b.md#impact)", HoleKind.InputLink, "postmortems/2025/b.md#impact")]
    [InlineData("[one](b%20c.md)", HoleKind.InputLink, "postmortems/2026/b c.md")]
    [InlineData("[one](/services/shop/#open)", HoleKind.SiteLink, "/services/shop/#open")]
    [InlineData("[one](#what-went-well)", HoleKind.Anchor, "what-went-well")]
    [InlineData("![one](../../assets/graph.png)", HoleKind.InputImage, "assets/graph.png")]
    [InlineData("![one](/assets/graph.png)", HoleKind.InputImage, "assets/graph.png")]
    [InlineData("![one](graph.png)", HoleKind.InputImage, "postmortems/2026/graph.png")]
    [InlineData("[one][two]\n\n[two]: b.md", HoleKind.InputLink, "postmortems/2026/b.md")]
    public void A_link_of_the_archive_is_a_hole(string markdown, HoleKind kind, string target)
    {
        var hole = Assert.Single(Preamble(markdown).Holes);
        Assert.Equal((kind, target), (hole.Kind, hole.Target));
    }

    [Fact]
    public void A_hole_without_an_address_leaves_its_label() =>
        Assert.Equal("<p>See <em>ä</em>🍎 and that.</p>", Preamble("See [*ä*🍎](b.md) and [that](c.md).").Fill(_ => null));

    [Fact]
    public void Addresses_and_labels_are_escaped() =>
        Assert.Equal("<p><img src=\"/x?a=&quot;&amp;b\" alt=\"a &quot;b&quot; &lt;c&gt;\"></p>", Preamble("![a \"b\" <c>](x.png)").Fill(_ => "/x?a=\"&b"));

    [Theory]
    [InlineData("[a ](b.md)")]
    [InlineData("x [ ](b.md)")]
    [InlineData("[](b.md)")]
    [InlineData("x ![ ](b.png)")]
    [InlineData("INC-042 ")]
    public void A_cell_that_ends_with_a_link_is_read(string cell)
    {
        var html = Reader.Read($"## Data\n\n| a | b |\n| --- | --- |\n| x | {cell} |\n", "f.md", 0, new()).Sections[0].Tables[0].Rows[0].Cells[1].Html;
        Assert.StartsWith(cell.Trim()[..1] is "[" ? "" : cell[..1], html.Fill(_ => null), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_rendered_before_leaves_no_trace()
    {
        const string text = "One.\n\n## Two\n\n> three\n";
        var fresh = All(new MarkdownReader(new()).Read(text, "f.md", 0, new()));
        foreach (var before in (string[])["## Data\n\n| a |\n| --- |\n| x |\n", "x", "```\nx", "- x\n  - y", "", "## Data\n\n| a |\n| --- |\n| [x ](y.md) |\n"])
        {
            Reader.Read(before, "f.md", 0, new());
            Assert.Equal(fresh, All(Reader.Read(text, "f.md", 0, new())));
        }
    }

    [Fact]
    public void An_empty_text_is_empty() => Assert.True(Reader.Read("", "f.md", 0, new()).Preamble.IsEmpty);

    [Fact]
    public void Holes_are_filled_in_order_between_bytes()
    {
        var html = new HtmlText(Encoding.UTF8.GetBytes("ä-🍎-b"), ImmutableArray.Create(new HtmlHole(0, 2, HoleKind.Mention, "x"), new HtmlHole(3, 7, HoleKind.Mention, "y")));
        Assert.Equal("<a href=\"x\">ä</a>-<a href=\"y\">🍎</a>-b", html.Fill(h => h.Target));
    }

    private static HtmlText Preamble(string markdown) => Reader.Read(markdown, "postmortems/2026/f.md", 0, new()).Preamble;

    private static string All(SectionedText text) => string.Join('|', text.Sections.Select(s => s.Html.Fill(_ => null)).Prepend(text.Preamble.Fill(_ => null)));
}
