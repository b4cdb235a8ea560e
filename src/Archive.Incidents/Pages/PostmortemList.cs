using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages;

/// <summary>All postmortems, the newest first.</summary>
public static class PostmortemList
{
    public static Page Plan(SitePlan site) => ListingPage.Plan(
        new()
        {
            Path = SitePaths.Postmortems,
            Heading = "Postmortems",
            Area = SiteArea.Postmortems,
            Postmortems = site.Archive.Postmortems,
            Siblings = SeverityPages.Siblings(site, shown: null),
            OpenItemsAtMost = 0,
            EmptyWords = "No postmortem is written yet. Put the first into input/postmortems; archive new writes one from a template.",
            Data = new("incidents.csv", site.Address.Href(SitePath.OfFile("api/incidents.csv"))),
        },
        site);
}
