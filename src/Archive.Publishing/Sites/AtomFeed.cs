using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Archive.Publishing.Sites;

/// <summary>A feed as RFC 4287 has it.</summary>
public sealed record AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>What a feed without entries says that it was updated at: RFC 4287 asks for a date, and an empty archive has none to give.</summary>
    public static DateTimeOffset EmptyUpdatedAt { get; } = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>An IRI that never changes: <c>tag:example.org,2005:/history</c>.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The absolute address of the feed itself.</summary>
    public required string SelfUrl { get; init; }

    /// <summary>The absolute address of the page that shows the same.</summary>
    public required string PageUrl { get; init; }

    /// <summary>The name that stands for every entry without an author of its own.</summary>
    public required string Author { get; init; }

    /// <summary>In the order they are written.</summary>
    public required ImmutableArray<FeedEntry> Entries { get; init; }

    /// <summary>When the newest entry was updated, or <see cref="EmptyUpdatedAt"/>.</summary>
    public DateTimeOffset UpdatedAt => Entries.IsEmpty ? EmptyUpdatedAt : Entries.Max(e => e.UpdatedAt);

    /// <param name="feed">Made when the page is rendered.</param>
    public static Page Plan(SitePath path, Func<AtomFeed> feed) => Page.OfXml(path, xml => feed().WriteTo(xml));

    public void WriteTo(XmlWriter xml)
    {
        xml.WriteStartElement("feed", Namespace);
        WriteText(xml, "id", Id);
        WriteText(xml, "title", Title);
        WriteText(xml, "updated", Rfc3339(UpdatedAt));
        WriteLink(xml, "self", SelfUrl, "application/atom+xml");
        WriteLink(xml, "alternate", PageUrl, "text/html");
        WriteAuthor(xml, Author);
        foreach (var entry in Entries) WriteEntry(xml, entry);
        xml.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry", Namespace);
        WriteText(xml, "id", entry.Id);
        WriteText(xml, "title", entry.Title);
        WriteText(xml, "published", Rfc3339(entry.PublishedAt));
        WriteText(xml, "updated", Rfc3339(entry.UpdatedAt));
        WriteLink(xml, "alternate", entry.Url, "text/html");
        if (entry.Author is { } author) WriteAuthor(xml, author);
        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", entry.Content.IsHtml ? "html" : "text");
        xml.WriteString(XmlText.Of(entry.Content.Text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteAuthor(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        WriteText(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string relation, string url, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", XmlText.Of(url));
        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, XmlText.Of(text));

    private static string Rfc3339(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
