using Archive.Publishing.Searching;
using Archive.Publishing.Sites;

namespace Archive.PublicRecord.Pages;

/// <summary>What every page has around its own words: head, header and footer.</summary>
public sealed record PageFrame
{
    /// <summary>Of the browser's tab.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences for search engines and previews.</summary>
    public required string Description { get; init; }

    /// <summary>The page's whole address.</summary>
    public required string Canonical { get; init; }

    public required string SiteTitle { get; init; }

    /// <summary>Empty where the site does not say who speaks.</summary>
    public required string Organization { get; init; }

    public required string HomeHref { get; init; }

    public required string HistoryHref { get; init; }

    public required string FeedHref { get; init; }

    public required string AccessibilityHref { get; init; }

    public required string SubscribeHref { get; init; }

    /// <summary>Scheme and host, for addresses that must be whole.</summary>
    public required string Origin { get; init; }

    /// <summary>Null where the site has no search.</summary>
    public required string? SearchHref { get; init; }

    public bool IsSearch { get; init; }

    public bool IsHome { get; init; }

    public bool IsHistory { get; init; }

    /// <summary>Set on an incident's page only.</summary>
    public ArticleView? Article { get; init; }

    public static PageFrame Of(PublicHistory history, SiteAddress address, SitePath path, string title, string description) => new()
    {
        Title = title,
        Description = description,
        Canonical = address.Absolute(path),
        SiteTitle = history.Title,
        Organization = history.Organization,
        HomeHref = address.Href(SitePath.Root),
        HistoryHref = address.Href(HistoryIndex.Path),
        FeedHref = address.Href(HistoryFeed.AtomPath),
        SearchHref = history.HasSearch ? address.Href(SearchFiles.PagePath) : null,
        AccessibilityHref = address.Href(AccessibilityPage.Path),
        SubscribeHref = address.Href(SitePath.Root, "subscribe"),
        Origin = address.Base.GetLeftPart(UriPartial.Authority),
    };
}
