using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;
using Xunit;

namespace Archive.Tests.Publishing.Documents;

public class MarkdownCommentTests
{
    private static string Html(string markdown) =>
        new MarkdownReader(new()).Read(markdown, "a.md", 0, new DiagnosticBag()).Preamble.Fill(_ => null).Trim();

    [Theory]
    [InlineData("One.\n\n<!-- secret -->\n\nTwo.")]
    [InlineData("One.\n\n<!--\nsecret\n\n## secret\n\n* secret\n-->\n\nTwo.")]
    [InlineData("One.\n<!-- secret -->\n\nTwo.")]
    [InlineData("<!-- secret -->\n\nOne.\n\nTwo.\n\n<!-- secret -->")]
    [InlineData("One.<!-- secret -->\n\nTwo.")]
    [InlineData("One.\n\n<!-- secret -->Two.")]
    [InlineData("One.\n\n<!-- secret\nsecret -->Two.")]
    public void A_comment_is_left_out(string markdown) => Assert.Equal("<p>One.</p>\n<p>Two.</p>", Html(markdown));

    [Fact]
    public void A_comment_in_a_list_or_a_quotation_is_left_out()
    {
        var html = Html("* One\n  <!-- secret -->\n* Two <!-- secret -->\n\n> Three\n>\n> <!-- secret\n> secret -->\n");
        Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
        Assert.All(["One", "Two", "Three"], word => Assert.Contains(word, html, StringComparison.Ordinal));
    }

    [Fact]
    public void A_comment_in_code_is_code() =>
        Assert.All(["`<!-- shown -->`", "```html\n<!-- shown -->\n```", "    <!-- shown -->"], markdown =>
            Assert.Contains("&lt;!-- shown --&gt;", Html(markdown), StringComparison.Ordinal));

    [Fact]
    public void A_comment_that_is_never_closed_is_text() =>
        Assert.Equal("<p>One. &lt;!-- shown</p>\n<p>Two.</p>", Html("One. <!-- shown\n\nTwo."));

    [Fact]
    public void Other_html_is_text() => Assert.Equal("<p>&lt;b&gt;One.&lt;/b&gt;</p>", Html("<b>One.</b>"));
}
