using Xunit;

namespace Archive.Tests.Validation;

public sealed class ConsistencyTests
{
    [Theory]
    [InlineData("It lasted 1 h 18 min.")]
    [InlineData("It lasted about an hour, or 29 minutes until the job was paused.")]
    [InlineData("It lasted 30 minutes for most.")]
    [InlineData("The alert fired after 3 minutes.")]
    [InlineData("An outage of 75 minutes.")]
    public void A_duration_that_two_times_give_is_no_finding(string sentence) => Assert.Empty(With("400 customers waited.", $"400 customers waited. {sentence}"));

    [Theory]
    [InlineData("It lasted 4 hours.")]
    [InlineData("An outage of 240 min.")]
    [InlineData("It was unavailable for 2 h 30 min.")]
    public void A_duration_that_no_two_times_give_is_found(string sentence) => Assert.Equal(["duration-disagrees"], With("400 customers waited.", $"400 customers waited. {sentence}"));

    [Theory]
    [InlineData("4,000", 4000, true)]
    [InlineData("400", 4000, false)]
    [InlineData("400 customers, then all 4000", 4000, true)]
    public void The_number_of_customers_stands_in_the_text_as_in_the_front_matter(string text, int customers, bool agrees) =>
        Assert.Equal(agrees ? [] : ["customers-disagree"], SoundArchive.Whole.WithKeys($"impact: {{ customers: {customers} }}\n").Replace("for 400 customers ", "").Replace("400 customers waited.", $"{text} customers waited.").Findings().Codes());

    [Theory]
    [InlineData("AI-1 keeps it, and AI-2 tells.", false)]
    [InlineData("AI-7 keeps it.", true)]
    [InlineData("AI-7 of INC-040 keeps it.", false)]
    [InlineData("`AI-7` is a format.", false)]
    public void An_item_that_the_text_names_is_there(string sentence, bool isFound) =>
        Assert.Equal(isFound ? ["unknown-item-mention"] : [], With("A pool is a promise", $"{sentence} A pool is a promise").Where(c => c != "unknown-postmortem"));

    [Fact]
    public void The_earlier_postmortems_items_are_spoken_of_where_it_is_judged() =>
        Assert.Empty(With("It enlarged the pool", "AI-7 was not shipped. It enlarged the pool"));

    [Theory]
    [InlineData("Decided to wait", "", true)]
    [InlineData("The commander decides to wait", "", false)]
    [InlineData("The commander decided to wait", "", true)]
    [InlineData("Decided to wait", "decision", false)]
    [InlineData("The indecision ends", "", false)]
    public void A_decision_is_marked_as_one(string happened, string mark, bool isFound) =>
        Assert.Equal(isFound ? ["unmarked-decision"] : [], With("| 14:55 | on-call | Queue empty | graphs | |", $"| 14:55 | on-call | {happened} | graphs | {mark} |"));

    private static IEnumerable<string> With(string what, string with) => SoundArchive.Whole.Replace(what, with).Findings().Codes();
}
