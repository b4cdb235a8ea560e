using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Archive.Tests.History.Digests;
using Xunit;

namespace Archive.Tests.Pages.Digests;

public sealed class DigestPageTests
{
    private static readonly InternalRendering Site = new(WorkedArchive.Archive);

    private static IHtmlDocument Page(string period) => Site.Page($"/digests/{period}/");

    private static string[] Rows(string period, string section) =>
        [.. Page(period).QuerySelectorAll($"section:has(#{section}) tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim().Replace('\u00a0', ' '))))];

    [Fact]
    public void Its_headline_says_what_happened() =>
        Assert.Equal(
            "2 incidents began in Q3 2026, as many as in Q2 2026, and 1 of another kind. 1 was serious: Lanes graded by the wrong camera again. 1 thing came back, and its fix had not shipped.",
            Page("2026-q3").QuerySelector(".lede.big")!.TextContent);

    [Fact]
    public void It_says_how_things_stood_at_its_end() =>
        Assert.Equal(
            "On 30 Sep 2026, 2 action items of 2 teams were overdue; none was done in the period. 1 postmortem was past its deadline.",
            Page("2026-q3").QuerySelectorAll(".lede")[1].TextContent);

    [Fact]
    public void Figures_stand_beside_those_of_the_period_before() =>
        Assert.Equal(
            [
                "Incidents | 2 | 2 | no change", "Serious | 1 | 1 | no change", "Came back | 1 | 0 | 1 more", "Noticed by customers | 1 | 0 | 1 more",
                "Median time to notice | 35 min (of 2) | 20 min (of 2) | too few to compare", "Median time to mitigate | none measured | none measured | too few to compare",
                "Median time to resolve | 2 h 2 min (of 2) | 1 h 30 min (of 2) | too few to compare", "Postmortems published | 2 | 2 | no change",
                "… of them late | 0 | 1 | 1 fewer", "Action items done | 0 | 1 | 1 fewer", "Action items overdue at the end | 2 | 2 | no change",
            ],
            Rows("2026-q3", "figures"));

    [Fact]
    public void A_serious_incident_has_three_lines_and_three_factors()
    {
        var lines = Page("2026-q3").QuerySelectorAll("section:has(#serious) li > p");
        Assert.Equal(3, lines.Length);
        Assert.Equal("4,200 customers · lasted 3 h 25 min · noticed by an alert after 51 min · postmortem: draft", lines[1].TextContent);
        Assert.Equal(["The registry accepts any mapping.", "The backup held the bad file.", "Nobody compares lanes."], lines[2].QuerySelectorAll(".factor").Select(f => f.TextContent));
    }

    [Fact]
    public void What_came_back_is_told_with_its_diagnosis() =>
        Assert.Contains("INC-C, 86 days after INC-A", Page("2026-q3").QuerySelector("section:has(#repeats) li")!.TextContent, StringComparison.Ordinal); // 10 Apr to 5 Jul

    [Fact]
    public void Overdue_items_are_told_by_team_and_no_person_is_named()
    {
        Assert.Equal(["edge | 1 item | Title of A1 INC-A | 152 days overdue", "commerce | 1 item | Title of B1 INC-B | 121 days overdue"], Rows("2026-q3", "overdue"));
        Assert.DoesNotContain("@", Page("2026-q3").Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_to_decide_is_a_question_and_its_reason() =>
        Assert.Equal(
            "Who writes the postmortem, and by when? INC-C (Sev 1) is 82 days past its deadline: Lanes graded by the wrong camera again",
            Page("2026-q3").QuerySelector("section:has(#decide) li")!.TextContent.Trim());

    [Fact]
    public void A_quiet_month_says_so() =>
        Assert.Equal("A quiet month: nothing broke in June 2026, and nothing came back.", Page("2026-06").QuerySelector(".lede.big")!.TextContent);

    [Fact]
    public void A_running_period_compares_nothing()
    {
        Assert.All(Rows("2026-q4", "figures"), row => Assert.EndsWith("| ", row, StringComparison.Ordinal));
        Assert.Contains("It is not over, so that nothing is compared.", Page("2026-q4").QuerySelector(".intro")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_the_markdown_the_mail_and_the_data_say_the_same()
    {
        var (page, markdown, mail) = (Page("2026-q3"), Site.Text("digests/2026-q3.md"), Site.Text("digests/2026-q3.eml").Replace("=\r\n", "", StringComparison.Ordinal));
        var data = JsonDocument.Parse(Site.Text("api/digests/2026-q3.json")).RootElement;
        var headline = page.QuerySelector(".lede.big")!.TextContent;
        Assert.Contains(headline, markdown, StringComparison.Ordinal);
        Assert.Equal(2, mail.Split(headline).Length - 1); // as plain text and as HTML
        Assert.Equal(headline, data.GetProperty("headline").GetString());
        Assert.Contains("| Came back | 1 | 0 | 1 more |", markdown, StringComparison.Ordinal);
        Assert.Equal((1, 2, 2), (data.GetProperty("figures").GetProperty("came_back").GetInt32(), data.GetProperty("figures").GetProperty("items_overdue").GetInt32(), data.GetProperty("before").GetProperty("items_overdue").GetInt32()));
    }

    [Fact]
    public void Data_and_page_have_the_same_median()
    {
        var minutes = JsonDocument.Parse(Site.Text("api/digests/2026-q3.json")).RootElement.GetProperty("figures").GetProperty("latencies").GetProperty("detection").GetProperty("median_minutes").GetDouble();
        Assert.Equal(35.5, minutes);
        Assert.Contains("Median time to notice | 35 min (of 2)", string.Join('\n', Rows("2026-q3", "figures")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_address_in_a_mail_is_whole()
    {
        var mail = Site.Text("digests/2026-q3.eml").Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
        var links = new HtmlParser().ParseDocument(mail[mail.IndexOf("<!doctype", StringComparison.Ordinal)..]).QuerySelectorAll("a[href]");
        Assert.NotEmpty(links);
        Assert.All(links, l => Assert.StartsWith("https://incidents.example/archive/", l.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public void A_mails_subject_tells_the_gist() =>
        Assert.Contains("Subject: Incidents in Q3 2026: 2 incidents, 1 serious, 1 came back\r\n", Site.Text("digests/2026-q3.eml"), StringComparison.Ordinal);

    [Fact]
    public void Markdown_in_a_title_stays_text()
    {
        var archive = WorkedArchive.Archive;
        var marked = archive with { Postmortems = [.. archive.Postmortems.Select(p => p.Id == "INC-C" ? p with { Title = "The *worst* [one](x) | <b>" } : p)] };
        Assert.Contains(@"The \*worst\* \[one\](x) \| \<b\>", new InternalRendering(marked).Text("digests/2026-q3.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_feed_holds_what_is_over_the_latest_first()
    {
        var feed = System.Xml.Linq.XDocument.Parse(Site.Text("digests/feed.atom"));
        System.Xml.Linq.XNamespace atom = "http://www.w3.org/2005/Atom";
        var entries = feed.Descendants(atom + "entry").ToList();
        Assert.Equal(["October 2026: quiet", "Q3 2026: 2 incidents, 1 serious, 1 came back"], entries.Take(2).Select(e => e.Element(atom + "title")!.Value));
        Assert.Equal("2026-10-01T00:00:00Z", entries[1].Element(atom + "updated")!.Value);
    }

    [Fact]
    public void The_list_of_digests_links_every_page()
    {
        var links = Site.Page("/digests/").QuerySelectorAll("table a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(12, links.Count);
        Assert.All(links, l => Assert.Contains($"{l!["/archive/".Length..]}index.html", Site.Site.ByFile.Keys));
    }

    [Fact]
    public void An_archive_of_none_says_what_would_stand_here()
    {
        var page = new InternalRendering(Sample.ArchiveOf()).Page("/digests/");
        Assert.StartsWith("No incident is in the archive yet.", page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("table"));
    }

    [Fact]
    public void Ten_thousand_incidents_make_digests_of_bounded_size()
    {
        var site = new InternalRendering(Sample.ArchiveOf(Sample.Many(10_000, TimeSpan.FromMinutes(20)).Select(p => p with { Severity = Sample.Severity("sev1"), ActionItems = [Sample.Item("AI-1", due: "2026-03-01")] })));
        Assert.InRange(site.Text("digests/2026/index.html").Length, 1, 60_000);
        Assert.InRange(site.Text("digests/2026.eml").Length, 1, 60_000);
    }
}
