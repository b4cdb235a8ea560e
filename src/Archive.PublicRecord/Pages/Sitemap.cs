using System.Globalization;
using Archive.Publishing.Sites;

namespace Archive.PublicRecord.Pages;

/// <summary>https://www.sitemaps.org/protocol.html</summary>
public static class Sitemap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static readonly SitePath Path = SitePath.OfFile("sitemap.xml");

    public static Page Plan(IEnumerable<Page> pages, SiteAddress address)
    {
        Page[] listed = [.. pages.Where(p => p.IsListed).OrderBy(p => p.Path)];
        return Page.OfXml(Path, xml =>
        {
            xml.WriteStartElement("urlset", Namespace);
            foreach (var page in listed)
            {
                xml.WriteStartElement("url", Namespace);
                xml.WriteElementString("loc", Namespace, address.Absolute(page.Path));
                if (page.ModifiedOn is { } day)
                    xml.WriteElementString("lastmod", Namespace, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        });
    }
}
