using Archive.Publishing.Charts;
using Xunit;

namespace Archive.Tests.Publishing.Charts;

public sealed class TimelineScaleTests
{
    private static readonly TimelineShape Shape = new() { Width = 720 };
    private static readonly DateTimeOffset Start = new(2026, 2, 14, 5, 40, 0, TimeSpan.Zero);

    [Fact]
    public void Time_is_drawn_to_scale()
    {
        var scale = Of([0, 30, 60], [(0, 60)]);
        Assert.Equal([12, 360, 708], scale.Marks.Select(m => m.X));
        Assert.Equal([1, 2, 3], scale.Marks.Select(m => m.Number));
        Assert.Equal([new("p0", 12, 696)], scale.Bands);
    }

    [Fact]
    public void Moments_are_numbered_in_the_order_of_time()
    {
        var scale = TimelineScale.Of([new(Start.AddHours(1), "later"), new(Start, "first"), new(Start, "second")], [], Shape)!;
        Assert.Equal(["first", "second", "later"], scale.Marks.Select(m => m.Kind));
    }

    [Fact]
    public void Offsets_do_not_matter()
    {
        var scale = TimelineScale.Of([new(Start, "a"), new(Start.ToOffset(TimeSpan.FromHours(9)).AddMinutes(10), "b")], [], Shape)!;
        Assert.Equal((Start, Start.AddMinutes(10), TimeSpan.Zero), (scale.From, scale.To, scale.To.Offset));
    }

    [Fact]
    public void Phases_follow_each_other_without_a_gap()
    {
        var bands = Of([], [(0, 51), (51, 100), (100, 205)]).Bands;
        Assert.Equal(bands[1].X, bands[0].X + bands[0].Width, 0.11);
        Assert.Equal(bands[2].X, bands[1].X + bands[1].Width, 0.11);
        Assert.Equal(708, bands[2].X + bands[2].Width, 0.11);
    }

    [Fact]
    public void A_phase_that_ends_before_it_begins_is_empty() => Assert.Equal(0, Of([], [(0, 60), (30, 10)]).Bands[1].Width);

    [Fact]
    public void A_single_moment_stands_in_the_middle()
    {
        var scale = Of([0], []);
        Assert.Equal(360, Assert.Single(scale.Marks).X);
        Assert.Equal(TimeSpan.FromMinutes(5), scale.To - scale.From);
        Assert.NotEmpty(scale.Ticks);
    }

    [Fact]
    public void Nothing_makes_no_drawing() => Assert.Null(TimelineScale.Of([], [], Shape));

    [Fact]
    public void Moments_of_one_minute_stand_in_lanes()
    {
        var scale = Of([0, 0, 0, 0], []);
        Assert.Equal([0, 1, 2, 3], scale.Marks.Select(m => m.Lane));
        Assert.All(scale.Marks, m => Assert.Equal((360.0, 360.0), (m.X, m.LabelX)));
        Assert.Equal(4, scale.LaneCount);
    }

    [Fact]
    public void A_lane_is_used_again_where_there_is_room() =>
        Assert.Equal([0, 1, 0], Of([0, 1, 60], [(0, 60)]).Marks.Select(m => m.Lane));

    [Theory]
    [InlineData(-40_000, TimelineSide.Before, 12)]
    [InlineData(-40, TimelineSide.Inside, 12)]
    [InlineData(40_000, TimelineSide.After, 708)]
    public void A_moment_long_before_or_after_stands_in_a_strip_of_its_own(int minute, TimelineSide side, double x)
    {
        var scale = Of([minute, 0, 50], [(0, 100)]);
        var mark = scale.Marks.Single(m => m.At == Start.AddMinutes(minute));
        Assert.Equal((side, x), (mark.Side, mark.X));
        Assert.Equal((side == TimelineSide.Before, side == TimelineSide.After), (scale.IsBrokenBefore, scale.IsBrokenAfter));
        Assert.All(scale.Marks.Where(m => m != mark), m => Assert.Equal(TimelineSide.Inside, m.Side));
    }

    [Fact]
    public void The_strip_does_not_take_from_the_scale()
    {
        var scale = Of([-40_000, 0, 50, 100], [(0, 100)]);
        Assert.Equal([12, 60, 384, 708], scale.Marks.Select(m => m.X));
        Assert.Equal(Start, scale.From);
    }

