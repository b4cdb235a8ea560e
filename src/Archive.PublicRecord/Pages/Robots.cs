using Archive.Publishing.Sites;

namespace Archive.PublicRecord.Pages;

/// <summary>Everything may be read; no path is named but the sitemap's, since a forbidden path is a hint.</summary>
public static class Robots
{
    public static Page Plan(SiteAddress address) => Page.OfText(SitePath.OfFile("robots.txt"), text =>
        text.Write($"User-agent: *\nAllow: /\n\nSitemap: {address.Absolute(SitePath.OfFile("sitemap.xml"))}\n"));
}
