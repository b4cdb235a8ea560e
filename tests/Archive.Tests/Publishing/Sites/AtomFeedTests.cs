using System.Text;
using System.Xml.Linq;
using Archive.Publishing.Sites;
using Xunit;

namespace Archive.Tests.Publishing.Sites;

public sealed class AtomFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly FeedEntry Entry = new()
    {
        Id = "tag:example.org,2026:1",
        Title = "A & B <i>",
        Url = "https://example.org/1/",
        PublishedAt = new(2026, 4, 1, 10, 0, 0, TimeSpan.FromHours(2)),
        UpdatedAt = new(2026, 4, 2, 10, 0, 0, TimeSpan.Zero),
        Content = FeedText.OfHtml("<p>a &amp; b</p>"),
    };

    private static readonly AtomFeed Feed = new()
    {
        Id = "tag:example.org,2005:/history",
        Title = "History",
        SelfUrl = "https://example.org/history.atom",
        PageUrl = "https://example.org/history/",
        Author = "Example",
        Entries = [Entry],
    };

    [Fact]
    public void A_feed_says_what_RFC_4287_asks_for()
    {
        var root = Read(Feed);
        Assert.Equal(["id", "title", "updated", "link", "link", "author", "entry"], root.Elements().Select(e => e.Name.LocalName));
        Assert.Equal(["self https://example.org/history.atom", "alternate https://example.org/history/"], root.Elements(Atom + "link").Select(l => $"{l.Attribute("rel")!.Value} {l.Attribute("href")!.Value}"));
        Assert.Equal("Example", root.Element(Atom + "author")!.Element(Atom + "name")!.Value);
    }

    [Fact]
    public void An_entry_says_when_it_was_published_and_updated_in_UTC()
    {
        var entry = Read(Feed).Element(Atom + "entry")!;
        Assert.Equal("2026-04-01T08:00:00Z", entry.Element(Atom + "published")!.Value);
        Assert.Equal("2026-04-02T10:00:00Z", entry.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public void A_feed_was_updated_when_its_newest_entry_was()
    {
        var later = Entry with { UpdatedAt = new(2026, 5, 1, 0, 0, 0, TimeSpan.FromHours(-1)) };
        Assert.Equal("2026-05-01T01:00:00Z", Read(Feed with { Entries = [Entry, later, Entry] }).Element(Atom + "updated")!.Value);
    }

    [Fact]
    public void A_feed_without_entries_has_a_date_that_never_moves() =>
        Assert.Equal("2000-01-01T00:00:00Z", Read(Feed with { Entries = [] }).Element(Atom + "updated")!.Value);

    [Theory]
    [InlineData(true, "html")]
    [InlineData(false, "text")]
    public void Content_arrives_as_it_was_given(bool isHtml, string type)
    {
        var content = Read(Feed with { Entries = [Entry with { Content = new("<p>a &amp; b</p>\n  c", isHtml) }] }).Descendants(Atom + "content").Single();
        Assert.Equal((type, "<p>a &amp; b</p>\n  c"), (content.Attribute("type")!.Value, content.Value));
    }

    [Fact]
    public void An_entry_may_have_an_author_of_its_own()
    {
        Assert.Null(Read(Feed).Element(Atom + "entry")!.Element(Atom + "author"));
        Assert.Equal("Ines", Read(Feed with { Entries = [Entry with { Author = "Ines" }] }).Element(Atom + "entry")!.Element(Atom + "author")!.Element(Atom + "name")!.Value);
    }

    [Fact]
    public void Characters_that_XML_forbids_are_dropped()
    {
        var dirty = Entry with { Title = "a\0b\u001bc\ud83dd\uffffe 💥\t", Content = FeedText.OfPlain("x\u0008y"), Url = "https://example.org/\u0001" };
        var entry = Read(Feed with { Entries = [dirty] }).Element(Atom + "entry")!;
        Assert.Equal("abcde 💥\t", entry.Element(Atom + "title")!.Value);
        Assert.Equal("xy", entry.Element(Atom + "content")!.Value);
    }

    [Fact]
    public void A_feed_is_a_page_in_UTF_8()
    {
        var text = Encoding.UTF8.GetString(SiteRenderer.Render(AtomFeed.Plan(SitePath.OfFile("history.atom"), () => Feed), Files.SiteWriterTests.NoTemplates));
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("</feed>\n", text, StringComparison.Ordinal);
    }

    private static XElement Read(AtomFeed feed) => XDocument.Parse(Encoding.UTF8.GetString(
        SiteRenderer.Render(AtomFeed.Plan(SitePath.OfFile("history.atom"), () => feed), Files.SiteWriterTests.NoTemplates)), LoadOptions.PreserveWhitespace).Root!;
}
