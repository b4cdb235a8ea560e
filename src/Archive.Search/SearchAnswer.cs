using System.Collections.Immutable;

namespace Archive.Search;

/// <summary>What an index answers.</summary>
public sealed record SearchAnswer
{
    /// <summary>Exact number of documents found.</summary>
    public required int Total { get; init; }

    /// <summary>From <see cref="SearchRequest.Offset"/>, at most <see cref="SearchRequest.Limit"/>.</summary>
    public required ImmutableArray<SearchHit> Hits { get; init; }

    /// <summary>Exact counts, in the order of the schema.</summary>
    public required ImmutableArray<FacetCounts> Facets { get; init; }

    /// <summary>Found documents by quarter of the tie-break date, oldest first, without gaps; empty without such a date.</summary>
    public required ImmutableArray<QuarterCount> Quarters { get; init; }

    /// <summary>Null: nothing was corrected.</summary>
    public Correction? Showing { get; init; }

    /// <summary>What is written like a filter and was searched as text, since no document has it: <c>service:chekout</c>; but for what is still being typed.</summary>
    public ImmutableArray<string> StrayFilters { get; init; } = [];

    /// <summary>The terms (as analysis gives them) that a snippet marks.</summary>
    public required ImmutableArray<string> Terms { get; init; }

    public bool IsFound => Total > 0;
}

public sealed record SearchHit
{
    /// <summary>The document's number in the index.</summary>
    public required int Document { get; init; }

    public required string Id { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    /// <summary>An integer below 2^53, comparable within one answer only.</summary>
    public required long Score { get; init; }

    /// <summary>Of the facets that are shown: see <see cref="FacetField.IsShown"/>.</summary>
    public required ImmutableArray<FacetValue> Facets { get; init; }

    public required ImmutableArray<NumberValue> Numbers { get; init; }

    /// <summary>Empty unless asked for.</summary>
    public ImmutableArray<ScorePart> Explanation { get; init; } = [];
}

/// <summary>A part of a score: <c>term "memory"</c>, 1200.</summary>
public sealed record ScorePart(string What, long Score);

/// <summary>Counts of one facet: as if nothing were chosen in this facet, so that another value can be added.</summary>
public sealed record FacetCounts(string Name, string Label, ImmutableArray<FacetCount> Values);

public sealed record FacetCount(string Value, string Label, int Count, bool IsChosen);

/// <param name="Quarter"><c>2026-Q1</c>, in UTC.</param>
public sealed record QuarterCount(string Quarter, int Count);

/// <summary>"Showing results for <paramref name="Text"/>, search instead for <paramref name="InsteadOf"/>".</summary>
public sealed record Correction(string Text, string InsteadOf);

/// <summary>The best passage of a hit.</summary>
/// <param name="Anchor">The nearest heading; null: top of the page.</param>
public sealed record Snippet(string? Anchor, ImmutableArray<SnippetPart> Parts)
{
    public static Snippet Empty { get; } = new(null, []);
}

public sealed record SnippetPart(string Text, bool IsMatch);
