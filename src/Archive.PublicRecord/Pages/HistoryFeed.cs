using System.Net;
using System.Text;
using System.Xml;
using Archive.Publishing.Sites;

namespace Archive.PublicRecord.Pages;

/// <summary>The newest incidents as an Atom feed (RFC 4287), in the shape that readers of status pages know.</summary>
public static class HistoryFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    private const int Entries = 25;

    public static readonly SitePath Path = SitePath.OfFile("history.atom");

    public static Page Plan(PublicHistory history, SiteAddress address) => Page.OfXml(Path, xml => Write(xml, history, address));

    private static void Write(XmlWriter xml, PublicHistory history, SiteAddress address)
    {
        PublicIncident[] newest = [.. history.Incidents.OrderByDescending(i => i.PublishedOn).ThenByDescending(i => i.StartedAt).Take(Entries)];
        xml.WriteStartElement("feed", Namespace);
        Element(xml, "id", $"tag:{address.Base.Host},2005:/history");
        Element(xml, "title", $"{history.Title} - Incident History");
        Element(xml, "updated", MomentOf(newest.Select(i => i.ModifiedOn).DefaultIfEmpty(new(1970, 1, 1)).Max()));
        Link(xml, "self", "application/atom+xml", address.Absolute(Path));
        Link(xml, "alternate", "text/html", address.Absolute(HistoryIndex.Path));
        xml.WriteStartElement("author", Namespace);
        Element(xml, "name", history.Organization.Length > 0 ? history.Organization : history.Title);
        xml.WriteEndElement();
        foreach (var incident in newest) WriteEntry(xml, incident, address);
        xml.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter xml, PublicIncident incident, SiteAddress address)
    {
        xml.WriteStartElement("entry", Namespace);
        Element(xml, "id", $"tag:{address.Base.Host},2005:Incident/{incident.PublicId ?? incident.Slug}");
        Element(xml, "published", MomentOf(incident.PublishedOn));
        Element(xml, "updated", MomentOf(incident.ModifiedOn));
        Link(xml, "alternate", "text/html", address.Absolute(IncidentPage.PathOf(incident)));
        Element(xml, "title", incident.Title);
        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(ContentOf(incident));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>A paragraph for each thing that was said, newest first.</summary>
    private static string ContentOf(PublicIncident incident)
    {
        var html = new StringBuilder();
        foreach (var correction in incident.Corrections.Reverse()) Append(html, DayOf(correction.On), "Update", $"Correction: {correction.Text}");
        if (incident.Sections.Length > 0) Append(html, DayOf(incident.PublishedOn), "Postmortem", incident.Summary);
        foreach (var update in incident.Updates.Reverse()) Append(html, DayOf(update.At), MarkView.WordOf(update.Status), update.Text);
        return html.ToString();
    }

    private static void Append(StringBuilder html, string date, string label, string text) =>
        html.Append($"<p><small>{date}</small><br><strong>{label}</strong> - {WebUtility.HtmlEncode(text)}</p>");

    private static string DayOf(DateTimeOffset at) =>
        $"{at.UtcDateTime:MMM} <var data-var='date'>{at.UtcDateTime.Day}</var>, <var data-var='time'>{at.UtcDateTime:HH:mm}</var> UTC";

    private static string DayOf(DateOnly day) => $"{day:MMM} <var data-var='date'>{day.Day}</var>";

    private static string MomentOf(DateOnly day) => $"{TimeView.Of(day).Machine}T00:00:00Z";

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, text);

    private static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
