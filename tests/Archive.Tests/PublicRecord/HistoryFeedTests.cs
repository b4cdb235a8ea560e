using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Archive.PublicRecord;
using Archive.PublicRecord.Vocabulary;
using Archive.Publishing.Sites;
using Xunit;

namespace Archive.Tests.PublicRecord;

/// <summary>The three feeds, as readers of status pages and RFC 4287, RSS 2.0 and JSON Feed 1.1 have them.</summary>
public class HistoryFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static XElement FeedOf(PublicHistory history) => XDocument.Parse(RenderedSite.Of(history).Text("history.atom")).Root!;

    private static XElement RssOf(PublicHistory history) => XDocument.Parse(RenderedSite.Of(history).Text("history.rss")).Root!.Element("channel")!;

    private static JsonElement JsonOf(PublicHistory history) => JsonDocument.Parse(RenderedSite.Of(history).Text("feed.json")).RootElement;

    [Fact]
    public void The_feed_says_what_it_is()
    {
        var feed = FeedOf(PublicExamples.History);
        Assert.Equal("tag:status.example,2005:/history", feed.Element(Atom + "id")!.Value);
        Assert.Equal("Example Status - Incident History", feed.Element(Atom + "title")!.Value);
        Assert.Equal("Example", feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal(
            [("self", "https://status.example/record/history.atom"), ("alternate", "https://status.example/record/history/")],
            feed.Elements(Atom + "link").Select(l => (l.Attribute("rel")!.Value, l.Attribute("href")!.Value)));
    }

    [Fact]
    public void An_entry_has_these_parts_in_this_order() => Assert.Equal(
        ["id", "title", "published", "updated", "link", "content"],
        FeedOf(PublicExamples.History).Element(Atom + "entry")!.Elements().Select(e => e.Name.LocalName));

    [Fact]
    public void An_entry_has_the_stored_id_the_first_telling_and_the_last_change()
    {
        var entry = FeedOf(PublicExamples.History).Element(Atom + "entry")!;
        Assert.Equal("tag:status.example,2005:Incident/k3v9x0q2m7ab", entry.Element(Atom + "id")!.Value);
        Assert.Equal("2026-02-14T06:52:00Z", entry.Element(Atom + "published")!.Value);
        Assert.Equal("2026-03-05T00:00:00Z", entry.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public void The_first_telling_stays_when_more_is_told()
    {
        static string PublishedOf(PublicIncident incident) => FeedOf(PublicExamples.HistoryOf(incident)).Element(Atom + "entry")!.Element(Atom + "published")!.Value;
        Assert.Equal(PublishedOf(PublicExamples.Open), PublishedOf(PublicExamples.Incident));
    }

    [Fact]
    public void An_entry_tells_everything_that_was_said_newest_first()
    {
        var content = FeedOf(PublicExamples.History).Element(Atom + "entry")!.Element(Atom + "content")!;
        Assert.Equal("html", content.Attribute("type")!.Value);
        Assert.Equal(
            ["Update", "Postmortem", "Resolved", "Monitoring", "Identified", "Investigating"],
            new HtmlParser().ParseDocument(content.Value).QuerySelectorAll("p > strong").Select(s => s.TextContent));
        Assert.Contains(
            "<p><small>Feb <var data-var='date'>14</var>, <var data-var='time'>09:05</var> UTC</small><br><strong>Resolved</strong> - All lots were reversed.</p>",
            content.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_paragraph_has_the_shape_that_readers_parse() => Assert.All(
        FeedOf(PublicExamples.History).Element(Atom + "entry")!.Element(Atom + "content")!.Value.Split("</p>", StringSplitOptions.RemoveEmptyEntries),
        paragraph => Assert.Matches(@"^<p><small>[A-Z][a-z]{2} <var data-var='date'>\d{1,2}</var>, <var data-var='time'>\d\d:\d\d</var> UTC</small><br><strong>(Investigating|Identified|Monitoring|Resolved|Update|Postmortem)</strong> - \S", paragraph));

    [Fact]
    public void Text_in_an_entry_is_text()
    {
        var feed = FeedOf(PublicExamples.HistoryOf(PublicExamples.Incident with
        {
            Updates = [new(PublicExamples.At("2026-02-14T06:52:00Z"), UpdateStatus.Resolved, "<script>x</script>")],
        }));
        Assert.Contains("&lt;script&gt;", feed.Element(Atom + "entry")!.Element(Atom + "content")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_feed_moves_with_its_newest_entry() =>
        Assert.Equal("2026-03-05T00:00:00Z", FeedOf(PublicExamples.History).Element(Atom + "updated")!.Value);

    [Fact]
    public void The_feeds_keep_to_the_25_that_changed_last()
    {
        var many = PublicExamples.HistoryOf([.. Enumerable.Range(1, 27).Reverse().Select(day => PublicExamples.IncidentAt($"day-{day}", $"2026-03-{day:00}T10:00:00Z"))]);
        string[] titles = [.. FeedOf(many).Elements(Atom + "entry").Select(e => e.Element(Atom + "title")!.Value)];
        Assert.Equal(25, titles.Length);
        Assert.Equal(("Title of day-27", "Title of day-3"), (titles[0], titles[^1]));
        Assert.Equal(titles, RssOf(many).Elements("item").Select(i => i.Element("title")!.Value));
        Assert.Equal(titles, JsonOf(many).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString()!));
    }

    [Fact]
    public void An_old_incident_whose_account_comes_late_comes_first()
    {
        var late = PublicExamples.IncidentAt("late", "2026-01-01T00:00:00Z");
        late = late with { Account = late.Account! with { PublishedOn = new(2026, 6, 1) } };
        var feed = FeedOf(PublicExamples.HistoryOf(PublicExamples.IncidentAt("recent", "2026-03-01T00:00:00Z"), late));
        Assert.Equal(["Title of late", "Title of recent"], feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "title")!.Value));
    }

    [Fact]
    public void An_empty_feed_is_still_a_feed()
    {
        var feed = FeedOf(PublicExamples.EmptyHistory);
        Assert.Empty(feed.Elements(Atom + "entry"));
        Assert.Equal("Status", feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Empty(RssOf(PublicExamples.EmptyHistory).Elements("item"));
        Assert.Equal(0, JsonOf(PublicExamples.EmptyHistory).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public void An_rss_item_has_these_parts_and_is_known_by_its_address()
    {
        var item = RssOf(PublicExamples.History).Element("item")!;
        Assert.Equal(["title", "description", "pubDate", "link", "guid"], item.Elements().Select(e => e.Name.LocalName));
        Assert.Equal("https://status.example/record/incidents/2026-02-14-wrong-lane-grades/", item.Element("guid")!.Value);
        Assert.Equal(item.Element("guid")!.Value, item.Element("link")!.Value);
        Assert.Equal("Sat, 14 Feb 2026 06:52:00 +0000", item.Element("pubDate")!.Value);
    }

    [Fact]
    public void A_json_item_says_the_same_as_the_atom_entry()
    {
        var item = JsonOf(PublicExamples.History).GetProperty("items")[0];
        var entry = FeedOf(PublicExamples.History).Element(Atom + "entry")!;
        Assert.Equal("https://jsonfeed.org/version/1.1", JsonOf(PublicExamples.History).GetProperty("version").GetString());
        Assert.Equal(entry.Element(Atom + "id")!.Value, item.GetProperty("id").GetString());
        Assert.Equal(entry.Element(Atom + "content")!.Value, item.GetProperty("content_html").GetString());
        Assert.Equal(entry.Element(Atom + "published")!.Value, item.GetProperty("date_published").GetString());
        Assert.Equal(entry.Element(Atom + "updated")!.Value, item.GetProperty("date_modified").GetString());
    }

    /// <summary>Whatever zone a moment was written in, and whether summer time was on there, feeds say it in UTC.</summary>
    [Theory]
    [InlineData("2026-03-29T01:30:00Z", "Sun, 29 Mar 2026 01:30:00 +0000")]
    [InlineData("2026-03-29T03:30:00+02:00", "Sun, 29 Mar 2026 01:30:00 +0000")]
    [InlineData("2026-10-25T02:30:00+01:00", "Sun, 25 Oct 2026 01:30:00 +0000")]
    [InlineData("2026-12-31T20:00:00-05:00", "Fri, 01 Jan 2027 01:00:00 +0000")]
    [InlineData("2026-01-01T05:44:00+05:45", "Wed, 31 Dec 2025 23:59:00 +0000")]
    public void A_moment_of_any_zone_is_told_in_utc_in_every_feed(string written, string rss)
    {
        var history = PublicExamples.HistoryOf(PublicExamples.Open with { Updates = [new(PublicExamples.At(written), UpdateStatus.Investigating, "Seen.")] });
        var moment = DateTimeOffset.ParseExact(rss, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture).UtcDateTime;
        Assert.Equal(rss, RssOf(history).Element("item")!.Element("pubDate")!.Value);
        Assert.Equal($"{moment:yyyy-MM-ddTHH:mm:ss}Z", FeedOf(history).Element(Atom + "entry")!.Element(Atom + "published")!.Value);
        Assert.Equal($"{moment:yyyy-MM-ddTHH:mm:ss}Z", JsonOf(history).GetProperty("items")[0].GetProperty("date_published").GetString());
        Assert.Contains($"<var data-var='time'>{moment:HH:mm}</var> UTC", FeedOf(history).Element(Atom + "entry")!.Element(Atom + "content")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_without_entries_says_a_moment_that_never_moves() => Assert.Equal(
        AtomFeed.EmptyUpdatedAt, DateTimeOffset.Parse(FeedOf(PublicExamples.EmptyHistory).Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture));
}
