using System.Text;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.Pages;

/// <summary>Pages about the whole archive stay of a size that a browser likes, however large it is.</summary>
public sealed class LargeArchiveTests
{
    // each repeats the one before it, and has two items: one done as the structural fix, one open
    private static readonly InternalRendering Site = new(Sample.ArchiveOf(Sample.Many(4_000, TimeSpan.FromHours(6)).Select((p, i) => p with
    {
        ActionItems = [Sample.Item("AI-1", ItemStatus.Done, done: "2026-03-01") with { IsStructuralFix = true }, Sample.Item("AI-2", due: i % 2 == 0 ? "2026-01-01" : "2027-01-01")],
        Causes = [new() { Id = "C1", Kind = CauseKind.Root, Text = $"Why {i}", Layer = "code" }],
    })));

    [Theory]
    [InlineData("recurrence/index.html", 200)]
    [InlineData("recurrence/all/index.html", 800)]
    [InlineData("recurrence/fixes/index.html", 800)]
    [InlineData("causes/index.html", 200)]
    [InlineData("action-items/index.html", 800)]
    [InlineData("action-items/teams/edge/index.html", 800)]
    [InlineData("index.html", 200)]
    public void A_page_about_everything_is_bounded(string file, int kilobytesAtMost) =>
        Assert.InRange(Encoding.UTF8.GetByteCount(Site.Text(file)) / 1024, 1, kilobytesAtMost);

    [Theory]
    [InlineData("/action-items/", 40)]
    [InlineData("/action-items/teams/edge/", 200)]
    public void What_is_done_stands_in_full_by_team_and_in_short_where_all_is(string url, int rows) =>
        Assert.Equal(rows, Site.Page(url).QuerySelectorAll("section:has(#done) tbody tr, section:has(#unproved) tbody tr").Length);

    [Fact]
    public void What_is_left_out_is_said() =>
        Assert.Contains("1,800 more stand in the data below", Site.Page("/action-items/").QuerySelector("section:has(#overdue) .more")!.TextContent, StringComparison.Ordinal);
}
