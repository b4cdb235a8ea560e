using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Searching;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages.Searching;

/// <param name="Entries">The lists that lead to every postmortem, for those who search without a script or find nothing.</param>
public sealed record SearchView(PageFrame Frame, SearchFormView Form, ImmutableArray<EntryGroup> Entries);

/// <summary>The page on which the archive is searched.</summary>
public static class SearchPage
{
    public static readonly Template<SearchView> Template = new("internal/search");

    public static IEnumerable<Page> Plan(SitePlan site) =>
    [
        Page.Of(SearchFiles.PagePath, Template, () => View(site)),
        SearchFiles.Description(site.Archive.Settings.Title, $"Search the postmortems of {site.Archive.Settings.Title}.", site.Address),
        .. SearchModules.Pages,
    ];

    /// <summary>What the header says to the palette.</summary>
    public static SearchBox BoxOf(SiteLinks links, Policy policy) => new()
    {
        Noun = "postmortem",
        Facets = string.Join(' ', SearchFacets.Offered),
        Badge = SearchFacets.Severity,
        About = SearchFacets.Service,
        Ramp = SearchBox.RampOf("sev", policy.Severities.Select(s => (s.Id, SeverityView.Of(s, links).Css))),
        Href = links.Address.Href(SearchFiles.PagePath),
    };

    private static SearchView View(SitePlan site)
    {
        var frame = site.Frame("Search", SiteArea.None, "Find a postmortem by its words, its error texts, its services or its dates.") with { SearchDescriptionHref = site.Address.Href(SearchFiles.DescriptionPath) };
        return new(frame, SearchFormView.Of(frame.Search, frame.Title, "Words, or an error as it was logged", Hints(site), site.Search.Files, site.Address), [.. HomeEntries.Of(site)]);
    }

    private static ImmutableArray<SearchHint> Hints(SitePlan site)
    {
        var severities = site.Archive.Policy.Severities;
        return
        [
            new("connection reset by peer", "any of the words, more of them first; or paste an error as it was logged"),
            new("\"no space left\"", "these words in this order"),
            .. site.Archive.Services is [var service, ..] ? (SearchHint[])[new($"service:{service.Id}", "also class, kind, status, team, owner")] : [],
            .. severities.Length > 1 ? (SearchHint[])[new($"severity:>={severities[1].Id}", $"{severities[1].Name} and worse")] : [],
            new($"started:{site.Archive.AsOf.Year}-Q1 duration:>2h", "a span of time, and how long it lasted"),
            new("deploy -database", "without a word; +word must be there"),
        ];
    }
}
