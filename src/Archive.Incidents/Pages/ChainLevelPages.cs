using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages;

/// <summary>The postmortems whose cause lies on one level of the chain from strategy to operation.</summary>
public static class ChainLevelPages
{
    public static IEnumerable<Page> Plan(SitePlan site) =>
        from level in Used(site)
        select ListingPage.Plan(
            new()
            {
                Path = SitePaths.ChainLevel(level),
                Heading = Wording.Sentence(Wording.Plain(level)),
                Area = SiteArea.Postmortems,
                Up = new("Postmortems by chain level", site.Address.Href(SitePaths.Postmortems)),
                Postmortems = site.History.ByChainLevel.Of(level),
                Siblings =
                [
                    .. Used(site).Select(l => new Sibling(
                        Wording.Sentence(Wording.Plain(l)),
                        l == level ? null : site.Address.Href(SitePaths.ChainLevel(l)),
                        Wording.Number(site.History.ByChainLevel.Of(l).Length))),
                ],
            },
            site);

    /// <summary>The levels that the archive holds, in the order of the vocabulary.</summary>
    public static IEnumerable<string> Used(SitePlan site) =>
        site.Archive.Policy.ChainLevels.Where(site.History.ByChainLevel.ByKey.ContainsKey);
}
