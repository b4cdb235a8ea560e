using Archive.Incidents.Model;
using Archive.Incidents.Pages.Data;
using Archive.Incidents.Pages.Digests;
using Archive.Incidents.Pages.Searching;
using Archive.Incidents.Validation;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages;

/// <summary>The table of contents of the internal site.</summary>
public static class InternalSite
{
    public static IEnumerable<Page> Plan(IncidentArchive archive, SiteAddress address) => Plan(archive, address, new(archive, cache: null));

    /// <param name="search">Gives the files of the index too, which are planned apart: making them costs more than all pages.</param>
    public static IEnumerable<Page> Plan(IncidentArchive archive, SiteAddress address, ArchiveSearch search)
    {
        var site = SitePlan.Of(archive, address, search);
        List<Page> pages =
        [
            HomePage.Plan(site),
            PostmortemList.Plan(site),
            .. PostmortemPage.Plan(site),
            .. ServicePages.Plan(site),
            .. TeamPages.Plan(site),
            .. FailureClassPages.Plan(site),
            .. RecurrencePage.Plan(site),
            .. CausePages.Plan(site),
            .. SeverityPages.Plan(site),
            .. ChainLevelPages.Plan(site),
            .. KindPages.Plan(site),
            .. YearPages.Plan(site),
            .. ActionItemPages.Plan(site),
            DeadlinesPage.Plan(site),
            LatenciesPage.Plan(site),
            .. DigestPages.Plan(site),
            StatsPage.Plan(site),
            .. HandbookPages.Plan(site),
            .. SearchPage.Plan(site),
            .. CheckPages.Plan(RuleCatalogue.All, site),
            NotFoundPage.Plan(site),
            .. JsonPages.Plan(site),
            .. CsvPages.Plan(site),
            FeedPage.Plan(site),
            LlmsPage.Plan(site),
            .. SchemaPages.Plan(),
            RobotsPage.Plan(),
        ];
        return [.. pages, .. site.Prose.AssetPages(), .. Sitemap.Plan(pages, address)];
    }
}
