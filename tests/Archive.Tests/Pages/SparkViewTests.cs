using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.Pages;

public sealed class SparkViewTests
{
    private static IEnumerable<string> Titles(params IEnumerable<Postmortem> postmortems) =>
        new InternalRendering(Sample.ArchiveOf(postmortems)).Page("/services/").QuerySelectorAll("svg.spark").Select(s => s.TextContent);

    [Fact]
    public void A_service_shows_how_often_it_was_hit_in_each_quarter() => // the gateway and settlement were not
        Assert.Equal(["By quarter, Q4 2025 to Q4 2026: 1, 2, 0, 0, 0"], Titles(Sample.Final("INC-001", "2025-12-30T00:00:00Z"), Sample.Final("INC-002", "2026-02-10T00:00:00Z"), Sample.Final("INC-003", "2026-03-10T00:00:00Z")));

    [Fact]
    public void Under_five_quarters_nothing_is_drawn() => Assert.Empty(Titles(Sample.Final("INC-001", "2026-01-01T00:00:00Z")));
}
