using System.Globalization;
using System.Xml;

namespace Archive.Publishing.Sites;

/// <summary>A feed as RSS 2.0 has it, for readers that know no Atom: https://www.rssboard.org/rss-specification</summary>
public static class RssFeed
{
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";

    /// <param name="description">A sentence about the whole.</param>
    /// <param name="feed">Made when the page is rendered.</param>
    public static Page Plan(SitePath path, string description, Func<AtomFeed> feed) => Page.OfXml(path, xml => Write(xml, feed(), description));

    private static void Write(XmlWriter xml, AtomFeed feed, string description)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, AtomNamespace);
        xml.WriteStartElement("channel");
        WriteText(xml, "title", feed.Title);
        WriteText(xml, "link", feed.PageUrl);
        WriteText(xml, "description", description);
        xml.WriteStartElement("link", AtomNamespace);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteAttributeString("href", XmlText.Of(feed.SelfUrl));
        xml.WriteEndElement();
        WriteText(xml, "lastBuildDate", Rfc822(feed.UpdatedAt));
        foreach (var entry in feed.Entries) WriteItem(xml, entry);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteItem(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("item");
        WriteText(xml, "title", entry.Title);
        WriteText(xml, "description", entry.Content.Text);
        WriteText(xml, "pubDate", Rfc822(entry.PublishedAt));
        WriteText(xml, "link", entry.Url);
        WriteText(xml, "guid", entry.Url);
        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string name, string text) => xml.WriteElementString(name, XmlText.Of(text));

    private static string Rfc822(DateTimeOffset at) => at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
