using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages;

/// <summary>The services by team, and a page for each: what it is and what happened to it.</summary>
public static class ServicePages
{
    public static IEnumerable<Page> Plan(SitePlan site) =>
        [Page.Of(SitePaths.Services, IndexPage.Template, () => Index(site)), .. site.Archive.Services.Select(s => Service(s, site))];

    public static IndexView Index(SitePlan site) => new()
    {
        Frame = site.Frame("Services", SiteArea.Services, "What broke, by service and team.", isDestination: true),
        Heading = "Services",
        EntryWord = "Service",
        Lead = $"{Wording.Sentence(Wording.Count(site.Archive.Services.Length, "service"))} by team, as services.yml lists them, with what is open in their postmortems.",
        Groups =
        [
            .. TeamPages.Teams(site).Select(t => new IndexGroup(site.Links.ToTeam(t.Name), Rows(t.Services, site))),
            .. WithoutTeam(site) is { IsEmpty: false } rest ? [new IndexGroup(new("No team", null), Rows(rest, site))] : (IndexGroup[])[],
        ],
        EmptyWords = "No service is listed yet. services.yml names them.",
    };

    private static ImmutableArray<Service> WithoutTeam(SitePlan site) => [.. site.Archive.Services.Where(s => s.Team is null)];

    private static ImmutableArray<IndexRow> Rows(ImmutableArray<Service> services, SitePlan site) =>
        [.. services.Select(s => IndexPage.Row(site.Links.To(s), s.Description, site.History.ByService.Of(s.Id), site))];

    private static Page Service(Service service, SitePlan site) => ServicePage.Plan(
        service,
        new()
        {
            Path = SitePaths.Service(service.Id),
            Heading = service.Name,
            Area = SiteArea.Services,
            Up = new("Services", site.Address.Href(SitePaths.Services)),
            Description = service.Description,
            Facts = [.. Facts(service, site)],
            Postmortems = site.History.ByService.Of(service.Id),
            OpenItemsAtMost = 20,
            EmptyWords = "No postmortem names this service.",
            Data = new($"{service.Id}.json", site.Address.Href(SitePaths.ServiceJson(service.Id))),
        },
        site);

    private static IEnumerable<FactView> Facts(Service service, SitePlan site)
    {
        if (service.Team is { } team) yield return FactView.Of("Team", [site.Links.ToTeam(team)]);
        if (service.Tier is { } tier) yield return FactView.Of("Tier", Wording.Number(tier));
        yield return FactView.Of("In public", service.PublicName ?? "never named");
        if (service.Repository is { } repository) yield return FactView.Of("Source", [new LinkView(repository.AbsolutePath.Trim('/'), repository.AbsoluteUri)]);
        if (!service.Aliases.IsEmpty) yield return FactView.Of("Also called", Wording.List(service.Aliases));
    }
}
