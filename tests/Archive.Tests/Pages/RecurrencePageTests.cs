using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.Pages;

public sealed class RecurrencePageTests
{
    // Configuration overwritten, registry: 10 Feb, 14 Feb (again, an item was open), 1 May (again, 76 days later, all items done).
    // Pool exhaustion, settlement: 5 Aug 2025, which gives six quarters. Today is 21 Nov 2026.
    private static readonly InternalRendering Site = new(Sample.ArchiveOf(
        Sample.Final("INC-029", "2025-08-05T05:30:00Z") with { FailureClass = Sample.PoolExhaustion, Services = [Sample.Settlement] },
        Sample.Final("INC-030") with { ActionItems = [Sample.Item("AI-1")], Impact = new() { HoursLost = 23 } },
        Sample.Final("INC-031", "2026-02-14T05:40:00Z") with { RecurrenceOf = "INC-030", ActionItems = [Sample.Item("AI-1", ItemStatus.Done, done: "2026-03-01") with { IsStructuralFix = true }] },
        Sample.Final("INC-032", "2026-05-01T05:40:00Z")));

    private static readonly IHtmlDocument Page = Site.Page("/recurrence/");

    private static string Line(IElement? element) => string.Join(' ', element!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Rows(string section) => Page.QuerySelectorAll($"section:has(#{section}) tbody tr").Select(r => string.Join(' ', r.Children.Select(Line).Where(c => c.Length > 0)));

    [Fact]
    public void The_verdict_compares_whole_quarters_with_their_numbers() =>
        Assert.Equal("Nothing came back in Q3 2026, after once in Q2 2026. None so far in Q4 2026.", Line(Page.QuerySelector(".lede")));

    [Fact]
    public void Each_diagnosis_has_its_number_and_leads_to_what_it_counts()
    {
        Assert.Equal(["Never shipped 1", "Did not hold 1", "Nothing planned 0", "Accepted 0"], Page.QuerySelectorAll("section:has(#diagnosis) tr").Select(r => $"{r.Children[0].TextContent} {r.Children[1].TextContent}"));
        Assert.Equal(["/archive/recurrence/diagnoses/never-shipped/", "/archive/recurrence/diagnoses/did-not-hold/"], Page.QuerySelectorAll("section:has(#diagnosis) a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["INC-031 Title of INC-031"], Site.Page("/recurrence/diagnoses/never-shipped/").QuerySelectorAll("tbody th a:first-child").Select(a => a.TextContent).Take(1));
    }

    [Fact]
    public void Every_mark_leads_to_a_page_that_lists_as_many_as_it_counts()
    {
        var cells = Page.QuerySelectorAll("section:has(#classes) svg a.h0, section:has(#classes) svg a[class^=h]").Distinct().ToList();
        Assert.Equal(3, cells.Count);
        Assert.All(cells, cell =>
        {
            var list = Site.Page(cell.GetAttribute("href")!.Replace("/archive", "", StringComparison.Ordinal));
            var counted = int.Parse(cell.QuerySelector("text")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Contains(counted == 0 ? "none of which had happened before" : counted == 1 ? "again once" : "again twice", list.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_chart_has_a_table_with_the_same_numbers()
    {
        var marks = Page.QuerySelectorAll("section:has(#classes) svg a[class^=h]").Select(a => (a.GetAttribute("href"), a.QuerySelector("text")!.TextContent)).Order();
        var cells = Page.QuerySelectorAll("section:has(#classes) .twin td a").Select(a => (a.GetAttribute("href"), a.TextContent.Split(' ')[0])).Order();
        Assert.Equal(marks, cells);
    }

    [Fact]
    public void What_is_drawn_over_time_opens_at_the_newest()
    {
        Assert.NotNull(Page.QuerySelector("section:has(#quarters) .newest svg"));
        Assert.NotNull(Page.QuerySelector("section:has(#classes) .newest svg"));
        Assert.NotNull(Page.QuerySelector("section:has(#services) .scroll:not(.newest) svg"));
    }

    [Fact]
    public void The_names_of_rows_stay_in_view_while_the_cells_scroll()
    {
        Assert.Equal(["Configuration overwritten", "Connection pool exhaustion"], Page.QuerySelectorAll("section:has(#classes) svg.names text title").Select(t => t.TextContent).Order());
        var (names, cells) = (Page.QuerySelector("section:has(#classes) svg.names")!, Page.QuerySelector("section:has(#classes) .scroll svg")!);
        Assert.StartsWith($"{names.GetAttribute("width")} 0 ", cells.GetAttribute("viewBox"), StringComparison.Ordinal);
        Assert.Equal(names.GetAttribute("height"), cells.GetAttribute("height"));
    }

    [Fact]
    public void Charts_say_in_words_what_they_show() =>
        Assert.All(Page.QuerySelectorAll("main svg[role=group]"), svg =>
        {
            Assert.NotEmpty(svg.GetAttribute("aria-label")!);
            Assert.NotEmpty(svg.QuerySelector("desc")!.TextContent);
            Assert.All(svg.QuerySelectorAll("a[class]"), mark => Assert.NotEmpty(mark.QuerySelector("title")!.TextContent));
        });

    [Fact]
    public void Families_stand_with_their_cost() => // 23 h stated, and twice 3 h 25 min
        Assert.Equal(["Configuration overwritten INC-030 to INC-032 3 times 29.8 h 23 h of people lasted 10 h 15 min 1 May 2026 did not hold"], Rows("families"));

    [Fact]
    public void A_fix_that_failed_names_what_came_back() =>
        Assert.Equal(["failed after 61 days 1 Mar 2026 Title of AI-1 INC-031 Configuration overwritten came back as INC-032"], Rows("fixes"));

    [Fact]
    public void Classes_say_when_they_last_came_back() =>
        Assert.Equal(["Configuration overwritten incidents 3 again 2 204 days ago INC-032", "Connection pool exhaustion incidents 1 again 0 never came back"], Rows("since"));

    [Fact]
    public void Columns_are_drawn_from_five_quarters_on()
    {
        Assert.Equal(["0", "0", "1", "1", "0", "0"], Page.QuerySelectorAll("section:has(#quarters) .label").Select(l => l.TextContent));
        var young = new InternalRendering(Sample.ArchiveOf(Sample.Final("INC-030", "2025-12-01T00:00:00Z"), Sample.Final("INC-031", "2025-12-05T00:00:00Z"))).Page("/recurrence/");
        Assert.Equal(5, young.QuerySelectorAll("section:has(#quarters) .label").Length);
        var younger = new InternalRendering(Sample.ArchiveOf(Sample.Final("INC-030", "2026-01-01T00:00:00Z"), Sample.Final("INC-031", "2026-01-05T00:00:00Z"))).Page("/recurrence/");
        Assert.Empty(younger.QuerySelectorAll("#quarters"));
    }

    [Theory]
    [InlineData(0, "No incident is written down yet.")]
    [InlineData(1, "Quarters can be compared once two of them are over; the first began on 1 Oct 2026. None so far in Q4 2026.")]
    public void An_archive_of_one_or_none_has_words_and_no_empty_frames(int amount, string verdict)
    {
        var site = new InternalRendering(Sample.ArchiveOf(Enumerable.Range(0, amount).Select(_ => Sample.Stub())));
        foreach (var url in (string[])["/recurrence/", "/recurrence/all/", "/recurrence/fixes/", "/causes/", "/action-items/"])
        {
            var page = site.Page(url);
            Assert.Empty(page.QuerySelectorAll("main svg, main table, main figure"));
            Assert.NotEmpty(page.QuerySelector(".lede")!.TextContent);
        }
        Assert.Equal(verdict, site.Page("/recurrence/").QuerySelector(".lede")!.TextContent);
    }
}
