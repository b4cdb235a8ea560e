using Archive.Incidents.History;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Archive.Tests.History;

public sealed class PeriodTests
{
    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-09", "September 2026", "2026-09-01", "2026-09-30")]
    [InlineData("2024-02", "February 2024", "2024-02-01", "2024-02-29")]
    [InlineData("2026-Q3", "Q3 2026", "2026-07-01", "2026-09-30")]
    [InlineData("2026-Q4", "Q4 2026", "2026-10-01", "2026-12-31")]
    [InlineData("2026", "2026", "2026-01-01", "2026-12-31")]
    public void A_period_is_read_as_it_is_written(string name, string title, string first, string last)
    {
        var period = Period.Read(name)!.Value;
        Assert.Equal((name, title, Day(first), Day(last)), (period.Name, period.Title, period.First, period.Last));
    }

    [Theory]
    [InlineData("2026-Q5")]
    [InlineData("2026-Q0")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-9")]
    [InlineData("26-Q3")]
    [InlineData("Q3 2026")]
    [InlineData("2026-09-01")]
    [InlineData("1899")]
    [InlineData("9999")]
    [InlineData("2026-Q3\n")]
    [InlineData("٢٠٢٦")]
    [InlineData("")]
    public void Anything_else_is_no_period(string text) => Assert.Null(Period.Read(text));

    [Fact]
    public void A_quarter_may_be_written_small() => Assert.Equal(new Period(PeriodKind.Quarter, 2026, 3), Period.Read("2026-q3"));

    [Theory]
    [InlineData("2026-01", "2025-12")]
    [InlineData("2026-Q1", "2025-Q4")]
    [InlineData("2026-Q3", "2026-Q2")]
    [InlineData("2026", "2025")]
    public void Before_a_period_stands_the_one_before(string name, string before)
    {
        Assert.Equal(before, Period.Read(name)!.Value.Previous.Name);
        Assert.Equal(name, Period.Read(before)!.Value.Next.Name);
    }

    [Fact]
    public void Periods_follow_one_another_over_the_turn_of_the_year() =>
        Assert.Equal(["2025-Q3", "2025-Q4", "2026-Q1"], Period.Between(new(PeriodKind.Quarter, 2025, 3), new(PeriodKind.Quarter, 2026, 1)).Select(q => q.Name));

    [Fact]
    public void There_is_nothing_between_a_period_and_one_before_it() => Assert.Empty(Period.Between(new(PeriodKind.Month, 2026, 2), new(PeriodKind.Month, 2026, 1)));

    [Fact]
    public void Every_day_lies_in_exactly_the_period_of_its_kind() =>
        Prop.ForAll(Gen.Choose(Day("1900-01-01").DayNumber, Day("2300-12-31").DayNumber).ToArbitrary(), Gen.Elements(Enum.GetValues<PeriodKind>()).ToArbitrary(), (number, kind) =>
        {
            var day = DateOnly.FromDayNumber(number);
            var period = Period.Of(day, kind);
            return period.Contains(day) && !period.Next.Contains(day) && !period.Previous.Contains(day)
                && period.Next.First == period.Last.AddDays(1) && Period.Read(period.Name) == period;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_day_before_all_periods_counts_to_the_first() => Assert.Equal("1900-Q1", Period.Of(DateOnly.MinValue, PeriodKind.Quarter).Name);

    [Fact]
    public void A_day_after_all_periods_counts_to_the_last() => Assert.Equal("9990-12", Period.Of(DateOnly.MaxValue, PeriodKind.Month).Name);
}
