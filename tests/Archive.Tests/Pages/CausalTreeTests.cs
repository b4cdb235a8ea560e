using Archive.Incidents.Model;
using Archive.Incidents.Pages;
using Archive.Tests.Builds;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Pages;

public sealed class CausalTreeTests
{
    private const string Tree = "## Root cause analysis\n\n- Sign-in took nine seconds\n  - AND the job held `80` connections\n    - because nothing bounds them\n  - AND sign-in shares the pool\n\nMore words.\n";

    [Fact]
    public void The_tree_is_read_step_by_step() =>
        Assert.Equal(
            [
                new(0, "Sign-in took nine seconds", null), new(1, "the job held 80 connections", CausalGate.And), new(2, "nothing bounds them", CausalGate.Because), new(1, "sign-in shares the pool", CausalGate.And),
            ],
            SoundArchive.Whole.WithSection(Tree).ReadIncident().CausalTree);

    [Theory]
    [InlineData("1. Why? It waited.\n2. Why? It was held.\n3. Why? Nothing bounds it.\n")]
    [InlineData("- One\n- Two\n- Three\n")]
    [InlineData("- One\n  - Two\n  - Three\n")]
    [InlineData("> - One\n>   - AND two\n>   - AND three\n")]
    public void A_list_that_joins_nothing_is_no_tree(string markdown) =>
        Assert.Empty(SoundArchive.Whole.WithSection($"## Root cause analysis\n\n{markdown}").ReadIncident().CausalTree);

    [Fact]
    public void The_page_draws_it_with_its_words_and_keeps_the_list()
    {
        using var built = BuiltArchive.Of(SoundArchive.Whole.WithSection(Tree));
        var section = built.Page("internal/postmortems/inc-042/index.html").QuerySelector("section:has(> #root-cause-analysis)")!; // it is the section's own
        var svg = section.QuerySelector("figure.tree svg")!; // the tree above
        Assert.Equal(4, svg.QuerySelectorAll("g.step").Length);
        Assert.Equal("AND", Assert.Single(svg.QuerySelectorAll("g.gate")).TextContent.Trim());
        Assert.Equal(3, svg.QuerySelectorAll("path").Length);
        Assert.Contains("AND the job held", section.QuerySelector(".prose ul")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_postmortem_without_a_tree_has_no_drawing_of_one()
    {
        using var built = BuiltArchive.Of(SoundArchive.Whole);
        Assert.Null(built.Page("internal/postmortems/inc-042/index.html").QuerySelector("figure.tree"));
    }

    [Fact]
    public void Steps_that_skip_a_level_are_not_drawn() =>
        Assert.Null(CausalTreeFigure.Of([new(0, "a", null), new(2, "b", CausalGate.And), new(1, "c", CausalGate.And)]));
}
