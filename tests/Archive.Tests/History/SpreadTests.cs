using Archive.Incidents.History;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Archive.Tests.History;

public sealed class SpreadTests
{
    private static Spread? Of(params IEnumerable<int> minutes) => Spread.Of(minutes.Select(m => TimeSpan.FromMinutes(m)));

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    [Fact]
    public void Nothing_has_no_spread() => Assert.Null(Of());

    [Fact]
    public void One_value_is_all_of_it() =>
        Assert.Equal(new Spread(1, Minutes(7), Minutes(7), Minutes(7), Minutes(7), Minutes(7)), Of(7));

    [Fact]
    public void Of_an_odd_number_the_median_is_the_middle_one() => Assert.Equal(Minutes(5), Of(100, 5, 1)!.Value.Median);

    [Fact]
    public void Of_an_even_number_it_is_half_way_between_the_two() => Assert.Equal(Minutes(7.5), Of(5, 10, 1, 100)!.Value.Median);

    [Fact]
    public void Quartiles_stand_at_a_quarter_of_the_way_from_first_to_last()
    {
        // 2, 4, 8, 16, 32, 64: the quarter of 5 steps is 1.25, so 4 + 0.25 × 4 = 5; three quarters are 3.75, so 16 + 0.75 × 16 = 28
        var spread = Of(64, 2, 32, 4, 16, 8)!.Value;
        Assert.Equal((Minutes(5), Minutes(12), Minutes(28)), (spread.LowerQuartile, spread.Median, spread.UpperQuartile));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Five_values_are_enough(int count, bool isEnough) => Assert.Equal(isEnough, Of(Enumerable.Range(1, count))!.Value.IsEnough);

    [Fact]
    public void It_is_ordered_and_does_not_depend_on_the_order_of_the_values() =>
        Prop.ForAll(Gen.Choose(0, 100_000).NonEmptyListOf().ToArbitrary(), minutes =>
        {
            var spread = Of(minutes)!.Value;
            return spread.Least <= spread.LowerQuartile && spread.LowerQuartile <= spread.Median && spread.Median <= spread.UpperQuartile
                && spread.UpperQuartile <= spread.Most && spread.Count == minutes.Count && Of(minutes.AsEnumerable().Reverse()) == spread
                && minutes.Count(m => Minutes(m) <= spread.Median) * 2 >= minutes.Count;
        }).QuickCheckThrowOnFailure();
}
