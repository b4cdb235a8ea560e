using Archive.Publishing.Documents;
using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Xunit;

namespace Archive.Tests.Publishing.Documents;

/// <summary>Tables that are read without Markdig have the cells that Markdig gives them.</summary>
public sealed class PlainTablesTests
{
    private static readonly MarkdownPipeline Without = Pipeline(new ParagraphBlockParser());

    private static readonly MarkdownPipeline With = Pipeline(new PlainTables());

    private static readonly Gen<string> Cells = Gen.Elements(
            "a", "two words", "08:46", "é", "1", " ", " ", " ", " ", "|", "||", "[", "]", "(", ")", "](x.md)", "](y \"t\")", "[l](y.md)", "[ref]", "[ref", "`", "``", "`c`", "*", "**", "*e*", "_", "~~", "!", "&amp;", "&", "\\", "<", ">",
            "\"", "http://a.example", "www.a.example", "mailto:a@b.example", "tel:12", "http", "<http://a.example>", "![i](p.png)", "\t", "\u00a0", "-", ":", "#")
        .NonEmptyListOf().Select(parts => $" {string.Concat(parts.Take(6))} ");

    private static readonly Gen<string> Rows = Cells.ArrayOf(3).Select(cells => $"|{string.Join('|', cells)}|\n");

    private static readonly Gen<string> Texts =
        from before in Gen.Elements("", "", "", "words\n", "words\n\n", "- ", "> ")
        from headers in Gen.Frequency((8, Gen.Constant("| A | B | C |\n")), (1, Rows))
        from rule in Gen.Frequency((8, Gen.Elements("| --- | :-: | --: |\n", "|-|-|-|\n", "|---|---|---|  \n")), (1, Rows))
        from rows in Gen.Frequency((8, Rows), (1, Gen.Elements("| a |\n", "a | b | c\n", "| a | b | c\n", "  | a | b | c | d |  \n", "words\n", "---\n", "\n"))).ListOf()
        from after in Gen.Elements("", "\nwords\n", "\n[ref]: http://q.example\n")
        select before + headers + rule + string.Concat(rows.Take(4)) + after;

    [Fact]
    public void The_cells_are_the_same() => Prop.ForAll(Texts.ToArbitrary(), text => Read(text, With).SequenceEqual(Read(text, Without))).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));

    [Theory]
    [InlineData("| plain | words | 12 % |")]
    [InlineData("| `code` | *marks* and **more** | [a link](x.md) |")]
    [InlineData("| INC-012 | see http://a.example now | Q & A |")]
    [InlineData("| a | | [x](https://a.example/b) |")]
    [InlineData("| `http_hits` is *up* | b | c |")]
    public void A_usual_row_is_read_without_Markdig(string row) => Assert.NotNull(Plain(row));

    [Theory]
    [InlineData(@"| a \| b | c | d |")]
    [InlineData("| `a | b` | c | d |")]
    [InlineData("| [a | b](x) | c | d |")]
    [InlineData("| http://a.example| b | c |")]
    [InlineData("| <http://a.example?|> | b | c |")]
    [InlineData("a | b | c")]
    [InlineData("|| b | c |")]
    public void What_may_reach_over_a_bar_is_left_to_Markdig(string row) => Assert.Null(Plain(row));

    private static TextTable? Plain(string row) => Markdown.Parse($"| A | B | C |\n| --- | --- | --- |\n{row}\n", With).OfType<TextTable>().FirstOrDefault();

    private static IEnumerable<string> Read(string text, MarkdownPipeline pipeline)
    {
        foreach (var block in Markdown.Parse(text, pipeline).Descendants<Block>().Where(b => b is TextTable or Table or HeadingBlock or ParagraphBlock { Parent: not TableCell }))
        {
            yield return block is TextTable or Table ? "table" : $"{block.GetType().Name} {block.Line}";
            if (TextTable.Of(block, text) is not { } table) continue;
            for (var i = 0; i < table.Rows * table.Width; i++) yield return Cell(table, i / table.Width, i % table.Width);
        }
    }

    private static string Cell(TextTable table, int row, int column)
    {
        var inlines = table.Cell(row, column).Inline?.Descendants().Where(o => o is not LiteralInline { Content.IsEmpty: true }).ToList() ?? [];
        var marks = inlines is [LiteralInline] ? "" : string.Concat(inlines.Select(o => o is LiteralInline words ? words.Content.ToString() : $" {o.GetType().Name} {o.Line}:{o.Column} "));
        return $"{row} {column} {table.IsRight(column)} {table.TextOf(table.Cell(row, column), new())} {marks}";
    }

    private static MarkdownPipeline Pipeline(ParagraphBlockParser paragraphs)
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().DisableHtml().UsePipeTables().UseTaskLists().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);
        builder.BlockParsers.ReplaceOrAdd<ParagraphBlockParser>(paragraphs);
        builder.InlineParsers.Insert(0, new BoundedAddresses());
        builder.InlineParsers.Add(new PlainWords());
        return builder.Build();
    }
}
