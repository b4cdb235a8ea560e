using Archive.PublicRecord.Pages.Statuspage;
using Archive.PublicRecord.Searching;
using Archive.Publishing.Sites;

namespace Archive.PublicRecord.Pages;

/// <summary>The public site's table of contents.</summary>
public static class PublicSite
{
    public static IEnumerable<Page> Plan(PublicHistory history, SiteAddress address) => Plan(history, address, new(history));

    /// <param name="search">Gives the files of the index too, which are planned apart.</param>
    public static IEnumerable<Page> Plan(PublicHistory history, SiteAddress address, PublicSearch search)
    {
        Page[] pages =
        [
            StatusHome.Plan(history, address),
            HistoryIndex.Plan(history, address),
            .. HistoryMonth.Plan(history, address),
            .. IncidentPage.Plan(history, address),
            .. FormerAddress.Plan(history, address),
            .. SearchPage.Plan(history, address, search),
            NotFoundPage.Plan(history, address),
            .. HistoryFeed.Plan(history, address),
            .. StatuspageFiles.Plan(history, address),
            Robots.Plan(address),
        ];
        return [.. pages, .. Sitemap.Plan(pages, address)];
    }
}
