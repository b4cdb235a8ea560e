using Archive.PublicRecord.Pages;
using Xunit;

namespace Archive.Tests.PublicRecord;

public class TimeViewTests
{
    [Fact]
    public void A_moment_is_told_in_utc() =>
        Assert.Equal(new("2026-04-25T14:02:00Z", "25 Apr 2026, 14:02 UTC"), TimeView.Of(PublicExamples.At("2026-04-25T16:02:00+02:00")));

    [Fact]
    public void A_day_has_no_time() => Assert.Equal(new("2026-02-03", "3 Feb 2026"), TimeView.Of(new DateOnly(2026, 2, 3)));

    [Theory]
    [InlineData("00:00:20", "PT0M", "under a minute")]
    [InlineData("00:21:40", "PT21M", "21 min")]
    [InlineData("02:00:00", "PT2H", "2 h")]
    [InlineData("03:10:00", "PT3H10M", "3 h 10 min")]
    [InlineData("2.01:05:00", "P2DT1H5M", "2 d 1 h 5 min")]
    [InlineData("3.00:00:00", "P3D", "3 d")]
    public void A_span_is_told_in_minutes_hours_and_days(string span, string machine, string words) =>
        Assert.Equal(new(machine, words), TimeView.Of(TimeSpan.Parse(span, System.Globalization.CultureInfo.InvariantCulture)));
}
