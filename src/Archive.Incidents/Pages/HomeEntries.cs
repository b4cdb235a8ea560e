using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;

namespace Archive.Incidents.Pages;

/// <summary>The ways into the archive: by service, failure class, severity, year and kind.</summary>
public static class HomeEntries
{
    public static IEnumerable<EntryGroup> Of(SitePlan site)
    {
        EntryGroup[] groups =
        [
            .. TeamPages.Teams(site).Select(t => new EntryGroup($"Team {t.Name}", site.Links.Team(t.Name), Services(t.Services, site))),
            new("Failure classes", site.Address.Href(SitePaths.FailureClasses), FailureClasses(site)),
            new("Severities", null, Severities(site)),
            new("Years", null, Years(site)),
            new("Kinds", null, Kinds(site)),
            new("Chain levels", null, ChainLevels(site)),
        ];
        return groups.Where(g => !g.Links.IsEmpty);
    }

    private static ImmutableArray<CountedLink> Services(ImmutableArray<Service> services, SitePlan site) =>
        [.. services.Select(s => Counted(s.Name, site.Links.Service(s), site.History.ByService.Of(s.Id)))];

    private static ImmutableArray<CountedLink> FailureClasses(SitePlan site) =>
    [
        .. site.Archive.FailureClasses
            .OrderByDescending(c => site.History.ByFailureClass.Of(c.Id).Length)
            .Select(c => Counted(c.Name, site.Links.FailureClass(c), site.History.ByFailureClass.Of(c.Id))),
    ];

    private static ImmutableArray<CountedLink> Severities(SitePlan site) =>
        [.. site.Archive.Policy.Severities.Select(s => Counted(s.Name, site.Links.Severity(s), site.History.BySeverity.Of(s.Id)))];

    private static ImmutableArray<CountedLink> Years(SitePlan site) =>
        [.. YearPages.Links(site).Select(y => Counted(y.Text, site.Address.Href(SitePaths.Year(y.Text)), site.History.ByYear.Of(y.Text)))];

    private static ImmutableArray<CountedLink> Kinds(SitePlan site) =>
    [
        .. KindPages.Used(site).Select(k =>
            Counted(KindPages.Plural(k), site.Address.Href(SitePaths.Kind(Words.Of(k))), site.History.ByKind.Of(Words.Of(k)))),
    ];

    private static ImmutableArray<CountedLink> ChainLevels(SitePlan site) =>
    [
        .. ChainLevelPages.Used(site).Select(l =>
            Counted(Wording.Sentence(Wording.Plain(l)), site.Address.Href(SitePaths.ChainLevel(l)), site.History.ByChainLevel.Of(l))),
    ];

    private static CountedLink Counted(string text, string href, ImmutableArray<Postmortem> postmortems) =>
        new(text, href, Wording.Number(postmortems.Length));
}
