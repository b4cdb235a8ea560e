using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.PublicRecord.Pages;

/// <summary>What hosts answer where there is no page.</summary>
public static class NotFoundPage
{
    private static readonly SitePath Path = SitePath.OfFile("404.html");

    private static readonly Template<NotFoundView> Template = new("public/not-found");

    public static Page Plan(PublicHistory history, SiteAddress address) =>
        Page.Of(Path, Template, () => new(PageFrame.Of(history, address, Path, $"Page not found · {history.Title}", "There is no page at this address."))) with { IsListed = false };
}

public sealed record NotFoundView(PageFrame Frame);
