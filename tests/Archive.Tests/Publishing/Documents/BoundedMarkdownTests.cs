using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers.Inlines;
using Xunit;

namespace Archive.Tests.Publishing.Documents;

/// <summary>The bounds that keep reading linear change nothing that anybody writes.</summary>
public sealed class BoundedMarkdownTests
{
    private const int Rounds = 3000;

    private static readonly string[] Parts =
    [
        "[a](", "[a]", "[", "](", ")", "(", "((", "))", "![b](", "<", ">", "\\", "\\(", " ", " ", "\n", "\n\n", "\"t\"", "(t)", " (t", "'", "x", "word ", "`", "**", "*", "_", "~~",
        "http://a.example/b", "http://", "www.a.example", "(www.a.example/(b))", "mailto:a@b.example", "ftp://a.example(", "<http://a.example>", "| a | b |\n", "|-|-|\n", "- ", "> ", "# ", "[a]: /b (t)\n", "\n[a]: /b\n", "&amp;", "é",
    ];

    private static readonly MarkdownPipeline Unbounded = Usual().UseAutoLinks().Build();

    private static readonly MarkdownPipeline Bounded = WithBounds();

    [Fact]
    public void What_is_within_the_bounds_is_rendered_as_without_them()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var text = Written(new Random(seed));
            Assert.True(Markdown.ToHtml(text, Unbounded) == Markdown.ToHtml(text, Bounded), $"seed {seed}: {text}");
        }
    }

    [Theory]
    [InlineData(32, "<a ")]
    [InlineData(33, "[x](")]
    public void An_address_may_hold_as_many_open_brackets_as_the_bound_says(int brackets, string html) =>
        Assert.StartsWith($"<p>{html}", Html($"[x](https://a.example/{new string('(', brackets)}b{new string(')', brackets)})"), StringComparison.Ordinal);

    [Fact]
    public void A_label_before_a_hopeless_address_still_names_one_that_is_defined() =>
        Assert.StartsWith("<p><a href=\"https://a.example/\"", Html($"[x]({new string('(', 40)}\n\n[x]: https://a.example/\n"), StringComparison.Ordinal);

    [Fact]
    public void Many_openings_before_one_closing_mark_are_one_comment() =>
        Assert.Equal("<p>One.</p>\n<p>Two.</p>", Html("One.<!-- a <!-- b <!-- c -->\n\n<!-- d\n<!-- e\n-->\n\nTwo."));

    [Fact]
    public void Equal_headings_are_numbered_in_order() =>
        Assert.Equal(["a", "a-2", "a-2-2", "a-3", "main-2"], Read("# a\n\n# a\n\n# a 2\n\n# a\n\n# main\n").Sections.Select(s => s.Anchor));

    [Theory]
    [InlineData("[a][")]
    [InlineData("[![](")]
    public void A_tree_that_can_be_read_but_not_written_is_refused_where_it_stands(string part)
    {
        var problems = new DiagnosticBag();
        var deep = string.Concat(Enumerable.Repeat(part, 5000));
        new MarkdownReader(new()).Read($"# One\n\nWords.\n\n{deep}\n\nMore.\n", "a.md", 10, problems);
        Assert.Equal(["a.md:15 markdown-too-deep"], problems.Sorted().Select(f => $"{f.Location.Path}:{f.Location.Line} {f.Code}"));
    }

    [Fact]
    public void A_heading_of_marks_in_marks_is_refused_before_its_words_are_taken()
    {
        var problems = new DiagnosticBag();
        new MarkdownReader(new()).Read($"Words.\n\n# {string.Concat(Enumerable.Repeat("[a][", 5000))}\n", "a.md", 0, problems);
        Assert.Equal(["markdown-too-deep"], problems.Sorted().Select(f => f.Code));
    }

    [Fact]
    public void A_table_of_a_million_cells_is_refused_where_it_begins()
    {
        var problems = new DiagnosticBag();
        var row = string.Concat(Enumerable.Repeat("a|", 1000));
        new MarkdownReader(new()).Read($"Words.\n\n{row}\n{row.Replace('a', '-')}\n{string.Concat(Enumerable.Repeat("x|\n", 1000))}", "a.md", 10, problems);
        Assert.Equal(["13 table-too-large"], problems.Sorted().Select(f => $"{f.Location.Line} {f.Code}"));
    }

    private static string Written(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Parts[random.Next(Parts.Length)]));

    private static MarkdownPipelineBuilder Usual() => new MarkdownPipelineBuilder().UsePreciseSourceLocation().DisableHtml().UsePipeTables().UseTaskLists().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);

    private static MarkdownPipeline WithBounds()
    {
        var builder = Usual();
        builder.InlineParsers.ReplaceOrAdd<LinkInlineParser>(new BoundedLinks());
        builder.InlineParsers.Insert(0, new BoundedAddresses());
        return builder.Build();
    }

    private static SectionedText Read(string markdown) => new MarkdownReader(new()).Read(markdown, "a.md", 0, new DiagnosticBag());

    private static string Html(string markdown) => Read(markdown).Preamble.Fill(_ => null).Trim();
}
