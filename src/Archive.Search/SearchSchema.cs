using System.Collections.Immutable;

namespace Archive.Search;

/// <summary>What the facets and numbers of the documents mean.</summary>
public sealed record SearchSchema(ImmutableArray<FacetField> Facets, ImmutableArray<NumberField> Numbers)
{
    public static SearchSchema Empty { get; } = new([], []);

    /// <summary>Among equal scores the first value of this ordered facet wins (most severe), which every hit has; null: no such facet.</summary>
    public string? TieBreakFacet { get; init; }

    /// <summary>Then the greatest of this number (most recent). Documents are numbered by it, so that a new one is appended; null: by id.</summary>
    public string? TieBreakNumber { get; init; }
}

/// <summary>A facet.</summary>
/// <param name="Name">As written in a query: <c>severity:sev1</c>.</param>
/// <param name="Values">Labels of known values; in rank order, the greatest first, when <paramref name="IsOrdered"/>. Others are labelled by themselves.</param>
/// <param name="IsOrdered">Its values compare: <c>severity:&gt;=sev2</c>.</param>
/// <param name="Aliases">Other names in a query.</param>
public sealed record FacetField(
    string Name, string Label, ImmutableArray<FacetLabel> Values, bool IsOrdered, ImmutableArray<string> Aliases)
{
    /// <summary>A hit has its values. Each of them is loaded with every ten hits, so leave out what no result shows; it filters and counts all the same.</summary>
    public bool IsShown { get; init; } = true;
}

public readonly record struct FacetLabel(string Value, string Label);

public enum NumberKind
{
    /// <summary>Minutes since 1970-01-01 00:00 UTC.</summary>
    Date,

    /// <summary>Minutes.</summary>
    Duration,
}

public sealed record NumberField(string Name, string Label, NumberKind Kind);
