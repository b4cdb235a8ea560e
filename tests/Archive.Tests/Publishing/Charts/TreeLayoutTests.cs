using Archive.Publishing.Charts;
using Xunit;

namespace Archive.Tests.Publishing.Charts;

public sealed class TreeLayoutTests
{
    private static readonly TreeShape Shape = new() { BoxWidth = 100, LineHeight = 10, Padding = 5, ColumnGap = 20, RowGap = 4, LineLetters = 8 };

    [Fact]
    public void A_node_stands_beside_the_middle_of_its_children()
    {
        var layout = TreeLayout.Of([new(0, "a"), new(1, "b"), new(1, "c")], Shape);
        Assert.Equal([(0, 12), (120, 0), (120, 24)], layout.Boxes.Select(b => (b.X, b.Y)));
        Assert.Equal((220, 44), (layout.Width, layout.Height));
        Assert.Equal([-1, 0, 0], layout.Boxes.Select(b => b.Parent));
    }

    [Fact]
    public void A_long_text_is_wrapped_at_words_and_makes_its_box_higher()
    {
        var box = Assert.Single(TreeLayout.Of([new(0, "one two three incomprehensible x")], Shape).Boxes);
        Assert.Equal(["one two", "three", "incomprehensible", "x"], box.Lines);
        Assert.Equal(50, box.Height);
    }

    [Fact]
    public void A_node_higher_than_its_children_has_them_in_its_middle()
    {
        var layout = TreeLayout.Of([new(0, "aaaaaaaa bbbbbbbb cccccccc dddddddd"), new(1, "x")], Shape);
        Assert.Equal(layout.Boxes[0].Y + (layout.Boxes[0].Height / 2), layout.Boxes[1].Y + (layout.Boxes[1].Height / 2));
    }

    [Theory]
    [InlineData("0 1 2 2 1 2 3 1")]
    [InlineData("0 1 1 1 1 2 2 2 2 3")]
    [InlineData("0 1 2 3 4 5 1 2 3")]
    public void No_two_boxes_overlap_and_none_stands_outside(string depths)
    {
        var nodes = depths.Split(' ').Select((d, i) => new TreeNode(int.Parse(d, System.Globalization.CultureInfo.InvariantCulture), string.Join(' ', Enumerable.Repeat("word", (i * 7 % 9) + 1)))).ToList();
        var layout = TreeLayout.Of(nodes, Shape);
        foreach (var (a, b) in layout.Boxes.SelectMany((a, i) => layout.Boxes.Skip(i + 1).Select(b => (a, b))))
            Assert.False(a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height);
        Assert.All(layout.Boxes, b => Assert.True(b is { X: >= 0, Y: >= 0 } && b.X + b.Width <= layout.Width && b.Y + b.Height <= layout.Height));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("0 2")]
    [InlineData("0 0")]
    public void What_is_no_tree_is_refused(string depths) =>
        Assert.Throws<ArgumentException>(() => TreeLayout.Of([.. depths.Split(' ').Select(d => new TreeNode(int.Parse(d, System.Globalization.CultureInfo.InvariantCulture), "x"))], Shape));
}
