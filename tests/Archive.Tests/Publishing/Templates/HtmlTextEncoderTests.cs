using System.Globalization;
using System.Text;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;
using Xunit;

namespace Archive.Tests.Publishing.Templates;

public sealed class HtmlTextEncoderTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a & b < c > d \"e\" 'f'", "a &amp; b &lt; c &gt; d &quot;e&quot; &#39;f&#39;")]
    [InlineData("<script>", "&lt;script&gt;")]
    [InlineData("größe = 障害 `x` 💥 \u00a0", "größe = 障害 `x` 💥 \u00a0")]
    [InlineData("a\tb\nc\rd", "a\tb\nc\rd")]
    [InlineData("a\0b\u0001c\u001bd\u007fe\u0085f", "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf")]
    public void Only_markup_is_escaped_and_only_control_characters_are_replaced(string text, string html)
    {
        Assert.Equal(html, Encoded((encoder, to) => encoder.Encode(text, to)));
        Assert.Equal(html, Encoded((encoder, to) => encoder.Encode(new StringBuilder(text), to)));
        Assert.Equal(html, Encoded((encoder, to) => encoder.Encode(text.GetEnumerator(), to)));
    }

    [Fact]
    public void Half_a_surrogate_pair_does_not_break_the_page()
    {
        var theme = new Theme("internal", [TemplateSetTests.File("internal/page.hbs", "[{{text}}]")]);
        var page = Page.Of(SitePath.Root, new Template<Words>("internal/page"), () => new("a\ud83d"));
        Assert.Equal("[a\ufffd]", Encoding.UTF8.GetString(SiteRenderer.Render(page, new(theme, new(new("https://x.org/"))))));
    }

    private static string Encoded(Action<HtmlTextEncoder, TextWriter> encode)
    {
        using var to = new StringWriter(CultureInfo.InvariantCulture);
        encode(new(), to);
        return to.ToString();
    }

    private sealed record Words(string Text);
}
