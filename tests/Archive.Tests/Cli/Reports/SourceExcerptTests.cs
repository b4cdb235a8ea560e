using Archive.Cli.Reports;
using Xunit;

namespace Archive.Tests.Cli.Reports;

public sealed class SourceExcerptTests
{
    [Fact]
    public void The_caret_stands_under_the_value() =>
        Assert.Equal(new SourceExcerpt("severity: sev9", 10, 4), SourceExcerpt.Of("severity: sev9", 11, 4, 80));

    [Fact]
    public void A_tab_moves_to_the_next_stop_and_the_caret_with_it() =>
        Assert.Equal(new SourceExcerpt("    a   b", 8, 1), SourceExcerpt.Of("\ta\tb", 4, 1, 80));

    [Fact]
    public void A_wide_character_takes_two_cells() =>
        Assert.Equal(new SourceExcerpt("日本: x", 6, 1), SourceExcerpt.Of("日本: x", 5, 1, 80));

    [Fact]
    public void A_wide_character_is_marked_in_both_its_cells() =>
        Assert.Equal(2, SourceExcerpt.Of("a: 日", 4, 1, 80).Marks);

    [Fact]
    public void A_pair_of_surrogates_counts_as_two_columns_and_two_cells() =>
        Assert.Equal(new SourceExcerpt("🍎 x", 3, 1), SourceExcerpt.Of("🍎 x", 4, 1, 80));

    [Fact]
    public void A_combining_mark_takes_no_cell_of_its_own() =>
        Assert.Equal(new SourceExcerpt("e\u0301: x", 3, 1), SourceExcerpt.Of("e\u0301: x", 5, 1, 80));

    [Fact]
    public void A_column_after_the_end_is_marked_after_the_end() =>
        Assert.Equal(new SourceExcerpt("title:", 6, 1), SourceExcerpt.Of("title:", 7, 0, 80));

    [Fact]
    public void Without_a_column_nothing_is_marked() =>
        Assert.Equal(0, SourceExcerpt.Of("title: x", 0, 0, 80).Marks);

    [Theory]
    [InlineData("\e[31mred\e[0m", "␛[31mred␛[0m")]
    [InlineData("a\0b", "a␀b")]
    [InlineData("a\u202Eb", "a\uFFFDb")]
    [InlineData("a\u009Bb", "a\uFFFDb")]
    [InlineData("a\u007Fb", "a␡b")]
    public void What_would_steer_a_terminal_is_shown_as_a_symbol(string line, string shown) =>
        Assert.Equal(shown, SourceExcerpt.Of(line, 1, 1, 80).Line);

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(150)]
    [InlineData(390)]
    [InlineData(397)]
    public void A_long_line_is_cut_around_the_mark(int column)
    {
        var line = string.Concat(Enumerable.Range(0, 400).Select(i => (char)('a' + (i % 26))));
        var excerpt = SourceExcerpt.Of(line, column, 4, 60);
        Assert.Equal(60, excerpt.Line.Length);
        Assert.Equal(line[(column - 1)..(column + 3)], excerpt.Line[excerpt.Indent..(excerpt.Indent + 4)]);
        Assert.Contains('…', excerpt.Line);
    }

    [Fact]
    public void A_cut_through_a_wide_character_keeps_the_columns()
    {
        var line = string.Concat(Enumerable.Repeat("日", 100)) + "x" + string.Concat(Enumerable.Repeat("本", 100));
        var excerpt = SourceExcerpt.Of(line, 101, 1, 61);
        Assert.Equal(61, excerpt.Line.EnumerateRunes().Sum(Visible.WidthOf));
        Assert.Equal(excerpt.Indent, excerpt.Line[..excerpt.Line.IndexOf('x', StringComparison.Ordinal)].EnumerateRunes().Sum(Visible.WidthOf));
    }

    [Fact]
    public void A_mark_longer_than_the_width_ends_with_the_excerpt()
    {
        var excerpt = SourceExcerpt.Of(new string('a', 500), 3, 450, 50);
        Assert.Equal(50, excerpt.Indent + excerpt.Marks);
    }

    [Fact]
    public void A_line_of_a_million_characters_is_as_short_as_any_other() =>
        Assert.Equal(80, SourceExcerpt.Of(new string('a', 1_000_000), 500_000, 3, 80).Line.Length);

    [Fact]
    public void Half_a_pair_of_surrogates_is_shown_as_a_replacement() =>
        Assert.Equal("a\uFFFDb", SourceExcerpt.Of("a\uD83Cb", 1, 1, 80).Line);
}
