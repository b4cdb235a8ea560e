using Archive.Incidents.Validation.Prose;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Archive.Tests.Validation.Prose;

/// <summary>A sentence in which a pattern finds something is never kept from it for want of a word.</summary>
public sealed class PhraseWordsTests
{
    /// <summary>What a phrase may be put together of, and what stands around it.</summary>
    private static readonly string[][] Parts =
    [
        ["should", "ought to", "n't", "n’t", " not", " never", " have", "'ve", "’ve", " really", " been", " known", " caught", "we", " who", "they "],
        ["could", "Would", "might", " not", "n't", "n’t", " easily", " likely", " have", "'ve", "’ve", " been", " prevented", " known"],
        ["had", " we", " the", " our", " test-", " team", " somebody", " only", " noticed", " been", " i"],
        ["mistake", "mistakes", "Error", "errors", "slip", "oversights", "lapse", "blunders", " made", " by", " of", " from", " on the part of", " an", " engineer", " staff"],
        ["our", "my", "His", "own", "their", "the engineers’", "the team's", "she", " ", "fault", "Mistake", "oversight", " at", " was", " to blame", " messed up", "y"],
        ["human", "user", "manual", " error", "-errors", "follow", " the process", "improved", " communication", "do not let", " it", " that", " happen", " again", "never let"],
        ["forgot", " to", " failed", " tell", "we", "A developer", " missed", " did not", " check", " it"],
    ];

    private static readonly Gen<string> Sentences =
        from theme in Gen.Elements(Parts)
        from parts in Gen.Elements([.. theme, " "]).ListOf()
        select string.Concat(parts) + "    "; // in the last letters of a text no word is looked for

    [Fact]
    public void What_a_pattern_finds_has_the_words_without_which_it_is_not_tried() => Prop.ForAll(Sentences.ToArbitrary(), sentence =>
    {
        var kinds = ProseWords.In(sentence, 0, sentence.Length);
        Assert.All(ProseRules.Phrases, rule => Assert.True(!rule.Pattern().IsMatch(sentence) || (rule.Kind & kinds) == rule.Kind, $"{rule.Kind} in '{sentence}'"));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20000));

    [Theory]
    [InlineData("Our fault it was.", "Blame")]
    [InlineData("The engineers’ oversight.", "Fault, Blame, Having")]
    [InlineData("She was at fault.", "Blame")]
    [InlineData("Had we known, it could be so.", "Inverted")]
    [InlineData("It could not've been known.", "Conditional, Having")]
    [InlineData("A mistake on the part of staff.", "Error")]
    public void Words_of_a_phrase_are_known(string sentence, string kinds) => Assert.Equal(kinds, ProseWords.In(sentence, 0, sentence.Length).ToString());

    [Theory]
    [InlineData("It had been a mistake, and would run on.")]
    [InlineData("It was faulty.")]
    [InlineData("In the process, that did happen.")]
    public void Words_that_stand_in_no_phrase_are_not(string sentence) => Assert.Equal(PhraseKinds.None, ProseWords.In(sentence, 0, sentence.Length));
}
