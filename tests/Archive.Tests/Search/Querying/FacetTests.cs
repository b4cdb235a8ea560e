using System.Globalization;
using Archive.Search;
using Xunit;
using static Archive.Tests.Search.SearchExamples;

namespace Archive.Tests.Search.Querying;

public sealed class FacetTests
{
    private static readonly System.Collections.Immutable.ImmutableArray<SearchDocument> Documents = Random(300);
    private static readonly SearchIndex All = Index(Documents);

    private static bool Has(SearchDocument document, string word) => document.Passages.Any(p => p.Text.Split(' ').Contains(word));

    private static bool Is(SearchDocument document, string facet, params string[] values) => document.Facets.Any(f => f.Facet == facet && values.Contains(f.Value));

    [Fact]
    public void Counts_are_those_of_counting_by_hand()
    {
        var answer = All.Search(new() { Text = "disk" });
        var expected = Documents.Where(d => Has(d, "disk")).CountBy(d => d.Facets.Single(f => f.Facet == "severity").Value).ToDictionary();
        Assert.Equal(expected, answer.Facets.Single(f => f.Name == "severity").Values.ToDictionary(v => v.Value, v => v.Count));
        Assert.Equal(Documents.Count(d => Has(d, "disk")), answer.Total);
    }

    [Fact]
    public void Values_of_a_facet_are_joined_by_or_and_facets_by_and()
    {
        var answer = All.Search(new() { Text = "disk", Facets = [new("service", "service-1"), new("service", "service-2"), new("severity", "sev1")] });
        Assert.Equal(Documents.Count(d => Has(d, "disk") && Is(d, "service", "service-1", "service-2") && Is(d, "severity", "sev1")), answer.Total);
    }

    [Fact]
    public void Counts_of_a_facet_do_not_follow_its_own_choice()
    {
        var answer = All.Search(new() { Text = "disk", Facets = [new("service", "service-1"), new("severity", "sev1")] });
        var expected = Documents.Where(d => Has(d, "disk") && Is(d, "severity", "sev1")).CountBy(d => d.Facets.Single(f => f.Facet == "service").Value).ToDictionary();
        var service = answer.Facets.Single(f => f.Name == "service");
        Assert.Equal(expected, service.Values.ToDictionary(v => v.Value, v => v.Count));
        Assert.Equal("service-1", service.Values.Single(v => v.IsChosen).Value);
    }

    [Fact]
    public void Ordered_values_keep_their_order_and_others_go_by_count()
    {
        var answer = All.Search(new() { Text = "" });
        Assert.Equal(["Critical", "Major", "Minor"], answer.Facets.Single(f => f.Name == "severity").Values.Select(v => v.Label));
        var counts = answer.Facets.Single(f => f.Name == "service").Values.Select(v => v.Count).ToList();
        Assert.Equal(counts.OrderDescending(), counts);
    }

    [Fact]
    public void Quarters_are_counted_without_gaps()
    {
        var answer = All.Search(new() { Text = "disk" });
        var expected = Documents.Where(d => Has(d, "disk")).CountBy(d => Quarter(d.Numbers.Single(n => n.Name == "started").Value)).ToDictionary();
        Assert.Equal(expected, answer.Quarters.Where(q => q.Count > 0).ToDictionary(q => q.Quarter, q => q.Count));
        Assert.Equal(answer.Quarters.Select(q => q.Quarter).Order(StringComparer.Ordinal), answer.Quarters.Select(q => q.Quarter));
        Assert.Equal((Quarter(28_000_000), Quarter(28_000_000 + 299 * 9_000)), (answer.Quarters[0].Quarter, answer.Quarters[^1].Quarter));
    }

    [Fact]
    public void A_value_that_is_unknown_finds_nothing() => Assert.Equal(0, All.Search(new() { Text = "", Facets = [new("service", "none")] }).Total);

    private static string Quarter(long minutes)
    {
        var at = DateTime.UnixEpoch.AddMinutes(minutes);
        return string.Create(CultureInfo.InvariantCulture, $"{at.Year}-Q{(at.Month + 2) / 3}");
    }

    [Fact]
    public void The_facet_that_decides_between_equals_is_in_every_hit()
    {
        var schema = Schema with { Facets = [.. Schema.Facets.Select(f => f with { IsShown = false })] };
        var index = SearchIndex.Of(SearchIndexBuilder.Build(schema, [.. Documents.Select(new SearchAnalyzer().Analyze)]));
        Assert.All(index.Search(new() { Text = "disk" }).Hits, hit => Assert.Equal(["severity"], hit.Facets.Select(f => f.Facet)));
    }
}
