using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.Pages;

public sealed class ActionItemPageTests
{
    private static readonly AngleSharp.Html.Dom.IHtmlDocument Page = new InternalRendering(Sample.ArchiveOf(
        Sample.Full() with
        {
            ActionItems =
            [
                Sample.Item("AI-1", ItemStatus.Open, "2026-12-30"),
                Sample.Item("AI-2", ItemStatus.Open, "2026-11-20"),
                Sample.Item("AI-3", ItemStatus.Open, "2026-06-30"),
                Sample.Item("AI-4", ItemStatus.Done, done: "2026-03-01"),
                Sample.Item("AI-5", ItemStatus.Declined),
                Sample.Item("AI-6", ItemStatus.Idea),
            ],
        })).Page("/action-items/");

    private static IEnumerable<string> Titles(string anchor) => Page.QuerySelectorAll($"section:has(#{anchor}) tbody th a").Select(a => a.TextContent);

    [Fact]
    public void Items_stand_by_state_the_longest_overdue_first()
    {
        Assert.Equal(["overdue", "open", "done", "declined", "ideas"], Page.QuerySelectorAll("section:has(.ledger) h2").Select(h => h.Id));
        Assert.Equal(["Title of AI-3", "Title of AI-2"], Titles("overdue"));
        Assert.Equal(["Title of AI-1"], Titles("open"));
    }

    [Fact]
    public void Many_done_items_are_folded_and_open_ones_never()
    {
        var items = Enumerable.Range(1, 26).Select(i => i <= 13 ? Sample.Item($"AI-{i}", ItemStatus.Done, done: "2026-03-01") : Sample.Item($"AI-{i}", due: "2026-12-30"));
        var page = new InternalRendering(Sample.ArchiveOf(Sample.Full() with { ActionItems = [.. items] })).Page("/action-items/");
        Assert.Equal(13, page.QuerySelectorAll("section:has(#done) details tbody tr").Length);
        Assert.Equal(13, page.QuerySelectorAll("section:has(#open) > table tbody tr").Length);
    }

    [Fact]
    public void Ideas_and_declined_items_are_not_counted() => Assert.Equal("1 of 4 promised items are done. 3 are open, 2 overdue.", Page.QuerySelector(".lede")!.TextContent);

    [Fact]
    public void A_declined_item_says_why() =>
        Assert.Contains("The gain is smaller than the risk.", Page.QuerySelector("section:has(#declined)")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public void A_done_item_shows_what_proves_it() =>
        Assert.Equal(["edge/registry/hooks/check_mapping.sh", "9f31c0a"], Page.QuerySelectorAll("section:has(#done) code").Select(c => c.TextContent));

    [Fact]
    public void Completion_stands_against_its_target() => // four items, resolved on 14 Feb; one was done on 1 Mar
        Assert.Equal(
            ["Done within 30 days 1 of 4, 25 % target 70 %, missed", "Done within 90 days 1 of 4, 25 % target 90 %, missed", "Done and proved 1 of 4"],
            Page.QuerySelectorAll(".intro .facts > div").Select(d => string.Join(' ', d.Children.Select(c => c.TextContent))));

    [Fact]
    public void A_month_of_resolution_has_its_own_list()
    {
        var row = Page.QuerySelector("section:has(#completion) tbody tr")!;
        Assert.Equal(["Feb 2026", "4", "1", "1 of 4, 25 %", "1 of 4, 25 %"], row.Children.Select(c => c.TextContent));
        Assert.Equal("/archive/action-items/resolved/2026-02/", row.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void An_item_says_how_old_it_is()
    {
        Assert.Equal(["280 days old", "280 days old"], Page.QuerySelectorAll("section:has(#overdue) td:first-child .sub").Select(e => e.TextContent)); // 14 Feb to 21 Nov
        Assert.Equal("after 15 days", Page.QuerySelectorAll("section:has(#done) td:first-child .sub")[^1].TextContent);
    }

    [Fact]
    public void The_items_of_all_teams_are_the_promised_items() =>
        Assert.Equal("1 of 4 done", Page.QuerySelector("section:has(#teams) td:nth-child(3)")!.TextContent);

    [Fact]
    public void Teams_are_counted_and_people_are_not()
    {
        Assert.Equal(["edge", "2 overdue, 1 more open", "1 of 4 done", "25 % in 30 days", "25 % in 90 days"], Page.QuerySelectorAll("section:has(#teams) tbody tr > *").Select(c => c.TextContent));
        Assert.DoesNotContain("@", Page.QuerySelector(".intro")!.TextContent, StringComparison.Ordinal);
    }
}
