using Archive.Publishing.Documents;
using Xunit;

namespace Archive.Tests.Publishing.Documents;

/// <summary>The words of a text as a reader sees them.</summary>
public sealed class TextRunReaderTests
{
    [Theory]
    [InlineData("one *two* `three` [four](https://x.example/) five", "one two three four five")]
    [InlineData("one\ntwo", "one two")]
    [InlineData("a < b && c > \"d\"", "a < b && c > \"d\"")]
    [InlineData("a \\* b &copy; <https://x.example/?a=1&b=2>", "a * b © https://x.example/?a=1&b=2")]
    [InlineData("see ![the graph](graph.png) there", "see the graph there")]
    [InlineData("INC-012 came back", "INC-012 came back")]
    [InlineData("<b>bold</b>", "<b>bold</b>")]
    public void Marks_links_and_entities_are_gone(string markdown, string words) =>
        Assert.Equal([(TextRunKind.Prose, words, "top")], RunsOf(markdown));

    [Fact]
    public void Each_block_is_a_run_of_its_own() => Assert.Equal(
        ["first", "second", "an item", "another", "nested", "quoted", "Time Event", "14:02 It began", "last"],
        RunsOf("first\n\nsecond\n\n- an item\n- another\n  - nested\n\n> quoted\n\n| Time | Event |\n| --- | --- |\n| 14:02 | It *began* |\n\nlast").Select(r => r.Text));

    [Fact]
    public void Code_keeps_its_lines_and_everything_in_them() => Assert.Equal(
        [(TextRunKind.Prose, "before", "top"), (TextRunKind.Code, "if (a < b)\n  throw \"x\"; // <p>", "top"), (TextRunKind.Prose, "after", "top")],
        RunsOf("before\n\n```cs\nif (a < b)\n  throw \"x\"; // <p>\n```\n\nafter"));

    [Fact]
    public void A_run_knows_the_heading_that_it_stands_under() => Assert.Equal(
        [
            (TextRunKind.Prose, "zero", "top"), (TextRunKind.Heading, "Why & how", "why-how"), (TextRunKind.Prose, "one", "why-how"),
            (TextRunKind.Heading, "Why & how", "why-how-2"), (TextRunKind.Prose, "two", "why-how-2"),
        ],
        RunsOf("zero\n\n### Why & how\n\none\n\n#### Why & how\n\ntwo"));

    [Fact]
    public void Nothing_gives_nothing() => Assert.Empty(new TextRunReader().Of(HtmlText.Empty, "top"));

    [Fact]
    public void A_string_of_HTML_is_read_the_same_way() => Assert.Equal(
        [(TextRunKind.Heading, "What", "what"), (TextRunKind.Prose, "one ö", "what")],
        Read(new TextRunReader().Of("<h3 id=\"what\">What</h3>\n<p>one <a href=\"/x/\" rel=\"y\">ö</a></p>", null)));

    [Fact]
    public void The_texts_of_a_document_stay_until_the_next_begins()
    {
        var reader = new TextRunReader();
        var first = reader.Of("<p>first</p>", null)[0].Text;
        var longer = reader.Of($"<p>{new string('a', 100_000)}</p>", null)[0].Text;
        Assert.Equal(("first", 100_000), (first.ToString(), longer.Length));
        reader.Clear();
        Assert.Equal("next", reader.Of("<p>next</p>", null)[0].Text.ToString());
    }

    [Theory]
    [InlineData("&quot;a&quot; &amp; &lt;b&gt;", "\"a\" & <b>")]
    [InlineData("&copy; &#x1F600; &amp;copy; &nothing; &", "© 😀 &copy; &nothing; &")]
    public void Entities_are_characters_again(string html, string words) => Assert.Equal([(TextRunKind.Prose, words, null)], Read(new TextRunReader().Of($"<p>{html}</p>", null)));

    private static List<(TextRunKind Kind, string Text, string? Anchor)> RunsOf(string markdown)
    {
        var text = new MarkdownReader(new() { Mentions = new("INC-[0-9]+") }).Read($"## Top\n\n{markdown}", "a.md", 0, new());
        return Read(new TextRunReader().Of(text.Sections.Single().Html, text.Sections.Single().Anchor));
    }

    private static List<(TextRunKind Kind, string Text, string? Anchor)> Read(IReadOnlyList<TextRun> runs) => [.. runs.Select(r => (r.Kind, r.Text.ToString(), r.Anchor))];
}
