using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Publishing.Documents;

/// <summary>Nothing that a person writes in Markdown runs, hides or leads where it may not.</summary>
public sealed class MarkdownSafetyTests
{
    private static readonly string[] Schemes = ["http", "https", "mailto"];

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("one <script>alert(1)</script> two")]
    [InlineData("<SCRIPT SRC=//evil.example></SCRIPT>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("- <svg onload=alert(1)>")]
    [InlineData("> <iframe srcdoc='<script>alert(1)</script>'>")]
    [InlineData("## <b onclick=alert(1)>Head</b>")]
    [InlineData("### <style>*{display:none}</style>")]
    [InlineData("| <script>alert(1)</script> |\n| --- |\n| <img src=x onerror=alert(1)> |")]
    [InlineData("`<script>alert(1)</script>`")]
    [InlineData("```html\" onclick=\"alert(1)\n<script>alert(1)</script>\n```")]
    [InlineData("```<script>\nx\n```")]
    [InlineData("    <script>alert(1)</script>")]
    [InlineData("<!-- --><script>alert(1)</script><!-- -->")]
    [InlineData("<!--><script>alert(1)</script>-->")]
    [InlineData("<![CDATA[<script>alert(1)</script>]]>")]
    [InlineData("<?php echo 1 ?><!DOCTYPE html>")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("&#60;script&#62;alert(1)&#60;/script&#62;")]
    [InlineData("\\<script>alert(1)\\</script>")]
    [InlineData("[<script>alert(1)</script>](https://example.com)")]
    [InlineData("[a](https://example.com \"x\\\" onmouseover=\\\"alert(1)\")")]
    [InlineData("[a](https://example.com/\"onmouseover=\"alert(1))")]
    [InlineData("[a](<https://example.com/\" onmouseover=\"alert(1)>)")]
    [InlineData("![x\" onerror=\"alert(1)](a.png)")]
    [InlineData("![<script>](a.png)")]
    [InlineData("<https://example.com/\"onmouseover=\"alert(1)>")]
    [InlineData("https://example.com/\"onmouseover=\"alert(1)")]
    [InlineData("**<b>**~~<i>~~*<u>*")]
    [InlineData("- [ ] <input onfocus=alert(1) autofocus>")]
    [InlineData("INC-042<script>alert(1)</script>INC-042")]
    public void Html_is_shown_as_text(string markdown)
    {
        foreach (var place in (string[])[markdown, $"## Head\n\n{markdown}\n", $"## Timeline\n\n| Time | Event |\n| --- | --- |\n| 14:02 | {markdown.Replace('\n', ' ')} |\n"]) AssertHarmless(place);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("javascript&colon;alert(1)")]
    [InlineData("java&#10;script:alert(1)")]
    [InlineData("java&#x09;script&#58;alert(1)")]
    [InlineData("&#1;javascript:alert(1)")]
    [InlineData("&#106;avascript:alert(1)")]
    [InlineData("vbscript:msgbox(1)")]
    [InlineData("data:text/html;base64,PHNjcmlwdD4=")]
    [InlineData("data:image/svg+xml,x")]
    [InlineData("blob:https://example.com/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.com/x")]
    [InlineData("tel:+49123")]
    [InlineData("view-source:https://example.com")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\\\\\evil.example")]
    [InlineData("/&#9;/evil.example")]
    [InlineData("/&#10;/evil.example")]
    [InlineData("&#47;&#47;evil.example")]
    [InlineData("https:")]
    [InlineData("x:y")]
    public void An_address_of_another_kind_is_refused_wherever_it_stands(string address)
    {
        foreach (var markdown in (string[])[$"[a]({address})", $"[a](<{address}>)", $"[a](< {address} >)", $"[a][b]\n\n[b]: {address}", $"[a]\n\n[a]: <{address}>", $"![a]({address})", $"[![a](b.png)]({address})"])
        {
            var problems = AssertHarmless(markdown);
            Assert.Equal(["unsafe-address"], problems.Sorted().Codes());
        }
    }

    [Theory]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<JAVASCRIPT:alert(1)>")]
    [InlineData("<data:text/html,x>")]
    [InlineData("<vbscript:x>")]
    public void An_address_between_angle_brackets_is_refused_and_shown(string markdown)
    {
        var problems = AssertHarmless(markdown);
        Assert.Equal(["unsafe-address"], problems.Sorted().Codes());
        Assert.Contains(markdown[1..^1], Text(markdown), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript%3Aalert(1)")]
    [InlineData("./javascript:alert(1)")]
    [InlineData("%2F%2Fevil.example")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("..\\..\\..\\secret.md")]
    [InlineData("%2e%2e/%2e%2e/%2e%2e/secret.md")]
    public void What_looks_like_a_file_leads_nowhere_until_it_is_one(string address)
    {
        AssertHarmless($"[a]({address})");
        Assert.Empty(Document($"[a]({address})").QuerySelectorAll("a"));
    }

    [Theory]
    [InlineData("[a](https://example.com/x?y=1&z=2#w)", "https://example.com/x?y=1&z=2#w")]
    [InlineData("[a]( HTTPS://Example.com )", "https://example.com/")]
    [InlineData("[a](mailto:ops@example.com)", "mailto:ops@example.com")]
    [InlineData("<https://example.com/x>", "https://example.com/x")]
    [InlineData("<ops@example.com>", "mailto:ops@example.com")]
    [InlineData("see https://example.com/x.", "https://example.com/x")]
    [InlineData("see www.example.com", "http://www.example.com/")]
    public void An_address_elsewhere_that_is_safe_is_a_link(string markdown, string href) =>
        Assert.Equal(href, Document(markdown).QuerySelector("a")?.GetAttribute("href"));

    [Fact]
    public void A_picture_from_elsewhere_is_a_link_so_that_no_foreign_host_learns_who_reads()
    {
        var document = Document("![the graph](https://example.com/x.png)");
        Assert.Empty(document.QuerySelectorAll("img"));
        Assert.Equal("the graph", document.QuerySelector("a[href='https://example.com/x.png']")?.TextContent);
    }

    [Theory]
    [InlineData("[out [in](https://example.com/in)](https://example.com/out)")]
    [InlineData("[INC-042](https://example.com/out)")]
    [InlineData("[see <https://example.com/in>](https://example.com/out)")]
    [InlineData("[see https://example.com/in](https://example.com/out)")]
    [InlineData("[see ![x](y.png)](https://example.com/out)")]
    public void No_link_stands_in_a_link(string markdown) => Assert.Empty(Document(markdown).QuerySelectorAll("a a, a img"));

    [Theory]
    [InlineData("x &#0; y &#1; z")]
    [InlineData("&#xD800; &#xFFFF; &#x110000; &#27;[31m")]
    public void Characters_that_no_feed_can_hold_are_shown_as_such(string markdown)
    {
        var text = new MarkdownReader(new()).Read($"## Impact\n\n{markdown}\n", "a/f.md", 0, new()).Sections[0];
        Assert.All((string[])[text.FirstParagraph, text.Html.Fill(_ => null)], t => Assert.All(t, c => Assert.True(System.Xml.XmlConvert.IsXmlChar(c), $"U+{(int)c:X4}")));
    }

    private static DiagnosticBag AssertHarmless(string markdown)
    {
        var problems = new DiagnosticBag();
        var document = Document(markdown, problems);
        Assert.Empty(document.QuerySelectorAll("script, style, iframe, object, embed, svg, math, base, meta, form, template, noscript, link"));
        Assert.All(document.All, e => Assert.All(e.Attributes, a => Assert.False(a.Name.StartsWith("on", StringComparison.Ordinal) || a.Name is "style" or "srcdoc" or "autofocus", $"{a.Name} in {e.OuterHtml}")));
        Assert.All(document.QuerySelectorAll("[href], [src]"), e =>
        {
            var address = e.GetAttribute("href") ?? e.GetAttribute("src");
            Assert.True(address is ['#', ..] or "/filled" || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme)), e.OuterHtml);
        });
        return problems;
    }

    private static string Text(string markdown) => Document(markdown).Body!.TextContent; // every document has a body

    /// <summary>All that is rendered, with every hole filled that leads to a file that is there.</summary>
    private static IDocument Document(string markdown, DiagnosticBag? problems = null)
    {
        var reader = new MarkdownReader(new() { Mentions = new("INC-[0-9]{3,}"), ReadsTable = (heading, _) => heading == "Timeline" });
        var text = reader.Read(markdown, "postmortems/2026/f.md", 0, problems ?? new());
        var html = text.Sections.SelectMany(s => s.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Select(c => c.Html).Prepend(s.Html)).Prepend(text.Preamble);
        return new HtmlParser().ParseDocument(string.Concat(html.Select(h => h.Fill(hole => hole.Kind == HoleKind.Mention ? "/filled" : null))));
    }
}
