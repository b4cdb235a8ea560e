using System.Collections.Immutable;
using Archive.Publishing.Sites;
using Archive.Search;

namespace Archive.Publishing.Searching;

/// <summary>What a site says to the scripts of its search: which facets they offer, and how a result looks.</summary>
public sealed record SearchBox
{
    /// <summary>What is searched, in the singular: <c>postmortem</c>.</summary>
    public required string Noun { get; init; }

    /// <summary>The names of the facets that the page offers, in order, with spaces between.</summary>
    public required string Facets { get; init; }

    /// <summary>The facet that a result shows as a severity mark.</summary>
    public required string Badge { get; init; }

    /// <summary>The facet that a result shows in words.</summary>
    public required string About { get; init; }

    /// <summary>The class of all marks, then that of each value of <see cref="Badge"/> where it is not the value itself: <c>sev sev1 p1=sev1</c>.</summary>
    public required string Ramp { get; init; }

    public required string Href { get; init; }

    /// <summary>A value with a space in it has no mark.</summary>
    public static string RampOf(string all, IEnumerable<(string Value, string Class)> marks) =>
        string.Join(' ', marks.Where(m => !m.Value.AsSpan().ContainsAny(' ', '=')).Select(m => m.Value == m.Class ? m.Value : $"{m.Value}={m.Class}").Prepend(all));
}

/// <summary>What the search page shows before, and beside, its results.</summary>
public sealed record SearchFormView
{
    public required SearchBox Box { get; init; }

    /// <summary>Of the page, for the browser's tab.</summary>
    public required string Title { get; init; }

    /// <summary>What stands in the empty field.</summary>
    public required string Placeholder { get; init; }

    /// <summary>What can be typed.</summary>
    public required ImmutableArray<SearchHint> Hints { get; init; }

    public required string StyleHref { get; init; }

    public required string ScriptHref { get; init; }

    /// <summary>Modules to be loaded beside the script.</summary>
    public required ImmutableArray<string> ModuleHrefs { get; init; }

    /// <summary>What the index begins with, to be loaded beside the script.</summary>
    public required string? ManifestHref { get; init; }

    public static SearchFormView Of(SearchBox box, string title, string placeholder, ImmutableArray<SearchHint> hints, ImmutableArray<IndexFile> index, SiteAddress address) => new()
    {
        Box = box,
        Title = title,
        Placeholder = placeholder,
        Hints = hints,
        StyleHref = address.Href(SearchModules.PathOf(SearchModules.Style)),
        ScriptHref = address.Href(SearchModules.PathOf(SearchModules.Page)),
        ModuleHrefs = [.. SearchModules.OfEverySearch.Select(address.Href)],
        ManifestHref = SearchFiles.ManifestOf(index) is { } manifest ? address.Href(manifest) : null,
    };
}

/// <summary>Something that can be typed, and what it finds.</summary>
public sealed record SearchHint(string Text, string Finds);
