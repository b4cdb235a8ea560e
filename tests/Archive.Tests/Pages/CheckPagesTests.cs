using Archive.Incidents.Validation;
using Xunit;

namespace Archive.Tests.Pages;

public sealed class CheckPagesTests
{
    private static readonly InternalRendering Whole = new(Sample.Whole);

    [Fact]
    public void Every_rule_has_a_page_and_the_index_leads_to_it()
    {
        var links = Whole.Page("/checks/").QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")).ToHashSet(StringComparer.Ordinal);
        Assert.All(RuleCatalogue.All, r =>
        {
            Assert.Contains($"/archive/checks/{r.Code}/", links);
            Assert.True(Whole.Site.ByFile.ContainsKey($"checks/{r.Code}/index.html"));
        });
    }

    [Fact]
    public void A_rules_page_shows_a_bad_and_a_good_example()
    {
        var rule = RuleCatalogue.Find("missing-key")!;
        var page = Whole.Page("/checks/missing-key/");
        Assert.Equal([rule.Bad.Text, rule.Good.Text], page.QuerySelectorAll("pre code").Select(c => c.TextContent));
        Assert.Equal("error", page.QuerySelector(".mark")!.TextContent);
    }

    [Fact]
    public void Markdown_in_an_explanation_is_rendered() =>
        Assert.NotEmpty(Whole.Page("/checks/placeholder/").QuerySelectorAll(".prose > p code"));
}
