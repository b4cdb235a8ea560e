using Archive.Publishing.Diagnostics;
using Xunit;

namespace Archive.Tests.Publishing.Diagnostics;

public sealed class DidYouMeanTests
{
    private static readonly string[] Keys = ["services", "severity", "status", "failure_class", "action_items", "authors"];

    [Theory]
    [InlineData("severty", "severity")]
    [InlineData("sevreity", "severity")]
    [InlineData("Failure-Class", "failure_class")]
    [InlineData("service", "services")]
    [InlineData("stauts", "status")]
    [InlineData("action", "action_items")]
    public void A_word_with_a_slip_means_the_nearest_one(string word, string meant) =>
        Assert.Equal(meant, DidYouMean.Of(word, Keys));

    [Theory]
    [InlineData("weather")]
    [InlineData("s")]
    [InlineData("")]
    public void A_word_far_from_all_means_nothing(string word) => Assert.Null(DidYouMean.Of(word, Keys));

    [Fact]
    public void Another_digit_is_another_thing() => Assert.Null(DidYouMean.Of("sev9", ["sev0", "sev1", "sev2"]));

    [Fact]
    public void A_missing_digit_is_a_slip() => Assert.Equal("INC-031", DidYouMean.Of("INC-31", ["INC-001", "INC-031", "INC-310"]));

    [Fact]
    public void Of_two_equally_near_words_the_first_in_ordinal_order_is_meant() =>
        Assert.Equal("care", DidYouMean.Of("cave", ["cove", "case", "care"]));

    [Fact]
    public void No_candidates_mean_nothing() => Assert.Null(DidYouMean.Of("severity", []));
}
