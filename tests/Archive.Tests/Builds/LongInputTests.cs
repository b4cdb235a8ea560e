using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Builds;

/// <summary>Texts that no person writes and every tool meets: they are read in time that grows with their length, and do not bury the report.</summary>
public sealed class LongInputTests
{
    [Fact]
    public void Ten_thousand_items_that_blame_are_twenty_findings_and_a_count()
    {
        var found = With(string.Concat(Enumerable.Repeat("- We should have checked it.\n", 10_000))).Where(f => f.Code == "should-have").ToList();
        Assert.Equal(21, found.Count);
        Assert.StartsWith("There are 9,980 more like the 20 above", found[^1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("we should ")]
    [InlineData("the engineer really ")]
    [InlineData("should have been ")]
    [InlineData("if only we ")]
    [InlineData("human error ")]
    [InlineData("not not no ")]
    [InlineData("\"a “b")]
    [InlineData("<!-- ")]
    [InlineData("<!-- archive-check: ")]
    [InlineData("**_~~")]
    [InlineData("`a ")]
    [InlineData("password=")]
    [InlineData("a@b.")]
    [InlineData("1.2.3.")]
    [InlineData("eyJ-")]
    [InlineData("customers 1 ")]
    [InlineData("🍎\u200B\u202E")]
    [InlineData("سجل الدخول بطيء ")]
    [InlineData("> ")]
    [InlineData("[a](")]
    [InlineData("[a](b (")]
    [InlineData("[a](<b> (")]
    [InlineData("![](")]
    [InlineData("[![](")]
    [InlineData("[a][")]
    [InlineData("[[[[")]
    [InlineData("<!--\n")]
    [InlineData("<a <a ")]
    [InlineData("www.a.b/(")]
    [InlineData("~www.a..b")]
    [InlineData("*a_ ")]
    [InlineData("a|")]
    [InlineData("- a\n\n")]
    [InlineData("#\n")]
    [InlineData("We *should* have tested. ")]
    public async Task A_paragraph_of_200_kilobytes_is_read_to_its_end(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 200_000 / part.Length)) + "end";
        var read = Task.Run(() => With(text), TestContext.Current.CancellationToken);
        // a bound that only a time that grows with the square of the length can miss
        var found = await read.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        Assert.True(found.GroupBy(f => f.Code).All(g => g.Count() <= FindingLimit.MostOfAKind + 1));
    }

    private static ImmutableArray<Diagnostic> With(string markdown) => SoundArchive.Whole.Replace("400 customers waited.", $"400 customers waited.\n\n{markdown}\n").Findings();
}
