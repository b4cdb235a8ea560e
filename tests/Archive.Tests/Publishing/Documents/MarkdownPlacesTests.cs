using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Publishing.Documents;

/// <summary>A finding about Markdown stands where the person wrote the text, counted in the file and not in the body.</summary>
public sealed class MarkdownPlacesTests
{
    private const int Before = 10;

    [Theory]
    [InlineData("[a](javascript:x)", "11:1")]
    [InlineData("see [a](javascript:x)", "11:5")]
    [InlineData("one\ntwo [a](javascript:x)", "12:5")]
    [InlineData("- one\n- see [a](javascript:x)", "12:7")]
    [InlineData("> one\n> see [a](javascript:x)", "12:7")]
    [InlineData("ä🍎 [a](javascript:x)", "11:5")]
    [InlineData("**see [a](javascript:x)**", "11:7")]
    [InlineData("## Head\n\n### See [a](javascript:x)", "13:9")]
    [InlineData("| a | b |\n| --- | --- |\n| one | see [a](javascript:x) |", "13:13")]
    [InlineData("see <javascript:x>", "11:5")]
    [InlineData("see [a][b]\n\n[b]: javascript:x", "11:5")]
    [InlineData("see ![a](javascript:x)", "11:5")]
    public void A_refused_link_is_found_where_it_begins(string markdown, string place)
    {
        var problems = new DiagnosticBag();
        new MarkdownReader(new()).Read(markdown, "a/f.md", Before, problems);
        Assert.Equal([$"{place} unsafe-address"], problems.Sorted().Places("a/f.md"));
    }

    [Theory]
    [InlineData("get it from ftp://example.com/x")]
    [InlineData("call tel:+441234567890")]
    public void An_address_that_nobody_made_a_link_is_text_and_no_finding(string markdown)
    {
        var problems = new DiagnosticBag();
        var text = new MarkdownReader(new()).Read(markdown, "a/f.md", Before, problems);
        Assert.Empty(problems.Sorted());
        Assert.Equal($"<p>{markdown}</p>", text.Preamble.Fill(_ => null));
    }

    [Fact]
    public void A_heading_that_is_named_like_a_part_of_the_page_gets_another_anchor()
    {
        var text = new MarkdownReader(new() { ReservedAnchors = ["main", "related"] }).Read("## Main\n\na\n\n## Related\n\n### Related\n\nb\n", "a/f.md", Before, new());
        Assert.Equal(["main-2", "related-2"], text.Sections.Select(s => s.Anchor));
        Assert.Equal("related-3", text.Sections[1].Subheadings[0].Anchor);
    }

    [Theory]
    [InlineData("[a](b.md)", "a/f.md:11:1")]
    [InlineData("one\n\n1. see [a](/b/)", "a/f.md:13:8")]
    [InlineData("| a | b |\n| --- | --- |\n| ![x](y.png) | |", "a/f.md:13:3")]
    public void A_link_of_the_archive_has_its_place(string markdown, string place) =>
        Assert.Equal(place, Assert.Single(Read(markdown).Links).Location.ToString());

    [Theory]
    [InlineData("TODO", "13:1")]
    [InlineData("it cost TBD, they say", "13:9")]
    [InlineData("one\ntwo TODO", "14:5")]
    [InlineData("- one\n- two\n  - (TODO)", "15:6")]
    [InlineData("> one\n> TODO", "14:3")]
    [InlineData("ä🍎 TODO", "13:5")]
    [InlineData("**so TODO**", "13:6")]
    [InlineData("so `TODO` and TODO", "13:15")]
    [InlineData("a &amp; b TODO", "13:11")]
    [InlineData("a \\* b TODO", "13:8")]
    [InlineData("### A TODO", "13:7")]
    [InlineData("| a | b |\n| --- | --- |\n| one | TODO |", "15:9")]
    [InlineData("[so TODO](https://example.com)", "13:5")]
    public void A_placeholder_has_its_place(string prose, string place)
    {
        var word = Assert.Single(Assert.Single(Read($"## Impact\n\n{prose}\n").Sections).Placeholders);
        Assert.Equal($"a/f.md:{place}", word.Location.ToString());
    }

    [Theory]
    [InlineData("`TODO`")]
    [InlineData("```\nTODO\n```")]
    [InlineData("    TODO")]
    [InlineData("TODOIST and xTODO and TODO_LIST_ID")]
    [InlineData("todo")]
    [InlineData("https://example.com/TODO/x")]
    public void A_word_that_only_looks_like_a_placeholder_is_none(string prose) =>
        Assert.Empty(Assert.Single(Read($"## Impact\n\n{prose}\n").Sections).Placeholders);

    [Fact]
    public void A_section_stands_where_its_heading_does()
    {
        var text = Read("# Title\n\nBefore.\n\n## One\n\n  ## Two\n\nThree\n-----\n");
        Assert.Equal([("One", "a/f.md:15:1"), ("Two", "a/f.md:17:3"), ("Three", "a/f.md:19:1")], text.Sections.Select(s => (s.Heading, s.Location.ToString())));
    }

    [Theory]
    [InlineData("| A | B |\n| --- | --- |\n| one |  two |\n")]
    [InlineData("A | B\n--- | ---\none |  two\n")]
    public void Words_of_a_cell_stand_where_its_first_letter_does(string markdown)
    {
        var words = new MarkdownReader(new() { ReadsProse = true }).Read(markdown, "a/f.md", Before, new()).Prose[^1];
        Assert.Equal(markdown.Split('\n')[2].IndexOf("two", StringComparison.Ordinal) + 1, words.PlaceOf(0, 3).Column);
    }

    [Fact]
    public void Rows_and_cells_of_a_table_that_is_read_have_their_places()
    {
        var reader = new MarkdownReader(new() { ReadsTable = (_, _) => true });
        var table = reader.Read("## T\n\n| Time | Event |\n| --- | --- |\n| 14:02 | It **began** |\n|  | ä🍎 | \n", "a/f.md", Before, new()).Sections[0].Tables[0];
        Assert.Equal("a/f.md:13:1", table.Location.ToString());
        Assert.Equal(["a/f.md:15:1", "a/f.md:16:1"], table.Rows.Select(r => r.Location.ToString()));
        Assert.Equal(["a/f.md:15:3", "a/f.md:15:11"], table.Rows[0].Cells.Select(c => c.Location.ToString()));
        Assert.Equal(["14:02", "It began"], table.Rows[0].Cells.Select(c => c.Text));
        Assert.Equal(("ä🍎", "a/f.md:16:6"), (table.Rows[1].Cells[1].Text, table.Rows[1].Cells[1].Location.ToString()));
    }

    private static SectionedText Read(string markdown) => new MarkdownReader(new()).Read(markdown, "a/f.md", Before, new());
}
