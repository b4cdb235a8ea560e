using Archive.Publishing.Documents;
using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Xunit;

namespace Archive.Tests.Publishing.Documents;

/// <summary>Blocks that are read without Markdig are those that Markdig makes.</summary>
public sealed class PlainBlocksTests
{
    private static readonly MarkdownPipelineBuilder Builder = MarkdownReader.BuilderOf();

    private static readonly MarkdownPipeline Markdigs = Builder.Build();

    private static readonly MarkdownTrees Trees = new(new(Builder.BlockParsers), new(Builder.InlineParsers));

    /// <summary>Where a line may begin.</summary>
    private static readonly Gen<string> Beginnings = Gen.Elements(
        "", "", "", "", "# ", "## ", "#", "#  ", "####### ", "- ", "- ", "-  ", "-", "* ", "+ ", "1. ", "2. ", "1) ", "01. ", "1234567890. ", "> ", ">", " ", "  ", "   ", "    ", "  - ", "\t", "-\t", "| ", "|", "```", "~~~", "````", "- [ ] ", "- [x] ",
        "=", "[a]: ", "[^1]: ", "<!-- ", "\\", "- - ", "- # ", "- ```", "> - ");

    private static readonly Gen<string> Words = Gen.Elements(
            "words", "two words", "08:46", "é", " ", "  ", "1", "12. ", "3)", "*", "**", "**b**", "*e*", "_", "__", "`", "`c`", "```", "~~", "[", "]", "](x.md)", "[l](y.md)", "[x](y.md)", "[two: words!](../a_b.md#c)", "**two: words:**", "`a b`", "`` c ` ``", "\"", "a*b*c", "[a]", "]:", "]: /x", "&amp;", "\\", "<", ">", "-->", "http://a.example/b", "www.a.example",
            "|", " | ", "---", "- ", "-", "#", " #", "# ", "===", ":", "!", "\t", "\u00a0", "text", "c++")
        .ListOf().Select(parts => string.Concat(parts.Take(4)));

    private static readonly Gen<string> Lines = Gen.Frequency(
        (8, from beginning in Beginnings from words in Words select beginning + words),
        (4, Gen.Constant("")),
        (1, Gen.Elements("words", "- words", "# words", "```", "  words", "   words", "| - | - |", "| a | b |", "---", "***", "<!-- c -->", "    code", " ", "1. words", "2. words")));

    private static readonly Gen<string> Texts =
        from lines in Lines.NonEmptyListOf()
        from end in Gen.Elements("", "\n", "\n\n")
        select string.Join('\n', lines.Take(12)) + end;

    private static readonly Gen<string> Marked =
        from beginning in Gen.Elements("", "", "- ", "# ", "2. ", "> ", "| A | B |\n| - | - |\n| ")
        from parts in Gen.Elements(
            "a", "b c", " ", " ", ".", ":", "!", "é", "1", "*", "**", "***", "_", "~~", "`", "``", "[", "]", "](", ")", "(", "](x)", "](/y(z))", "](x \"t\")", "[two](x.md)", "[a `c`](x)", "![i](p.png)", "[t: u!](../x_y.md#z)", "`c`", "` c `", "`|`", "*e*", "**s**",
            "**s:**", "_u_", "<", "<b>", "&", "&amp;", "\\", "\\*", "http://a.example/b", "[www.a.example](x)", "www.a.example", "mailto:", "\"", "|", " | ", "\t", "\u00a0", "\u201c").NonEmptyListOf()
        from end in Gen.Elements("", " |\n", "  \n")
        select beginning + string.Concat(parts.Take(9)) + end;

    [Fact]
    public void Words_with_marks_are_the_same() => Prop.ForAll(Marked.ToArbitrary(), AssertSame).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void The_tree_is_the_same() => Prop.ForAll(Texts.ToArbitrary(), AssertSame).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Theory]
    [InlineData("# Heading\n\nA paragraph\nof two lines.\n")]
    [InlineData("Words above\n- an item\n- one of\n  two lines\n\n1. and\n2. numbers\n")]
    [InlineData("An `a`, a [link: here!](../a_b.md#c), **one:** and *two*\n")]
    [InlineData("```text\n# code\n\n    more\n```\n\n| A | B |\n| - | - |\n| 1 | `2` |\n")]
    public void What_is_plain_is_read_without_Markdig(string text)
    {
        var document = new MarkdownDocument();
        var blocks = new PlainBlocks(text, 0, 0, PlainWords.SignsOf(new(Builder.InlineParsers)), document);
        while (!blocks.IsAtEnd)
        {
            if (blocks.IsAtBlank) blocks.TakeLine();
            else Assert.True(blocks.TryRead(), $"line {blocks.Line}");
        }
        Assert.DoesNotContain(document.Descendants<LeafBlock>(), b => b is { ProcessInlines: true, Lines.Count: 1, Parent: not TextTable });
    }

    [Fact]
    public void A_text_that_stands_in_a_file_has_the_places_of_the_file()
    {
        var heading = Assert.IsType<HeadingBlock>(Assert.Single(Trees.Of("key: a\n---\n# One", 11, 2)));
        Assert.Equal((2, 11, 13), (heading.Line, heading.Span.Start, heading.Inline!.FirstChild!.Span.Start));
    }

    private static void AssertSame(string text)
    {
        var (expected, actual) = (Tree(Markdown.Parse(text, Markdigs), text).ToList(), Tree(Trees.Of(text, 0, 0), text).ToList());
        Assert.True(expected.SequenceEqual(actual), $"{System.Text.Json.JsonSerializer.Serialize(text)}\n{string.Join('\n', expected)}\n\nactual:\n{string.Join('\n', actual)}");
    }

    private static IEnumerable<string> Tree(MarkdownDocument document, string text)
    {
        foreach (var block in document.Descendants<Block>().Where(b => b is not (Table or TableRow or TableCell)))
        {
            yield return $"{block.GetType().Name} {block.Line}:{block.Column} {(block is HeadingBlock heading ? $"{heading.Level} {heading.IsSetext} {heading.Span.Start}" : "")}";
            if (block is ListBlock list) yield return $"{list.IsOrdered} {list.BulletType} {list.OrderedStart} {list.OrderedDelimiter} {list.IsLoose}";
            if (block is CodeBlock code) yield return $"{(code as FencedCodeBlock)?.Info} {string.Concat(code.TryGetAttributes()?.Classes ?? [])} {code.Lines}";
            if (block is LeafBlock { Inline: { } inline }) yield return string.Concat(inline.Descendants().Select(WordsOf));
        }
        yield return document.ToHtml(Markdigs);
        yield return string.Concat(document.Descendants<Block>().Select(b => TextTable.Of(b, text)).OfType<TextTable>().Select(CellsOf));
    }

    private static string WordsOf(MarkdownObject inline) =>
        $"{inline.GetType().Name} {inline.Line}:{inline.Column} {inline.Span} {inline switch { LiteralInline words => words.Content.ToString(), CodeInline code => code.Content, LinkInline link => link.Url, _ => "" }}\n";

    private static string CellsOf(TextTable table) =>
        string.Concat(Enumerable.Range(0, table.Rows * table.Width).Select(i => $"{table.TextOf(table.Cell(i / table.Width, i % table.Width), new())}|{table.LineOf(i / table.Width)}"));
}
