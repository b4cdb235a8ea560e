using System.Collections.Immutable;
using Archive.Publishing.Searching;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages.Parts;

/// <summary>What stands around a page's own content: head, header, banner, footer.</summary>
public sealed record PageFrame
{
    /// <summary>What a browser's tab and a search result say.</summary>
    public required string Title { get; init; }

    public required string SiteTitle { get; init; }

    public string? Description { get; init; }

    public required string HomeHref { get; init; }

    public required string FeedHref { get; init; }

    public required ImmutableArray<NavLink> Navigation { get; init; }

    /// <summary>Something that must be read before any page, or null.</summary>
    public string? Banner { get; init; }

    public required TimeView AsOf { get; init; }

    public required string DataHref { get; init; }

    public required string ChecksHref { get; init; }

    public required string HandbookHref { get; init; }

    public required SearchBox Search { get; init; }

    /// <summary>By which a browser can add the archive to its search engines; on the pages where one begins, null on all others.</summary>
    public string? SearchDescriptionHref { get; init; }

    /// <summary>The script that opens the palette.</summary>
    public required string PaletteHref { get; init; }
}

/// <summary>A destination of the header.</summary>
/// <param name="Current">The value of <c>aria-current</c>: <c>page</c>, <c>true</c> for an area that holds the page, or null.</param>
public sealed record NavLink(string Text, string Href, string? Current)
{
    public static ImmutableArray<NavLink> All(SiteArea current, SiteAddress address) =>
    [
        .. from destination in Destinations
           select new NavLink(destination.Text, address.Href(destination.Path), destination.Area == current ? "true" : null),
    ];

    private static readonly ImmutableArray<(string Text, SitePath Path, SiteArea Area)> Destinations =
    [
        ("Postmortems", SitePaths.Postmortems, SiteArea.Postmortems),
        ("Services", SitePaths.Services, SiteArea.Services),
        ("Recurrence", SitePaths.Recurrence, SiteArea.Recurrence),
        ("Actions", SitePaths.ActionItems, SiteArea.ActionItems),
        ("Digests", SitePaths.Digests, SiteArea.Digests),
    ];
}
