using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages;

public sealed record NotFoundView(PageFrame Frame, string PostmortemsHref, string ServicesHref);

/// <summary>What a host shows for an address that leads nowhere.</summary>
public static class NotFoundPage
{
    public static readonly Template<NotFoundView> Template = new("internal/not-found");

    public static Page Plan(SitePlan site) =>
        Page.Of(SitePath.OfFile("404.html"), Template, () => View(site)) with { IsListed = false };

    public static NotFoundView View(SitePlan site) =>
        new(site.Frame("Nothing stands here", SiteArea.None), site.Address.Href(SitePaths.Postmortems), site.Address.Href(SitePaths.Services));
}
