using System.Collections.Immutable;

namespace Archive.Search;

public enum SearchSort
{
    Relevance,
    Newest,
    Severity,
    Longest,
}

/// <summary>What is asked of an index.</summary>
public sealed record SearchRequest
{
    /// <summary>As typed or pasted. Empty finds every document.</summary>
    public required string Text { get; init; }

    /// <summary>Chosen values: OR within a facet, AND between facets.</summary>
    public ImmutableArray<FacetValue> Facets { get; init; } = [];

    public SearchSort Sort { get; init; } = SearchSort.Relevance;

    public int Offset { get; init; }

    public int Limit { get; init; } = 10;

    /// <summary>The last word is not finished: it also stands for all words it begins.</summary>
    public bool IsTyping { get; init; }

    /// <summary>False: take each word as it is written ("search instead for …").</summary>
    public bool IsCorrecting { get; init; } = true;

    /// <summary>Tell the parts of each hit's score.</summary>
    public bool IsExplaining { get; init; }
}
