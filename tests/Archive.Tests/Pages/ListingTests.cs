using System.Collections.Immutable;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.Pages;

public sealed class ListingTests
{
    private static readonly InternalRendering Whole = new(Sample.Whole);

    private static string Line(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Ids(string url) => Whole.Page(url).QuerySelectorAll(".postmortems td.id").Select(e => e.TextContent);

    [Theory]
    [InlineData("/postmortems/", "INC-046 INC-044 INC-032 INC-031 INC-030 INC-004")]
    [InlineData("/services/settlement/", "INC-046 INC-044 INC-031")]
    [InlineData("/failure-classes/config-overwrite/", "INC-032 INC-031 INC-030 INC-004")]
    [InlineData("/failure-classes/pool-exhaustion/", "")]
    [InlineData("/severities/sev1/", "INC-046 INC-044 INC-031")]
    [InlineData("/chain-levels/operation/", "INC-031")]
    [InlineData("/kinds/near-miss/", "INC-032")]
    [InlineData("/years/2025/", "INC-004")]
    [InlineData("/teams/commerce/", "INC-046 INC-044 INC-031")]
    public void A_list_holds_what_its_name_says_the_newest_first(string url, string ids) => Assert.Equal(ids, string.Join(' ', Ids(url)));

    [Fact]
    public void A_row_says_all_that_one_scans_for()
    {
        var row = Whole.Page("/services/device-registry/").QuerySelectorAll(".postmortems tbody tr").First(r => r.TextContent.Contains("INC-031", StringComparison.Ordinal));
        Assert.Equal("14 Feb 2026 INC-031 Lanes graded by the wrong camera for the second time in four days Sev 1 Device registry Camera gateway Settlement Configuration overwritten 3 h 25 min final 1 of 2 items done, 1 overdue", Line(row));
    }

    [Fact]
    public void A_kind_that_is_no_incident_is_named() =>
        Assert.Equal("near miss", Whole.Page("/kinds/near-miss/").QuerySelector(".postmortems .kind")!.TextContent);

    [Fact]
    public void A_service_shows_what_is_open_there()
    {
        var page = Whole.Page("/services/settlement/");
        Assert.Equal("3 postmortems since 14 Feb 2026, 3 of them in the past 12 months. 1 action item is open, and overdue.", Line(page.QuerySelector(".intro .quiet")!));
        Assert.Equal("/archive/postmortems/inc-031/#item-ai-2", page.QuerySelector(".ledger tbody th a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_severity_says_what_the_policy_asks() =>
        Assert.Equal("A full outage of something customers pay for. A postmortem is mandatory, due 5 business days after resolution.", Whole.Page("/severities/sev1/").QuerySelector(".lede")!.TextContent);

    [Fact]
    public void A_list_leads_to_its_siblings_and_marks_itself()
    {
        var siblings = Whole.Page("/severities/sev1/").QuerySelectorAll(".siblings li").Select(Line);
        Assert.Equal(["Sev 0 0", "Sev 1 3", "Sev 2 3", "Sev 3 0", "Sev 4 0"], siblings);
        Assert.Equal("Sev 1", Whole.Page("/severities/sev1/").QuerySelector(".siblings [aria-current]")!.TextContent);
    }

    [Fact]
    public void Services_stand_by_team_with_what_is_open()
    {
        var page = Whole.Page("/services/");
        Assert.Equal(["commerce", "edge"], page.QuerySelectorAll(".group").Select(Line));
        var settlement = page.QuerySelectorAll("tbody tr").First(r => r.QuerySelector("th a")?.TextContent == "Settlement");
        Assert.Equal("Settlement 3 in all 3 in the past year By quarter, Q1 2025 to Q4 2026: 0, 0, 0, 0, 1, 0, 0, 2 1 overdue 20 Nov 2026 INC-046", Line(settlement));
    }

    [Fact]
    public void A_service_without_a_team_stands_apart()
    {
        var alone = new Service { Id = "alone", Name = "Alone" };
        var page = new InternalRendering(Sample.Whole with { Services = [.. Sample.Whole.Services, alone] }).Page("/services/");
        Assert.Equal("No team", Line(page.QuerySelectorAll(".group")[^1]));
    }

    [Fact]
    public void The_most_frequent_failure_class_comes_first() =>
        Assert.Equal(["Configuration overwritten", "Connection pool exhaustion"], Whole.Page("/failure-classes/").QuerySelectorAll("tbody th a").Select(a => a.TextContent));

    [Fact]
    public void Of_many_services_a_row_names_four_and_counts_the_rest()
    {
        ImmutableArray<Service> services = [.. Enumerable.Range(1, 12).Select(i => Sample.Registry with { Id = $"s{i}", Name = $"Service {i}" })];
        var archive = Sample.ArchiveOf(Sample.Final() with { Services = services }) with { Services = services };
        var cell = new InternalRendering(archive).Page("/postmortems/").QuerySelector("td.services")!;
        Assert.Equal(["Service 1", "Service 2", "Service 3", "Service 4", "and 8 more"], cell.Children.Select(s => s.TextContent));
    }
}
