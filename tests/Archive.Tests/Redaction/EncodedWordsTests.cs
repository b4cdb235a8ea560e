using System.Collections.Frozen;
using System.Text;
using Archive.Incidents.Redaction;
using Archive.Incidents.Validation;
using Xunit;

namespace Archive.Tests.Redaction;

/// <summary>A private word is found that somebody wrote so that nobody reads it at once.</summary>
public sealed class EncodedWordsTests
{
    private const string Word = "ines oduya";

    [Fact]
    public void A_word_is_found_backwards() => Assert.Equal(["backwards"], Forms("by ayudO seni."));

    [Fact]
    public void A_word_is_found_in_hexadecimal() => Assert.Equal(["in hexadecimal"], Forms($"ff{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Word))}00"));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("xy")]
    [InlineData("xyz")]
    public void A_word_is_found_in_base64_wherever_it_begins(string before) =>
        Assert.Equal(["in base64"], Forms(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}{Word} and more"), Base64FormattingOptions.InsertLineBreaks)));

    [Fact]
    public void A_word_is_found_across_lines() => Assert.Equal(["backwards"], Forms("ayu\ndo s\te ni"));

    [Fact]
    public void A_word_is_found_across_spaces_that_are_none_of_ascii() => Assert.Equal(["backwards"], Forms("ayu\u00a0do\u2003s\u0085eni"));

    [Fact]
    public void A_word_with_letters_outside_ascii_is_found_in_any_case() => Assert.Equal(["backwards", "backwards"], Forms("rellüm eroz; RELLÜM EROZ", "zore müller"));

    [Fact]
    public void A_long_word_is_found() => Assert.Equal(["backwards"], Forms($"{new string('b', 99)}aa", $"aa{new string('b', 99)}"));

    [Theory]
    [InlineData("oduya, ines")]
    [InlineData("ayudo senx")]
    [InlineData("eWVz")]
    public void Other_letters_are_left_alone(string text) => Assert.Empty(Forms(text));

    [Theory]
    [InlineData("the tray udose nicely")]
    [InlineData("a bayudo seni")]
    [InlineData("ayudo senior")]
    public void Letters_cut_out_of_words_that_stand_beside_each_other_are_left_alone(string text) => Assert.Empty(Forms(text));

    [Theory]
    [InlineData("trayudosenior")]
    [InlineData("(ayudo-seni)", "ines-oduya")]
    [InlineData("ay udo-seni!", "ines-oduya")]
    public void A_word_backwards_is_found_within_a_word_and_between_signs(string text, string word = Word) => Assert.Equal(["backwards"], Forms(text, word));

    [Fact]
    public void A_letter_is_found_whose_upper_case_is_longer() => Assert.Equal(["backwards"], Forms("\u2C6FSRELLIM", "millers\u0250"));

    [Fact]
    public void A_word_that_may_be_read_is_left_alone() =>
        Assert.Empty(new EncodedWords([new(Word, LeakProblems.PersonRule)], FrozenSet.Create(StringComparer.Ordinal, Word)).In("ayudo seni"u8));

    [Theory]
    [InlineData("ayudo", "oduya")]
    [InlineData("cb\u00e9", "\u00e9   b   c")]
    public void A_short_word_is_left_alone(string text, string word) => Assert.Empty(Forms(text, word));

    private static IEnumerable<string> Forms(string text, string word = Word) =>
        new EncodedWords([new(word, LeakProblems.PersonRule), new("quarterdeck", LeakProblems.ServiceRule)], FrozenSet<string>.Empty).In(Encoding.UTF8.GetBytes(text)).Select(f => f.Form);
}
