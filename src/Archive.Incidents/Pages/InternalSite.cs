using System.Collections.Immutable;
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
    /// <summary>Each is planned by itself, as many at once as there are cores.</summary>
    private static readonly ImmutableArray<Func<SitePlan, IEnumerable<Page>>> Slices =
    [
        site => [HomePage.Plan(site)],
        site => [PostmortemList.Plan(site)],
        PostmortemPage.Plan,
        ServicePages.Plan,
        TeamPages.Plan,
        FailureClassPages.Plan,
        RecurrencePage.Plan,
        CausePages.Plan,
        SeverityPages.Plan,
        ChainLevelPages.Plan,
        KindPages.Plan,
        YearPages.Plan,
        ActionItemPages.Plan,
        site => [DeadlinesPage.Plan(site)],
        site => [LatenciesPage.Plan(site)],
        DigestPages.Plan,
        site => [StatsPage.Plan(site)],
        HandbookPages.Plan,
        SearchPage.Plan,
        site => CheckPages.Plan(RuleCatalogue.All, site),
        site => [NotFoundPage.Plan(site)],
        JsonPages.Plan,
        CsvPages.Plan,
        site => [FeedPage.Plan(site)],
        site => [LlmsPage.Plan(site)],
        _ => SchemaPages.Plan(),
        _ => [RobotsPage.Plan()],
    ];

    public static IEnumerable<Page> Plan(IncidentArchive archive, SiteAddress address) => Plan(archive, address, new(archive, cache: null));

    /// <param name="search">Gives the files of the index too, which are planned apart: making them costs more than all pages.</param>
    public static IEnumerable<Page> Plan(IncidentArchive archive, SiteAddress address, ArchiveSearch search)
    {
        var site = SitePlan.Of(archive, address, search);
        var planned = new Page[Slices.Length][];
        Parallel.For(0, Slices.Length, i => planned[i] = [.. Slices[i](site)]);
        List<Page> pages = [.. planned.SelectMany(slice => slice)];
        return [.. pages, .. site.Prose.AssetPages(), .. Sitemap.Plan(pages, address)];
    }
}
