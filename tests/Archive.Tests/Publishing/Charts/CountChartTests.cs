using Archive.Publishing.Charts;
using Xunit;

namespace Archive.Tests.Publishing.Charts;

public sealed class CountChartTests
{
    private static readonly HeatMapShape Heat = new() { LabelWidth = 200, HeadHeight = 24, CellWidth = 60, CellHeight = 30 };

    private static readonly ColumnChartShape Columns = new() { Width = 500, Height = 100, WidestColumn = 72, GapShare = 0.2 };

    [Fact]
    public void Cells_stand_right_of_the_names_and_below_the_heads()
    {
        var map = HeatMap.Of([new(0, 0, 1), new(1, 2, 4)], rows: 2, columns: 3, Heat)!;
        Assert.Equal([(200, 24, 1), (320, 54, 4)], map.Cells.Select(c => (c.X, c.Y, c.Step)));
        Assert.Equal((380, 84), (map.Width, map.Height));
    }

    [Fact]
    public void A_heat_map_of_nothing_is_not_drawn() => Assert.Null(HeatMap.Of([], 0, 0, Heat));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 9, 0)]
    [InlineData(1, 1, 2)]
    [InlineData(2, 3, 3)]
    [InlineData(3, 3, 4)]
    [InlineData(3, 4, 3)]
    [InlineData(1, 100, 1)]
    [InlineData(25, 100, 1)]
    [InlineData(26, 100, 2)]
    [InlineData(100, 100, 4)]
    [InlineData(int.MaxValue, int.MaxValue, 4)]
    public void Small_counts_keep_their_colour_and_large_ones_share_four(int count, int most, int step) => Assert.Equal(step, HeatMap.StepOf(count, most));

    [Fact]
    public void Columns_stand_on_zero_and_the_greatest_reaches_the_top()
    {
        // five places of 72 / 0.8 = 90 pixels, each with a column of 72 and a gap of 9 on both sides
        var chart = ColumnChart.Of([2, 0, 1, 4, 3], Columns)!;
        Assert.Equal([(9, 50), (99, 100), (189, 75), (279, 0), (369, 25)], chart.Columns.Select(c => (c.X, c.Y)));
        Assert.Equal([50, 0, 25, 100, 75], chart.Columns.Select(c => c.Height));
        Assert.Equal([45, 135, 225, 315, 405], chart.Places);
        Assert.Equal(450, chart.Width);
    }

    [Fact]
    public void Many_columns_share_the_width()
    {
        var chart = ColumnChart.Of([.. Enumerable.Repeat<double?>(1, 50)], Columns)!;
        Assert.Equal((8, 500), (chart.Columns[0].Width, chart.Width));
    }

    [Fact]
    public void An_unknown_value_keeps_its_place_empty() =>
        Assert.Equal([0, 1, 3, 4, 5], ColumnChart.Of([1, 1, null, 1, 1, 1], Columns)!.Columns.Select(c => c.Index));

    [Fact]
    public void Fewer_than_five_points_are_not_drawn()
    {
        Assert.Null(ColumnChart.Of([1, 2, 3, 4], Columns));
        Assert.Null(ColumnChart.Of([1, 2, 3, 4, null, null], Columns));
        Assert.Null(ColumnChart.Of([], Columns));
    }

    [Fact]
    public void Columns_of_nothing_but_zero_lie_on_the_foot() =>
        Assert.All(ColumnChart.Of([0, 0, 0, 0, 0], Columns)!.Columns, c => Assert.Equal((100, 0), (c.Y, c.Height)));

    [Fact]
    public void A_target_lies_at_its_share_of_the_scale()
    {
        var chart = ColumnChart.Of([50, 100, 20, 30, 40], Columns with { Top = 100 })!;
        Assert.Equal(30, chart.YOf(70));
    }

    [Fact]
    public void The_longest_bar_has_the_whole_width_and_none_is_lost()
    {
        Assert.Equal([160, 40, 1, 0], BarChart.Widths([1000, 250, 1, 0], 160));
        Assert.Equal([0, 0], BarChart.Widths([0, 0], 160));
        Assert.Empty(BarChart.Widths([], 160));
    }
}
