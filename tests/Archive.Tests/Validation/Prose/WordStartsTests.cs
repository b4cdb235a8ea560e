using Archive.Incidents.Validation.Prose;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Archive.Tests.Validation.Prose;

public sealed class WordStartsTests
{
    private static readonly Gen<string> Texts = Gen.Elements("a", "Z", "m", " ", "-", "1", "é", "š", "ｂ", "'", "word ", "seventy letters without a space, and more than a block holds ").ListOf().Select(l => string.Concat(l));

    private static List<int> Found(string text, int from, int last)
    {
        var found = new List<int>();
        foreach (var at in new WordStarts(text, from, last)) found.Add(at);
        return found;
    }

    [Fact]
    public void Every_letter_behind_another_character_begins_a_word() =>
        Prop.ForAll(Texts.ToArbitrary(), text => Found(text, 0, text.Length - 1).SequenceEqual(
            Enumerable.Range(0, text.Length).Where(i => char.IsAsciiLetter(text[i]) && (i == 0 || !char.IsAsciiLetter(text[i - 1]))))).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void The_rest_of_a_word_begins_none() => Assert.Equal([7], Found("begins here", 2, 10));

    [Fact]
    public void What_begins_behind_the_last_place_is_left_out() => Assert.Equal([0, 2], Found("a b c", 0, 3));

    [Fact]
    public void An_empty_text_has_none() => Assert.Empty(Found("", 0, -4));
}
