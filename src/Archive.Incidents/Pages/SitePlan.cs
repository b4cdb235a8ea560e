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

    /// <summary>What all pages have around them.</summary>
    public required PageFrame Surroundings { get; init; }

    public static SitePlan Of(IncidentArchive archive, SiteAddress address) => Of(archive, address, new(archive, cache: null));

    public static SitePlan Of(IncidentArchive archive, SiteAddress address, ArchiveSearch search)
    {
        var history = Task.Run(() => IncidentHistory.Of(archive)); // while the addresses of ten thousand pages are written
        var (links, prose) = (new SiteLinks(archive, address), new ArchiveLinks(archive, address));
        var navigation = Enum.GetValues<SiteArea>().ToDictionary(a => a, a => NavLink.All(a, links.Address));
        var box = SearchPage.BoxOf(links, archive.Policy);
        return new()
        {
            History = history.Result,
            Digests = new(history.Result),
            Links = links,
            Search = search,
            SearchBox = box,
            Prose = prose,
            Navigation = navigation,
            Surroundings = FrameOf(archive, links.Address, navigation[SiteArea.None], box),
        };
    }

    private static PageFrame FrameOf(IncidentArchive archive, SiteAddress address, ImmutableArray<NavLink> navigation, SearchBox box) => new()
    {
        Title = archive.Settings.Title,
        SiteTitle = archive.Settings.Title,
        HomeHref = address.Href(SitePath.Root),
        FeedHref = address.Href(SitePaths.Feed),
        Navigation = navigation,
        Banner = archive.LeftOut == 0 ? null
            : $"{Wording.Sentence(Wording.Count(archive.LeftOut, "postmortem"))} could not be read and {(archive.LeftOut == 1 ? "is" : "are")} missing from every page. Run archive check to see why.",
        AsOf = TimeView.Of(archive.AsOf),
        DataHref = address.Href(SitePath.OfFile("llms.txt")),
        ChecksHref = address.Href(SitePaths.Checks),
        HandbookHref = address.Href(SitePaths.Handbook),
        Search = box,
        PaletteHref = address.Href(SearchModules.PathOf(SearchModules.Palette)),
    };

    /// <summary>What stands around a page's own content.</summary>
    /// <param name="area">The destination that the page belongs to.</param>
    /// <param name="isDestination">Whether the page is that destination itself.</param>
    public PageFrame Frame(string title, SiteArea area, string? description = null, bool isDestination = false) => Surroundings with
    {
        Title = title == Archive.Settings.Title ? title : $"{title} · {Archive.Settings.Title}",
        Description = description,
        Navigation = isDestination ? [.. Navigation[area].Select(n => n.Current is null ? n : n with { Current = "page" })] : Navigation[area],
    };

    /// <summary>Where a source file stands on the forge; null where the archive does not say.</summary>
    public string? SourceHref(SourceLocation source) =>
        Archive.Settings.SourceUrl is { } root ? new Uri(root, Uri.EscapeDataString(source.Path).Replace("%2F", "/", StringComparison.Ordinal)).AbsoluteUri : null;
}
