using Archive.Incidents.Validation.Prose;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Archive.Tests.Validation.Prose;

public sealed class CapitalisedWordsTests
{
    private static readonly Gen<string> Texts = Gen.Elements("Ines", "Oduya", "A", "a", "word", " ", " ", " ", ".", "-", "@", "1", "Éva", "José", "Łukasz", "Ա", "Ⅳ", "ｎ", "\u00A0", "seventy letters without a space Between, and more than a block holds ").ListOf().Select(l => string.Concat(l));

    [Fact]
    public void Pairs_and_threes_are_found_wherever_they_stand() =>
        Prop.ForAll(Texts.ToArbitrary(), text => Found(text).SequenceEqual(FoundLetterByLetter(text))).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Theory]
    [InlineData("Ines Oduya", new[] { "Ines Oduya" })]
    [InlineData("then Ana Maria Ruiz restarted it", new[] { "Ana Maria", "Ana Maria Ruiz", "Maria Ruiz" })]
    [InlineData("It broke. Then it ran.", new string[0])]
    [InlineData("iPhone Ten, @Ada Lovelace, and Room X1", new string[0])]
    public void A_name_is_of_words_with_a_space_between(string text, string[] names) => Assert.Equal(names, Found(text).Select(f => text.Substring(f.Start, f.Length)));

    private static List<(int Start, int Length)> Found(string text)
    {
        var found = new List<(int Start, int Length)> { (7, 7) }; // to be filled anew
        CapitalisedWords.AddTo(found, text);
        return found;
    }

    private static IEnumerable<(int Start, int Length)> FoundLetterByLetter(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsUpper(text[start]) || text[start] >= '\u0530' || (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '@' or '-'))) continue;
            var end = EndOf(text, start);
            for (var words = 1; words < 3 && end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[end + 1]); words++)
            {
                end = EndOf(text, end + 1);
                if (end == text.Length || !char.IsLetterOrDigit(text[end])) yield return (start, end - start);
            }
        }
    }

    private static int EndOf(string text, int at) => Enumerable.Range(at, text.Length - at + 1).First(i => i == text.Length || !char.IsLetter(text[i]));
}
