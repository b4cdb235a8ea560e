using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;
using Xunit;

namespace Archive.Tests.Publishing.Diagnostics;

public sealed class FindingLimitTests
{
    private static readonly Rule Rule = Rule.Define("structure", FindingLevel.Advice, "a-code", "A", "A.", new(ExampleKind.Words, "a"), new(ExampleKind.Words, "b"));

    [Fact]
    public void Twenty_of_a_kind_are_all_there() => Assert.Equal(20, FindingLimit.Of(Findings(20)).Length);

    [Fact]
    public void Of_more_the_rest_is_counted_where_it_begins()
    {
        var found = FindingLimit.Of(Findings(1234));
        Assert.Equal(21, found.Length);
        Assert.Equal((21, "There are 1,214 more like the 20 above in this file, the next of them here."), (found[^1].Location.Line, found[^1].Message));
    }

    [Fact]
    public void The_count_weighs_as_much_as_the_gravest_that_it_counts()
    {
        var findings = Findings(30).SetItem(29, Findings(30)[29] with { Level = FindingLevel.Error });
        Assert.Equal(FindingLevel.Error, FindingLimit.Of(findings)[^1].Level);
    }

    [Fact]
    public void Other_kinds_and_other_files_are_counted_by_themselves()
    {
        var other = Findings(15).Select(f => f with { Rule = Rule with { Code = "b-code" } });
        var elsewhere = Findings(15).Select(f => f with { Location = f.Location with { Path = "b.md" } });
        Assert.Equal(45, FindingLimit.Of([.. Findings(15), .. other, .. elsewhere]).Length);
    }

    private static ImmutableArray<Diagnostic> Findings(int count) =>
        [.. Enumerable.Range(1, count).Select(line => new Diagnostic(Rule, Rule.Level, new("a.md", line), $"Number {line}."))];
}
