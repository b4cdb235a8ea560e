using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Archive.Publishing.Sites;

/// <summary>The list of pages for search machines, as https://www.sitemaps.org/protocol.html has it.</summary>
public static class Sitemap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>What the protocol allows in one file.</summary>
    private const int MostAddresses = 50_000;

    /// <summary>
    /// <c>sitemap.xml</c> with the listed pages in the order of their paths and the day each was changed, where that is known. Of more than
    /// 50,000 pages it is an index of <c>sitemap-1.xml</c>, <c>sitemap-2.xml</c> …
    /// </summary>
    public static ImmutableArray<Page> Plan(IEnumerable<Page> pages, SiteAddress address) => Plan(pages, address, MostAddresses);

    internal static ImmutableArray<Page> Plan(IEnumerable<Page> pages, SiteAddress address, int mostAddresses)
    {
        var parts = pages.Where(p => p.IsListed).OrderBy(p => p.Path).Chunk(mostAddresses).ToArray();
        var whole = SitePath.OfFile("sitemap.xml");
        if (parts.Length <= 1) return [Page.OfXml(whole, xml => WriteAddresses(xml, parts.FirstOrDefault() ?? [], address))];
        var files = parts.Select((part, i) => Page.OfXml(SitePath.OfFile($"sitemap-{i + 1}.xml"), xml => WriteAddresses(xml, part, address))).ToImmutableArray();
        return [Page.OfXml(whole, xml => WriteIndex(xml, files, address)), .. files];
    }

    private static void WriteAddresses(XmlWriter xml, IReadOnlyList<Page> pages, SiteAddress address)
    {
        xml.WriteStartElement("urlset", Namespace);
        foreach (var page in pages)
        {
            xml.WriteStartElement("url", Namespace);
            xml.WriteElementString("loc", Namespace, address.Absolute(page.Path));
            if (page.ModifiedOn is { } day) xml.WriteElementString("lastmod", Namespace, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteIndex(XmlWriter xml, ImmutableArray<Page> parts, SiteAddress address)
    {
        xml.WriteStartElement("sitemapindex", Namespace);
        foreach (var part in parts)
        {
            xml.WriteStartElement("sitemap", Namespace);
            xml.WriteElementString("loc", Namespace, address.Absolute(part.Path));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
