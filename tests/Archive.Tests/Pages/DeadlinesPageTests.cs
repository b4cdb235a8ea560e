using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.Pages;

public sealed class DeadlinesPageTests
{
    private static readonly Postmortem InTime = Sample.Final("INC-001", "2026-03-02T10:00:00Z"); // sev2, due 11 Mar, published 5 Mar
    private static readonly Postmortem Late = Sample.Final("INC-002", "2026-03-02T10:00:00Z") with { PublishedOn = new(2026, 3, 13) };
    private static readonly Postmortem Overdue = Sample.Final("INC-003", "2026-11-02T10:00:00Z") with { Status = DocumentStatus.Draft, PublishedOn = null }; // due 11 Nov

    private static IHtmlDocument Deadlines(params IEnumerable<Postmortem> postmortems) => new InternalRendering(Sample.ArchiveOf(postmortems)).Page("/deadlines/");

    private static string[] Cells(IElement row) => [.. row.Children.Select(c => c.TextContent.Trim())];

    [Fact]
    public void It_begins_with_how_many_were_in_time() =>
        Assert.Equal("1 of 3 postmortems whose day has come was published in time, 1 late. 1 is overdue.", Deadlines(InTime, Late, Overdue).QuerySelector(".lede")!.TextContent);

    [Fact]
    public void What_is_owed_stands_first()
    {
        var row = Assert.Single(Deadlines(InTime, Overdue).QuerySelectorAll("section:has(#owed) tbody tr"));
        Assert.Equal("10 days overdue", row.QuerySelector(".mark")!.TextContent);
    }

    [Fact]
    public void Every_deadline_says_when_it_was_and_how_late() =>
        Assert.Equal(
            [
                ["due 11 Nov 2026", "", "10 days overdue", "Title of INC-003 INC-003", "Sev 2"],
                ["due 11 Mar 2026", "published 5 Mar 2026", "in time", "Title of INC-001 INC-001", "Sev 2"],
                ["due 11 Mar 2026", "published 13 Mar 2026", "2 days late", "Title of INC-002 INC-002", "Sev 2"],
            ],
            Deadlines(InTime, Late, Overdue).QuerySelectorAll("section:has(#records) tbody tr").Select(Cells));

    [Fact]
    public void A_severity_shows_what_is_asked_and_what_came()
    {
        var row = Deadlines(InTime, Late, Overdue).QuerySelectorAll("section:has(#severities) tbody tr")[2];
        Assert.Equal(["Sev 2 mandatory, 7 business days", "1 in time", "1 late", "1 overdue", "", "33 % in time", "published after 7 d (of 2)"], Cells(row)); // 3 and 11 days
    }

    [Fact]
    public void A_dot_says_how_many_days_it_was_early_or_late() =>
        Assert.Equal(
            ["10 days overdue", "published 6 days early", "published 2 days late"],
            Deadlines(InTime, Late, Overdue).QuerySelectorAll("svg a title").Select(t => t.TextContent.Split(": ")[1].Split('.')[0]));

    [Fact]
    public void Holidays_are_named_where_business_days_are_counted()
    {
        var archive = Sample.ArchiveOf(InTime);
        var page = new InternalRendering(archive with { Settings = archive.Settings with { Policy = archive.Policy with { Holidays = [new(2026, 12, 25)] } } }).Page("/deadlines/");
        Assert.Contains("leave out weekends and the holiday that archive.yml lists", page.QuerySelector(".intro")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_of_none_has_words_and_no_frames()
    {
        var page = Deadlines();
        Assert.Equal("No postmortem has reached its deadline yet.", page.QuerySelector(".lede")!.TextContent);
        Assert.Null(page.QuerySelector("svg"));
        Assert.Null(page.QuerySelector("#quarters"));
    }
}
