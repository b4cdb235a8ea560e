using System.Collections.Immutable;
using Archive.Incidents.Validation;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Archive.Tests.Validation;

/// <summary>Many words are found in one pass, exactly where looking for each by itself would find them.</summary>
public sealed class WordSearchTests
{
    private static readonly Gen<string> Texts = Gen.Elements('a', 'b', '1', '-', '@', ' ', 'é').NonEmptyListOf().Select(letters => new string([.. letters]));

    [Fact]
    public void It_finds_what_a_search_for_each_word_finds() => Prop.ForAll(
        Texts.NonEmptyListOf().Select(words => words.Distinct(StringComparer.Ordinal).ToImmutableArray()).ToArbitrary(), Texts.ToArbitrary(),
        (words, text) => Found(words, text).SequenceEqual(FoundOneByOne(words, text))).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Theory]
    [InlineData("inc-2026-031", "as in INC-2026-031.", 6)]
    [InlineData("@ada", "it was @Ada!", 7)]
    [InlineData("ada lovelace", "ada lovelace", 0)]
    [InlineData("--", "a--b", 1)]
    public void A_word_is_found_where_it_stands_whole(string word, string text, int start) => Assert.Equal([(start, word)], Found([word, "inc-2026-030", "2026"], text).Where(f => f.Word != "2026"));

    [Theory]
    [InlineData("inc-2026-031", "inc-2026-0311")]
    [InlineData("ada", "canada")]
    [InlineData("@ada", "@adam")]
    public void A_word_inside_another_is_left_alone(string word, string text) => Assert.Empty(Found([word], text));

    private static IEnumerable<(int Start, string Word)> Found(ImmutableArray<string> words, string text) =>
        new WordSearch([.. words.Select(w => new PrivateWord(w, LeakProblems.PersonRule))]).In(FoldedText.Fold(text)).Select(f => (f.Start, f.Word.Text)).Order();

    private static IEnumerable<(int Start, string Word)> FoundOneByOne(ImmutableArray<string> words, string text)
    {
        var folded = new FoldedText(text);
        return (from word in words
                from start in Enumerable.Range(0, Math.Max(0, folded.Text.Length - word.Length + 1))
                where string.CompareOrdinal(folded.Text, start, word, 0, word.Length) == 0 && FoldedText.IsWhole(folded.Text, start, word.Length)
                select (start, word)).Order();
    }
}
