using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.History.Digests;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Incidents.Pages.Searching;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Searching;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages;

/// <summary>The five destinations of the header.</summary>
public enum SiteArea
{
    None,
    Postmortems,
    Services,
    Recurrence,
    ActionItems,
    Digests,
}

/// <summary>What every page slice is planned from.</summary>
public sealed record SitePlan
{
    public required IncidentHistory History { get; init; }

    public IncidentArchive Archive => History.Archive;

    public required DigestShelf Digests { get; init; }

    public required SiteLinks Links { get; init; }

    public required ArchiveLinks Prose { get; init; }

    public SiteAddress Address => Links.Address;

    public required ArchiveSearch Search { get; init; }

    public required SearchBox SearchBox { get; init; }

    private Dictionary<SiteArea, ImmutableArray<NavLink>> Navigation { get; init; } = new Dictionary<SiteArea, ImmutableArray<NavLink>>();

    private string? Banner { get; init; }

    public static SitePlan Of(IncidentArchive archive, SiteAddress address) => Of(archive, address, new(archive, cache: null));

    public static SitePlan Of(IncidentArchive archive, SiteAddress address, ArchiveSearch search) => Of(IncidentHistory.Of(archive), archive, new SiteLinks(archive, address), search);

    private static SitePlan Of(IncidentHistory history, IncidentArchive archive, SiteLinks links, ArchiveSearch search) => new()
    {
        History = history,
        Digests = new(history),
        Links = links,
        Search = search,
        SearchBox = SearchPage.BoxOf(links, archive.Policy),
        Prose = new(archive, links.Address),
        Navigation = Enum.GetValues<SiteArea>().ToDictionary(a => a, a => NavLink.All(a, links.Address)),
        Banner = archive.LeftOut == 0 ? null
            : $"{Wording.Sentence(Wording.Count(archive.LeftOut, "postmortem"))} could not be read and {(archive.LeftOut == 1 ? "is" : "are")} missing from every page. Run archive check to see why.",
    };

    /// <summary>What stands around a page's own content.</summary>
    /// <param name="area">The destination that the page belongs to.</param>
    /// <param name="isDestination">Whether the page is that destination itself.</param>
    public PageFrame Frame(string title, SiteArea area, string? description = null, bool isDestination = false) => new()
    {
        Title = title == Archive.Settings.Title ? title : $"{title} · {Archive.Settings.Title}",
        SiteTitle = Archive.Settings.Title,
        Description = description,
        HomeHref = Address.Href(SitePath.Root),
        FeedHref = Address.Href(SitePaths.Feed),
        Navigation = isDestination ? [.. Navigation[area].Select(n => n.Current is null ? n : n with { Current = "page" })] : Navigation[area],
        Banner = Banner,
        AsOf = TimeView.Of(Archive.AsOf),
        DataHref = Address.Href(SitePath.OfFile("llms.txt")),
        ChecksHref = Address.Href(SitePaths.Checks),
        HandbookHref = Address.Href(SitePaths.Handbook),
        Search = SearchBox,
        PaletteHref = Address.Href(SearchModules.PathOf(SearchModules.Palette)),
    };

    /// <summary>Where a source file stands on the forge; null where the archive does not say.</summary>
    public string? SourceHref(SourceLocation source) =>
        Archive.Settings.SourceUrl is { } root ? new Uri(root, Uri.EscapeDataString(source.Path).Replace("%2F", "/", StringComparison.Ordinal)).AbsoluteUri : null;
}
