using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.Pages;

public sealed class LatenciesPageTests
{
    private static IHtmlDocument Latencies(params IEnumerable<Postmortem> postmortems) => new InternalRendering(Sample.ArchiveOf(postmortems)).Page("/latencies/");

    /// <summary>Incidents a day apart that were noticed after so many minutes.</summary>
    private static IEnumerable<Postmortem> NoticedAfter(params IEnumerable<int> minutes) => minutes.Select((m, i) =>
    {
        var at = Sample.Utc("2026-08-01T08:00:00Z").AddDays(i);
        return Sample.Final($"INC-{i + 100}") with { Times = new() { StartedAt = at, DetectedAt = at.AddMinutes(m) } };
    });

    private static string[] Cells(IElement row) => [.. row.Children.Select(c => c.TextContent.Trim())];

    [Fact]
    public void A_sentence_says_what_each_drawing_shows()
    {
        var page = Latencies(NoticedAfter(10, 20, 40));
        Assert.Equal("In half of 3 incidents, it was noticed within 20 min.", page.QuerySelector("section:has(#detection) .charted p")!.TextContent);
    }

    [Fact]
    public void Every_dot_is_a_link_to_its_incident_and_says_its_value()
    {
        var dots = Latencies(NoticedAfter(10, 20)).QuerySelectorAll("section:has(#detection) svg a");
        Assert.Equal(["/archive/postmortems/inc-100/", "/archive/postmortems/inc-101/"], dots.Select(d => d.GetAttribute("href")));
        Assert.Equal("INC-101, Sev 2, 2 Aug 2026: 20 min. Title of INC-101", dots[1].QuerySelector("title")!.TextContent);
    }

    [Fact]
    public void Every_dot_stands_in_the_table_too()
    {
        var page = Latencies(NoticedAfter(10, 20));
        Assert.Equal(["2 Aug 2026", "Title of INC-101 INC-101", "Sev 2", "Detection 20 min", "", "", "", ""], Cells(page.QuerySelector("section:has(#incidents) tbody tr")!));
    }

    [Fact]
    public void The_drawing_has_a_name_and_a_description_for_those_who_do_not_see_it()
    {
        var drawing = Latencies(NoticedAfter(10, 20)).QuerySelector("section:has(#detection) svg")!;
        Assert.Equal("Detection of 2 incidents", drawing.GetAttribute("aria-label"));
        Assert.StartsWith("In half of 2 incidents, it was noticed within 15 min.", drawing.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_gives_number_median_quartiles_and_the_longest()
    {
        var row = Latencies(NoticedAfter(10, 20, 30, 40, 100)).QuerySelector("section:has(#detection) table tbody tr")!;
        Assert.Equal(["Sev 2", "5 measured", "median 30 min", "20 min to 40 min", "longest 1 h 40 min INC-104", ""], Cells(row));
    }

    [Fact]
    public void Fewer_than_five_have_their_range_instead_of_quartiles_and_no_line()
    {
        var section = Latencies(NoticedAfter(10, 20, 30, 100)).QuerySelector("section:has(#detection)")!;
        Assert.Equal("10 min to 1 h 40 min, all 4", Cells(section.QuerySelector("table tbody tr")!)[3]);
        Assert.Empty(section.QuerySelectorAll(".level"));
    }

    [Fact]
    public void Five_in_a_quarter_have_a_line_at_their_median()
    {
        var line = Assert.Single(Latencies(NoticedAfter(10, 20, 30, 40, 100)).QuerySelectorAll("section:has(#detection) .level"));
        Assert.Equal("Median of Q3 2026: 30 min of 5", line.QuerySelector("title")!.TextContent);
    }

    [Fact]
    public void No_trend_is_told_of_too_few()
    {
        var section = Latencies(NoticedAfter(10, 20)).QuerySelector("section:has(#detection)")!;
        Assert.Contains("Too few to compare the past 12 months with the 12 before: 2 and 0, where each needs 5.", section.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_times_are_counted()
    {
        var page = Latencies(NoticedAfter(10).Append(Sample.Stub()));
        Assert.Contains("1 more does not say.", page.QuerySelector("section:has(#detection) .charted p")!.TextContent, StringComparison.Ordinal);
        var coverage = page.QuerySelectorAll("section:has(#coverage) tbody tr").Select(Cells).Single(r => r[0] == "detected");
        Assert.Equal(["detected", "1 of 2", "50 %", "INC-044"], coverage);
    }

    [Fact]
    public void A_latency_that_nobody_measured_has_no_frame()
    {
        var section = Latencies(NoticedAfter(10)).QuerySelector("section:has(#response)")!;
        Assert.Null(section.QuerySelector("svg"));
        Assert.StartsWith("No incident says when the harm stopped.", section.QuerySelector(".charted p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_of_none_says_what_would_stand_here()
    {
        var page = Latencies();
        Assert.StartsWith("No incident is in the archive yet.", page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("svg, table"));
    }

    [Fact]
    public void Ten_thousand_incidents_make_a_page_of_bounded_size()
    {
        var rendering = new InternalRendering(Sample.ArchiveOf(Sample.Many(10_000, TimeSpan.FromHours(3))));
        Assert.InRange(rendering.Text("latencies/index.html").Length, 1, 300_000);
        Assert.InRange(rendering.Text("deadlines/index.html").Length, 1, 200_000);
    }

    [Fact]
    public void Nobody_is_counted()
    {
        var text = new InternalRendering(Sample.Whole).Text("latencies/index.html") + new InternalRendering(Sample.Whole).Text("deadlines/index.html");
        Assert.DoesNotContain("@", text, StringComparison.Ordinal);
    }
}