    [Fact]
    public void Without_phases_a_straggler_is_told_from_the_rest()
    {
        var scale = Of([-50_000, -49_000, 0, 10, 20, 30], []);
        Assert.Equal((Start, Start.AddMinutes(30)), (scale.From, scale.To));
        Assert.Equal(2, scale.Marks.Count(m => m.Side == TimelineSide.Before));
    }

    [Fact]
    public void Two_moments_far_apart_are_both_inside() => Assert.All(Of([0, 100_000], []).Marks, m => Assert.Equal(TimelineSide.Inside, m.Side));

    [Theory]
    [InlineData(200, 1)]
    [InlineData(200, 0)]
    [InlineData(1000, 1)]
    [InlineData(3, 0)]
    public void Labels_never_overlap_and_never_leave_the_drawing(int count, int minutesApart)
    {
        var scale = Of([.. Enumerable.Range(0, count).Select(i => i * minutesApart)], [(0, 100)]);
        Assert.Equal(count, scale.Marks.Length);
        Assert.All(scale.Marks, m => Assert.InRange(m.LabelX, 12, 708));
        Assert.All(scale.Marks, m => Assert.InRange(m.X, 0, 720));
        foreach (var lane in scale.Marks.GroupBy(m => m.Lane))
        {
            var xs = lane.Select(m => m.LabelX).ToArray();
            Assert.All(xs.Zip(xs.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 23.9, $"{pair} in lane {lane.Key}"));
        }
    }

    [Fact]
    public void Two_hundred_moments_take_few_lanes() => Assert.InRange(Of([.. Enumerable.Range(0, 200)], []).LaneCount, 1, 7);

    [Fact]
    public void The_ends_of_time_are_no_trap()
    {
        var scale = TimelineScale.Of([new(DateTimeOffset.MinValue, "a"), new(DateTimeOffset.MaxValue, "b")], [], Shape)!;
        Assert.Equal([12, 708], scale.Marks.Select(m => m.X));
        Assert.InRange(scale.Ticks.Length, 2, 11);
        Assert.Single(TimelineScale.Of([new(DateTimeOffset.MaxValue, "b")], [], Shape)!.Marks);
    }

    [Theory]
    [InlineData(5, "05:40 05:41 05:42 05:43 05:44 05:45")]
    [InlineData(60, "05:40 05:50 06:00 06:10 06:20 06:30 06:40")]
    [InlineData(205, "06:00 06:30 07:00 07:30 08:00 08:30 09:00")]
    [InlineData(1500, "06:00 09:00 12:00 15:00 18:00 21:00 15 Feb 03:00 06:00")]
    [InlineData(6 * 1440, "15 Feb 16 Feb 17 Feb 18 Feb 19 Feb 20 Feb")]
    [InlineData(50 * 1440, "16 Feb 23 Feb 2 Mar 9 Mar 16 Mar 23 Mar 30 Mar")]
    [InlineData(200 * 1440, "1 Mar 1 Apr 1 May 1 Jun 1 Jul 1 Aug 1 Sep")]
    [InlineData(400 * 1440, "1 Apr 2026 1 Jul 2026 1 Oct 2026 1 Jan 2027")]
    public void Ticks_stand_where_a_person_would_put_them(int minutes, string labels) =>
        Assert.Equal(labels, string.Join(' ', Of([], [(0, minutes)]).Ticks.Select(t => t.Label)));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(61)]
    [InlineData(999)]
    [InlineData(12_345)]
    [InlineData(1_234_567)]
    public void Ticks_stand_apart_and_inside(int minutes)
    {
        var xs = Of([], [(0, minutes)]).Ticks.Select(t => t.X).ToArray();
        Assert.InRange(xs.Length, 1, 12);
        Assert.All(xs, x => Assert.InRange(x, 12, 708));
        Assert.All(xs.Zip(xs.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 63.8));
    }

    private static TimelineScale Of(int[] minutes, (int From, int To)[] phases) => TimelineScale.Of(
        [.. minutes.Select(m => new TimelineMoment(Start.AddMinutes(m), "event"))],
        [.. phases.Index().Select(p => new TimelinePhase($"p{p.Index}", Start.AddMinutes(p.Item.From), Start.AddMinutes(p.Item.To)))],
        Shape)!; // something is always given
}
