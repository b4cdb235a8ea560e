using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.Pages;

public sealed class CausePagesTests
{
    private static readonly InternalRendering Site = new(Sample.ArchiveOf(
        Sample.Full(),
        Sample.Final("INC-040", "2026-06-01T00:00:00Z") with
        {
            ChainLevel = "operation",
            ChainLabel = "configuration",
            Causes = [new() { Id = "C1", Kind = CauseKind.Contributing, Text = "Nobody looks at it.", Layer = "preflight" }],
        }));

    [Fact]
    public void A_factor_that_no_item_addresses_stands_first()
    {
        var page = Site.Page("/causes/");
        Assert.Equal("3 causes in 2 postmortems: 1 root and 2 contributing factors. 1 is addressed by nothing and accepted by nobody.", page.QuerySelector(".lede")!.TextContent);
        Assert.Equal("/archive/postmortems/inc-040/#cause-c1", page.QuerySelector("section:has(#unaddressed) tbody th a")!.GetAttribute("href"));
        Assert.Contains("Backups are kept as they are.", page.QuerySelector("section:has(#accepted)")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_repaired_causes_are_folded_by_failure_class()
    {
        var postmortem = Sample.Full() with { Causes = [.. Enumerable.Range(1, 31).Select(i => new Cause { Id = $"C{i}", Kind = CauseKind.Root, Text = $"Cause {i}.", AddressedBy = ["AI-1"] })] };
        var page = new InternalRendering(Sample.ArchiveOf(postmortem)).Page("/causes/");
        var fold = Assert.Single(page.QuerySelectorAll("section:has(#repaired) details"));
        Assert.Equal("Configuration overwritten 31", fold.QuerySelector("summary")!.TextContent);
        Assert.Equal(31, fold.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public void Layers_and_chain_cells_lead_to_the_postmortems_they_count()
    {
        var page = Site.Page("/causes/");
        Assert.Equal("2", page.QuerySelector("section:has(#layers) td.num")!.TextContent);
        Assert.Equal(["INC-040", "INC-031"], Site.Page("/layers/preflight/").QuerySelectorAll(".postmortems .id").Select(e => e.TextContent));
        Assert.Equal("/archive/chain-levels/operation/configuration/", page.QuerySelector("section:has(#chain) svg a[class^=h]")!.GetAttribute("href"));
        Assert.Equal(2, Site.Page("/chain-levels/operation/configuration/").QuerySelectorAll(".postmortems .id").Length);
    }
}
