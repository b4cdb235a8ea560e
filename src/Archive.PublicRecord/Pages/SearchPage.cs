using System.Collections.Immutable;
using Archive.PublicRecord.Searching;
using Archive.Publishing.Searching;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.PublicRecord.Pages;

/// <summary>The page on which the public record is searched, where the site has one: the only page with a script.</summary>
public static class SearchPage
{
    private static readonly Template<SearchPageView> Template = new("public/search");

    public static IEnumerable<Page> Plan(PublicHistory history, SiteAddress address, PublicSearch search) => !history.HasSearch ? [] :
    [
        Page.Of(SearchFiles.PagePath, Template, () => ViewOf(history, address, search)),
        .. SearchModules.Pages.Where(p => SearchModules.OfSearchPage.Contains(p.Path)),
    ];

    private static SearchPageView ViewOf(PublicHistory history, SiteAddress address, PublicSearch search)
    {
        var title = $"Search · {history.Title}";
        return new(
            PageFrame.Of(history, address, SearchFiles.PagePath, title, "Find a published incident by its words, components or dates.") with { IsSearch = true },
            SearchFormView.Of(BoxOf(address), title, "What you saw, a component, a date", HintsOf(history), search.Files, address),
            [.. HistoryMonth.MonthsOf(history).Select(m => new MonthCount(MonthLink.Of(m, address), m.Count))]);
    }

    private static SearchBox BoxOf(SiteAddress address) => new()
    {
        Noun = "incident",
        Facets = $"{PublicSearch.Component} {PublicSearch.Impact} {PublicSearch.Year}",
        Badge = PublicSearch.Impact,
        About = PublicSearch.Component,
        Ramp = SearchBox.RampOf("mark", PublicSearch.Impacts.Select(i => (i.Shape, $"is-{i.Shape}"))),
        Href = address.Href(SearchFiles.PagePath),
    };

    private static ImmutableArray<SearchHint> HintsOf(PublicHistory history) =>
    [
        new("sign-in slow", "any of the words, more of them first"),
        new("\"could not be reached\"", "these words in this order"),
        .. history.Incidents is [var newest, ..] ? (SearchHint[])[new($"started:{newest.StartedAt.UtcDateTime.Year}", "a span of time")] : [],
    ];
}

/// <param name="Months">What leads to every incident without a script.</param>
public sealed record SearchPageView(PageFrame Frame, SearchFormView Form, ImmutableArray<MonthCount> Months);

public sealed record MonthCount(MonthLink Month, string Count);
