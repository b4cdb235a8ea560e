using System.Text.RegularExpressions;
using Archive.Publishing.Documents;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Archive.Tests.Publishing.Documents;

/// <summary>Words in which nothing may stand hold nothing; the others are looked through.</summary>
public sealed class NotedPlacesTests
{
    private static readonly Gen<(string Text, string Pattern, int Start, int Length)> Parts =
        from parts in Gen.Elements("INC-012", "INC-", "INC", "1", "23", "-", " ", "words", "TODO", "XXX", "X", "TB", "D", "FIXME").NonEmptyListOf()
        from pattern in Gen.Elements("INC-[0-9]{3,}", "[A-Z]+-[0-9]+", @"\bINC-[0-9]+\b", "^INC-[0-9]+", "[0-9]*", @"I\\?NC-\d{2}|-")
        let text = string.Concat(parts)
        from start in Gen.Choose(0, text.Length - 1)
        from length in Gen.Choose(1, text.Length - start)
        select (text, pattern, start, length);

    [Fact]
    public void Nothing_is_passed_over() => Prop.ForAll(Parts.ToArbitrary(), p => MayStandIn(p.Text, p.Pattern, p.Start, p.Length) || !Holds(p.Text.Substring(p.Start, p.Length), p.Pattern)).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Theory]
    [InlineData(0, 11, false)]
    [InlineData(0, 15, true)]
    [InlineData(19, 10, false)]
    [InlineData(25, 9, true)]
    public void Words_that_hold_neither_are_known(int start, int length, bool mayHold) =>
        Assert.Equal(mayHold, MayStandIn("It was like INC-012 and then TODO.", "INC-[0-9]{3,}", start, length));

    [Fact]
    public void Of_another_text_nothing_is_known()
    {
        var places = new NotedPlaces(null);
        places.Begin("words", 0);
        Assert.True(places.MayStandIn("other words", 0, 5));
    }

    private static bool MayStandIn(string text, string pattern, int start, int length)
    {
        var places = new NotedPlaces(Of(pattern));
        places.Begin(text, 0);
        return places.MayStandIn(text, start, length);
    }

    private static bool Holds(string part, string pattern) => part.AsSpan().ContainsAny(NotedPlaces.PlaceholderWords) || Of(pattern).Match(part) is { Length: > 0 };

    private static Regex Of(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
