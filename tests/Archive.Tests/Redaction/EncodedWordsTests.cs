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

    [Fact]
    public void A_word_that_may_be_read_is_left_alone() =>
        Assert.Empty(new EncodedWords([new(Word, LeakProblems.PersonRule)], FrozenSet.Create(StringComparer.Ordinal, Word)).In("ayudo seni"u8));

    [Fact]
    public void A_short_word_is_left_alone() => Assert.Empty(Forms("ayudo", "oduya"));

    private static IEnumerable<string> Forms(string text, string word = Word) =>
        new EncodedWords([new(word, LeakProblems.PersonRule), new("quarterdeck", LeakProblems.ServiceRule)], FrozenSet<string>.Empty).In(Encoding.UTF8.GetBytes(text)).Select(f => f.Form);
}
