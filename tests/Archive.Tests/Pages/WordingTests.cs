using Archive.Incidents.Pages.Parts;
using Xunit;

namespace Archive.Tests.Pages;

public sealed class WordingTests
{
    [Theory]
    [InlineData("00:00:00", "0 min")]
    [InlineData("00:00:40", "40 s")]
    [InlineData("00:12:59", "12 min")]
    [InlineData("03:00:00", "3 h")]
    [InlineData("03:10:00", "3 h 10 min")]
    [InlineData("2.00:50:00", "2 d")]
    [InlineData("2.04:00:00", "2 d 4 h")]
    [InlineData("1200.00:00:00", "1,200 d")]
    public void A_span_is_told_in_its_two_largest_units(string span, string words) => Assert.Equal(words, Wording.Span(TimeSpan.Parse(span, null)));

    [Fact]
    public void A_moment_is_told_in_utc()
    {
        var at = new DateTimeOffset(2026, 4, 26, 1, 2, 0, TimeSpan.FromHours(11));
        Assert.Equal("25 Apr 2026, 14:02 UTC", Wording.Moment(at));
        Assert.Equal("2026-04-25T14:02:00Z", Wording.Iso(at));
    }

    [Theory]
    [InlineData(0, "no items")]
    [InlineData(1, "1 item")]
    [InlineData(1900, "1,900 items")]
    public void Things_are_counted_in_words(int number, string words) => Assert.Equal(words, Wording.Count(number, "item"));

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a b", "a and b")]
    [InlineData("a b c", "a, b and c")]
    public void Lists_end_in_and(string words, string list) => Assert.Equal(list, Wording.List(words.Split(' ')));

    [Theory]
    [InlineData("near-miss", "near miss")]
    [InlineData("adr-drift", "ADR drift")]
    public void A_written_word_is_shown_as_people_write_it(string word, string shown) => Assert.Equal(shown, Wording.Plain(word));
}
