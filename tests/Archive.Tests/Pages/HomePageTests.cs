using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.Pages;

public sealed class HomePageTests
{
    private static AngleSharp.Html.Dom.IHtmlDocument Home(IncidentArchive archive) => new InternalRendering(archive).Page("/");

    [Fact]
    public void It_begins_with_what_the_archive_is()
    {
        var page = Home(Sample.Whole);
        Assert.Equal("Sample archive", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Everything here is invented.", page.QuerySelector(".lede")!.TextContent);
    }

    [Fact]
    public void How_things_stand_is_told_in_four_figures_that_lead_on()
    {
        var figures = Home(Sample.Whole).QuerySelectorAll(".now > div");
        Assert.Equal(
            ["Postmortems|1 overdue|2 not final", "Action items|1 overdue|1 open of 4", "Came back in Q4 2026|nothing|nothing in Q3 2026", "Past 30 days|1 incident|1 not resolved"],
            figures.Select(f => string.Join('|', f.Children.Select(c => c.TextContent))));
        Assert.Equal(["/archive/deadlines/", "/archive/action-items/", "/archive/recurrence/", "/archive/postmortems/"], figures.Select(f => f.QuerySelector("a")!.GetAttribute("href")));
    }

    [Fact]
    public void A_repeat_has_the_mark_that_it_has_on_the_recurrence_page()
    {
        var site = new InternalRendering(Sample.Whole);
        var mark = site.Page("/").QuerySelector(".family .mark")!;
        var there = site.Page("/recurrence/").QuerySelector("section:has(#families) .mark")!;
        Assert.Equal((there.ClassName, there.TextContent), (mark.ClassName, mark.TextContent));
    }

    [Fact]
    public void What_is_owed_stands_first_with_the_days_it_is_late()
    {
        var rows = Home(Sample.Whole).QuerySelectorAll("section:has(#owed) tbody tr");
        Assert.Equal(["38 days overdue", "no deadline"], rows.Select(r => r.QuerySelector("td .mark")!.TextContent));
        Assert.Contains("due 14 Oct 2026", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("due 5 business days after resolution", rows[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_owed_and_not_shown_is_counted()
    {
        var page = Home(Sample.ArchiveOf(Sample.Many(14, TimeSpan.FromDays(1)).Select(p => p with { Status = DocumentStatus.Draft })));
        Assert.Equal(10, page.QuerySelectorAll("section:has(#owed) tbody tr").Length);
        Assert.StartsWith("4 more", page.QuerySelector("section:has(#owed) .more")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_items_are_told_by_team_in_words() =>
        Assert.Equal(["edge", "1 overdue"], Home(Sample.Whole).QuerySelectorAll(".tally li:first-child > *").Select(e => e.TextContent));

    [Fact]
    public void What_comes_back_says_what_was_open()
    {
        var family = Home(Sample.Whole).QuerySelector(".family")!;
        Assert.Equal(["INC-030", "INC-031"], family.QuerySelectorAll(".id").Select(e => e.TextContent));
        Assert.Equal("did not hold When it happened again on 2 Mar 2026, 1 of the 2 items of INC-031 was open.", family.QuerySelector("p")!.TextContent);
    }

    [Fact]
    public void The_latest_stand_first() =>
        Assert.Equal(["INC-046", "INC-044", "INC-032"], Home(Sample.Whole).QuerySelectorAll(".postmortems .id").Take(3).Select(e => e.TextContent));

    [Fact]
    public void An_empty_archive_says_what_would_stand_here()
    {
        var page = Home(Sample.ArchiveOf());
        Assert.Equal("No postmortem is written yet, so none is owed.", page.QuerySelector("section:has(#owed) p")!.TextContent);
        Assert.Null(page.QuerySelector(".now"));
        Assert.Contains("archive new", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }
}
