using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.PublicRecord.Pages;

/// <summary>A page at each earlier address of an incident, which leads to the present one on any host.</summary>
public static class FormerAddress
{
    private static readonly Template<FormerAddressView> Template = new("public/moved");

    public static IEnumerable<Page> Plan(PublicHistory history, SiteAddress address) =>
        from incident in history.Incidents
        from alias in incident.Aliases
        let path = IncidentPage.PathOf(alias)
        where path != IncidentPage.PathOf(incident)
        select Page.Of(path, Template, () => ViewOf(incident, history, address)) with { IsListed = false };

    private static FormerAddressView ViewOf(PublicIncident incident, PublicHistory history, SiteAddress address)
    {
        var now = IncidentPage.PathOf(incident);
        return new(PageFrame.Of(history, address, now, $"{incident.Title} · {history.Title}", incident.Summary), address.Href(now), incident.Title);
    }
}

/// <param name="Frame">Of the present address, so that search engines keep that one.</param>
/// <param name="Href">The present address.</param>
public sealed record FormerAddressView(PageFrame Frame, string Href, string Title);
