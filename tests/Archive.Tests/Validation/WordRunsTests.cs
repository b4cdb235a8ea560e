using Archive.Incidents.Validation;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Archive.Tests.Validation;

public sealed class WordRunsTests
{
    private static readonly Gen<string> Texts = Gen.Elements("a", "Z", "7", " ", "-", "é", "Ａ", "\u2019", "@", "[", "`", "{", "word ", new string('x', 63), new string('y', 64), new string('-', 61)).ListOf().Select(l => string.Concat(l));

    private static List<(int Start, string Text)> Found(string text)
    {
        var found = new List<(int, string)>();
        var runs = new WordRuns(text);
        while (runs.MoveNext()) found.Add((runs.Start, runs.Current.ToString()));
        return found;
    }

    [Fact]
    public void Letters_and_digits_in_a_row_are_a_run() => Prop.ForAll(Texts.ToArbitrary(), text => Found(text).SequenceEqual(FoundLetterByLetter(text))).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void An_empty_text_has_none() => Assert.Empty(Found(""));

    private static IEnumerable<(int Start, string Text)> FoundLetterByLetter(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsLetterOrDigit(text[start]) || (start > 0 && char.IsLetterOrDigit(text[start - 1]))) continue;
            yield return (start, string.Concat(text.Skip(start).TakeWhile(char.IsLetterOrDigit)));
        }
    }
}
