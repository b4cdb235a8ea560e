using Archive.Publishing.Charts;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Archive.Tests.Publishing.Charts;

public sealed class DotPlotTests
{
    // labels take 40 at the left, 10 stay free at each edge, so that the days have 950 pixels from 50 to 1000
    private static readonly DotPlotShape Shape = new() { Width = 1010, Height = 110, LabelWidth = 40, Margin = 10, BeyondHeight = 30, Steps = [1, 2, 5, 10, 20, 50, 100] };

    private static DotPlot Plot(params IEnumerable<PlotPoint> points) => DotPlot.Of([.. points], [], Shape)!;

    private static PlotPoint Point(string day, double value) => new(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), value);

    [Fact]
    public void Nothing_to_show_is_no_drawing() => Assert.Null(DotPlot.Of([], [], Shape));

    [Fact]
    public void Days_reach_from_the_first_of_a_quarter_to_the_last()
    {
        var plot = Plot(Point("2026-01-01", 1), Point("2026-03-31", 1));
        Assert.Equal([50, 1000], plot.Dots.Select(d => d.X));
    }

    [Fact]
    public void A_day_stands_where_its_share_of_the_quarters_is()
    {
        // 2026-01-01 to 2026-06-30 are 180 days from first to last; 2026-04-01 is the 90th after the first: 50 + 950 × 90 / 180
        var plot = Plot(Point("2026-04-01", 1), Point("2026-01-01", 1));
        Assert.Equal(525, plot.Dots[0].X);
    }

    [Fact]
    public void Zero_is_at_the_foot_and_the_next_tick_above_the_greatest_at_the_head()
    {
        // 0 to 8 in at most 5 steps: steps of 2, from 0 at 110 to 8 at 10; so 4 stands half way
        var plot = Plot(Point("2026-01-01", 8), Point("2026-01-02", 4));
        Assert.Equal([0, 2, 4, 6, 8], plot.Values.Select(v => v.Value));
        Assert.Equal([10, 60], plot.Dots.Select(d => d.Y));
        Assert.Equal(110, plot.ZeroY);
    }

    [Fact]
    public void Zero_stays_on_the_scale_of_large_values()
    {
        var plot = Plot(Point("2026-01-01", 480), Point("2026-01-02", 470));
        Assert.Equal([0, 100, 200, 300, 400, 500], plot.Values.Select(v => v.Value));
    }

    [Fact]
    public void Values_below_zero_stand_below_its_line()
    {
        // −3 to 4 in at most 5 steps: steps of 2 from −4 to 4, over the pixels from 100 up to 10
        var plot = Plot(Point("2026-01-01", -3), Point("2026-01-02", 4));
        Assert.Equal([-4, -2, 0, 2, 4], plot.Values.Select(v => v.Value));
        Assert.Equal(55, plot.ZeroY);
        Assert.True(plot.Dots[0].Y > plot.ZeroY && plot.Dots[1].Y < plot.ZeroY);
    }

    [Fact]
    public void Values_that_are_all_zero_have_a_scale()
    {
        var plot = Plot(Point("2026-01-01", 0));
        Assert.Equal([0, 1], plot.Values.Select(v => v.Value));
        Assert.Equal(110, plot.Dots[0].Y);
    }

    [Fact]
    public void What_is_more_than_four_times_the_upper_quartile_stands_above_the_scale()
    {
        // 1, 2, 3, 4, 17: the upper quartile is the fourth, 4; 17 is more than 16
        var plot = Plot(Point("2026-01-01", 1), Point("2026-01-02", 2), Point("2026-01-03", 3), Point("2026-01-04", 4), Point("2026-01-05", 17));
        Assert.Equal([false, false, false, false, true], plot.Dots.Select(d => d.IsBeyond));
        Assert.Equal(15, plot.Dots[4].Y); // the middle of the strip of 30
        Assert.Equal([0, 1, 2, 3, 4], plot.Values.Select(v => v.Value));
        Assert.Equal(30, plot.Values[^1].Y);
    }

    [Fact]
    public void Of_four_values_none_stands_apart() =>
        Assert.False(Plot(Point("2026-01-01", 1), Point("2026-01-02", 2), Point("2026-01-03", 3), Point("2026-01-04", 1000)).HasBeyond);

    [Fact]
    public void A_level_spans_its_days_at_its_value()
    {
        var plot = DotPlot.Of([Point("2026-01-01", 10)], [new(new(2026, 1, 1), new(2026, 3, 31), 5)], Shape)!;
        Assert.Equal([new PlotBar(0, 50, 950, 60)], plot.Bars);
    }

    [Fact]
    public void A_level_beyond_the_scale_is_left_out_and_the_others_keep_their_numbers()
    {
        var plot = DotPlot.Of([Point("2026-01-01", 10)], [new(new(2026, 1, 1), new(2026, 1, 31), 50), new(new(2026, 2, 1), new(2026, 2, 28), 5)], Shape)!;
        Assert.Equal(1, Assert.Single(plot.Bars).Index);
    }

    [Fact]
    public void Quarters_are_ticked_where_they_fit()
    {
        var plot = Plot(Point("2025-11-04", 1), Point("2026-07-30", 1));
        Assert.Equal([(2025, 10, false), (2026, 1, true), (2026, 4, false), (2026, 7, false)], plot.Days.Select(d => (d.Year, d.Month, d.IsYear)));
    }

    [Theory]
    [InlineData("2014-05-01", 2015, 1)] // 51 quarters do not fit 21 labels, 13 years do
    [InlineData("1986-05-01", 1988, 2)]
    [InlineData("1900-05-01", 1910, 10)]
    public void Years_are_ticked_where_quarters_do_not_fit(string from, int first, int every)
    {
        var ticks = Plot(Point(from, 1), Point("2026-11-01", 1)).Days;
        Assert.All(ticks, t => Assert.True(t.IsYear));
        Assert.Equal((first, first + every), (ticks[0].Year, ticks[1].Year));
    }

    [Fact]
    public void Every_dot_of_any_points_stands_inside_the_drawing()
    {
        var points = Gen.Zip(Gen.Choose(0, 3_650_000), Gen.Choose(-100_000, 100_000)).Select(p => new PlotPoint(DateOnly.FromDayNumber(p.Item1), p.Item2 / 7.0)).NonEmptyListOf();
        Prop.ForAll(points.ToArbitrary(), drawn =>
        {
            var plot = DotPlot.Of([.. drawn], [], Shape)!;
            return plot.Dots.Length == drawn.Count
                && plot.Dots.All(d => d.X is >= 50 and <= 1000 && d.Y is >= 0 and <= 110)
                && plot.Values.Any(v => v.Value == 0)
                && plot.Values.Length is >= 2 and <= 8
                && plot.Days.Length <= 22;
        }).QuickCheckThrowOnFailure();
    }
}
