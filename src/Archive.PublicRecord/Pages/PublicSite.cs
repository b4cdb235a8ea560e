using Archive.PublicRecord.Pages.Statuspage;
using Archive.Publishing.Sites;

namespace Archive.PublicRecord.Pages;

/// <summary>The public site's table of contents.</summary>
public static class PublicSite
{
    public static IEnumerable<Page> Plan(PublicHistory history, SiteAddress address)
    {
        Page[] pages =
        [
            StatusHome.Plan(history, address),
            HistoryIndex.Plan(history, address),
            .. HistoryMonth.Plan(history, address),
            .. IncidentPage.Plan(history, address),
            .. FormerAddress.Plan(history, address),
            NotFoundPage.Plan(history, address),
            .. HistoryFeed.Plan(history, address),
            .. StatuspageFiles.Plan(history, address),
            Robots.Plan(address),
        ];
        return [.. pages, .. Sitemap.Plan(pages, address)];
    }
}
