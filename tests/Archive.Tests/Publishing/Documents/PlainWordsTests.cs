using Archive.Publishing.Documents;
using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Xunit;

namespace Archive.Tests.Publishing.Documents;

/// <summary>Words that are read in one step make the tree that Markdig makes of them letter by letter.</summary>
public sealed class PlainWordsTests
{
    private static readonly MarkdownPipeline Without = Pipeline().Build();

    private static readonly MarkdownPipeline With = WithPlainWords();

    private static readonly Gen<string> Texts = Gen.Elements(
            "the", "http", "https://a.example/b", "www.", "www.a.example", "ftp", "ftp://a.example", "mailto:", "mailto:a@b.example", "tel:", "tel:12", "h", "w", "f", "m", "t", "awww.b.example",
            " ", "  ", "\n", "  \n", "\n\n", "*", "**", "_", "~~", "`", "[", "](", ")", "](x)", "!", "<", ">", "&amp;", "&", "\\", "|", "| - |", "# ", "- ", "1. ", "é", "\t")
        .NonEmptyListOf().Select(parts => string.Concat(parts));

    [Fact]
    public void The_tree_is_the_same() => Prop.ForAll(Texts.ToArbitrary(), text => Tree(text, With).SequenceEqual(Tree(text, Without))).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void Words_are_one_piece_up_to_the_next_sign() =>
        Assert.Equal("when the host waits for mail, ", Markdown.Parse("when the host waits for mail, *then* it fails", With).Descendants<LiteralInline>().First().Content.ToString());

    [Theory]
    [InlineData("see http://a.example/b for more")]
    [InlineData("see www.a.example for more")]
    [InlineData("write to mailto:a@b.example or tel:12")]
    public void An_address_among_words_is_found(string text) => Assert.NotEmpty(Markdown.Parse(text, With).Descendants<LinkInline>());

    private static IEnumerable<string> Tree(string text, MarkdownPipeline pipeline) => Markdown.Parse(text, pipeline).Descendants()
        .Select(o => $"{o.GetType().Name} {o.Line}:{o.Column} {o.Span.Start}-{o.Span.End} {(o is LiteralInline literal ? literal.Content.ToString() : "")}");

    private static MarkdownPipelineBuilder Pipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().DisableHtml().UsePipeTables().UseTaskLists().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);
        builder.InlineParsers.Insert(0, new BoundedAddresses());
        return builder;
    }

    private static MarkdownPipeline WithPlainWords()
    {
        var builder = Pipeline();
        builder.InlineParsers.Add(new PlainWords());
        return builder.Build();
    }
}
