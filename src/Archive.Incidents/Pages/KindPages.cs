using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages;

/// <summary>The postmortems of a kind: incidents, near misses, missed launches …</summary>
public static class KindPages
{
    public static IEnumerable<Page> Plan(SitePlan site) =>
        from kind in Used(site)
        select ListingPage.Plan(
            new()
            {
                Path = SitePaths.Kind(Words.Of(kind)),
                Heading = Plural(kind),
                Area = SiteArea.Postmortems,
                Up = new("Postmortems by kind", site.Address.Href(SitePaths.Postmortems)),
                Postmortems = site.History.ByKind.Of(Words.Of(kind)),
                Siblings =
                [
                    .. Used(site).Select(k => new Sibling(
                        Plural(k),
                        k == kind ? null : site.Address.Href(SitePaths.Kind(Words.Of(k))),
                        Wording.Number(site.History.ByKind.Of(Words.Of(k)).Length))),
                ],
            },
            site);

    /// <summary>The kinds that the archive holds, in the order of the vocabulary.</summary>
    public static IEnumerable<PostmortemKind> Used(SitePlan site) =>
        Enum.GetValues<PostmortemKind>().Where(k => site.History.ByKind.ByKey.ContainsKey(Words.Of(k)));

    public static string Plural(PostmortemKind kind) => kind switch
    {
        PostmortemKind.Incident => "Incidents",
        PostmortemKind.NearMiss => "Near misses",
        PostmortemKind.MissedLaunch => "Missed launches",
        PostmortemKind.FailedExperiment => "Failed experiments",
        PostmortemKind.Escalation => "Escalations",
    };
}
