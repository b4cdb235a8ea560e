using System.Text.Json;
using Xunit;

namespace Archive.Tests.Pages;

public sealed class DebtViewTests
{
    private static readonly InternalRendering Site = new(Sample.ArchiveOf(
        Sample.Final() with { ActionItems = [Sample.Item("AI-1", due: "2026-12-04") with { Owner = "needs-owner" }] },
        Sample.Stub("INC-044") with { Times = new() { StartedAt = Sample.Utc("2026-10-06T08:00:00Z"), ResolvedAt = Sample.Utc("2026-10-07T08:00:00Z") } }));

    private static IEnumerable<string> Rows(string page) =>
        Site.Page(page).QuerySelectorAll("section:has(#debt) tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim())));

    [Fact]
    public void It_stands_in_the_ledger_with_what_each_lacks() =>
        Assert.Equal(
            [
                "no owner for 277 days | Title of AI-1Action item, due 4 Dec 2026; an owner was needed by 17 Feb 2026 | INC-030 | edge | Sev 2",
                "38 days overdue | Title of INC-044Postmortem, stub, due 14 Oct 2026; nobody is named who writes it | INC-044 | commerce | Sev 1",
            ],
            Rows("/action-items/"));

    [Fact]
    public void Its_rows_lead_to_the_item_and_to_the_postmortem() =>
        Assert.Equal(
            ["/archive/postmortems/inc-030/#item-ai-1", "/archive/postmortems/inc-044/"],
            Site.Page("/action-items/").QuerySelectorAll("section:has(#debt) th a").Select(a => a.GetAttribute("href")));

    [Fact]
    public void Its_lead_counts_by_kind() =>
        Assert.Equal("1 postmortem past its deadline and 1 item that nobody owns. Each needs a name, a day or a decision.", Site.Page("/action-items/").QuerySelector("section:has(#debt) p")!.TextContent);

    [Fact]
    public void The_home_page_leads_to_it()
    {
        var link = Site.Page("/").QuerySelector("section:has(#owed) a[href$='#debt']")!;
        Assert.Equal(("Postmortem debt: 2", "/archive/action-items/#debt"), (link.TextContent, link.GetAttribute("href")));
    }

    [Fact]
    public void A_team_sees_its_own() => Assert.Equal("INC-030", Assert.Single(Rows("/action-items/teams/edge/")).Split(" | ")[2]);

    [Fact]
    public void Of_very_much_it_shows_the_oldest_and_says_where_the_rest_is()
    {
        var many = Enumerable.Range(1, 103).Select(i => Sample.Item($"AI-{i}", due: "2026-12-04") with { Owner = "needs-owner" });
        var section = new InternalRendering(Sample.ArchiveOf(Sample.Final() with { ActionItems = [.. many] })).Page("/action-items/").QuerySelector("section:has(#debt)")!;

        Assert.Equal((100, "3 more are in api/postmortem-debt.json."), (section.QuerySelectorAll("tbody tr").Length, section.QuerySelector("p.more")!.TextContent));
    }

    [Fact]
    public void An_archive_without_any_says_so() =>
        Assert.StartsWith("None:", new InternalRendering(Sample.ArchiveOf(Sample.Final())).Page("/action-items/").QuerySelector("section:has(#debt) p")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public void The_same_stands_as_data()
    {
        var debt = JsonDocument.Parse(Site.Text("api/postmortem-debt.json")).RootElement.GetProperty("postmortem_debt").EnumerateArray().ToList();
        Assert.Equal(["unowned-item INC-030 AI-1 277", "late-postmortem INC-044  38"], debt.Select(d => $"{d.GetProperty("kind")} {d.GetProperty("incident")} {(d.TryGetProperty("item", out var item) ? item.GetString() : "")} {d.GetProperty("days")}"));
        var stats = JsonDocument.Parse(Site.Text("api/stats.json")).RootElement.GetProperty("postmortem_debt");
        Assert.Equal("1 0 1", string.Join(' ', new[] { "late_postmortems", "unwritten_postmortems", "unowned_items" }.Select(n => stats.GetProperty(n).GetInt32())));
    }
}
