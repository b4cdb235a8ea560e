using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages;

/// <summary>What happened to the services of a team.</summary>
public static class TeamPages
{
    public static IEnumerable<Page> Plan(SitePlan site) =>
        from team in Teams(site)
        select ListingPage.Plan(
            new()
            {
                Path = SitePaths.Team(team.Name),
                Heading = $"Team {team.Name}",
                Area = SiteArea.Services,
                Up = new("Services by team", site.Address.Href(SitePaths.Services)),
                Facts = [FactView.Of("Services", team.Services.Select(s => site.Links.To(s)))],
                Postmortems = site.History.ByTeam.Of(Slug.Of(team.Name)),
                OpenItemsAtMost = 20,
                Siblings =
                [
                    .. Teams(site).Select(t => new Sibling(
                        t.Name,
                        t == team ? null : site.Links.Team(t.Name),
                        Wording.Number(site.History.ByTeam.Of(Slug.Of(t.Name)).Length))),
                ],
                EmptyWords = "No postmortem names a service of this team.",
            },
            site);

    /// <summary>A team as the catalogue first spells it, and its services.</summary>
    public sealed record Team(string Name, ImmutableArray<Service> Services);

    /// <summary>In alphabetical order; names that make the same address are one team.</summary>
    public static ImmutableArray<Team> Teams(SitePlan site) =>
    [
        .. site.Archive.Services
            .Where(s => s.Team is not null)
            .GroupBy(s => Slug.Of(s.Team!)) // filtered in the line above
            .Select(g => new Team(g.First().Team!, [.. g])) // the same
            .OrderBy(t => t.Name, StringComparer.Ordinal),
    ];
}
