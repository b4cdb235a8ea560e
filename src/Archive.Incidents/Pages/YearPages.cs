using System.Collections.Immutable;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages;

/// <summary>The postmortems of a year, all of them.</summary>
public static class YearPages
{
    public static IEnumerable<Page> Plan(SitePlan site) =>
        from year in Years(site)
        select ListingPage.Plan(
            new()
            {
                Path = SitePaths.Year(year),
                Heading = year,
                Area = SiteArea.Postmortems,
                Up = new("Postmortems", site.Address.Href(SitePaths.Postmortems)),
                Postmortems = site.History.ByYear.Of(year),
                Siblings = [.. Years(site).Select(y => new Sibling(y, y == year ? null : site.Address.Href(SitePaths.Year(y)), Wording.Number(site.History.ByYear.Of(y).Length)))],
                AtMost = int.MaxValue,
            },
            site);

    /// <summary>The newest year first.</summary>
    public static ImmutableArray<LinkView> Links(SitePlan site) =>
        [.. Years(site).Select(y => new LinkView(y, site.Address.Href(SitePaths.Year(y))))];

    private static IEnumerable<string> Years(SitePlan site) => site.History.ByYear.ByKey.Keys.OrderDescending(StringComparer.Ordinal);
}
