using System.Collections.Immutable;

namespace Archive.Search.Querying;

/// <summary>A name that makes a field in a query; every other name before a colon is text.</summary>
/// <param name="Names">Lower case; the first is canonical, the others are aliases.</param>
/// <param name="Values">Of a facet: those that any document has, in rank order where it is ordered. A value that is not among them is text.</param>
public sealed record QueryField(ImmutableArray<string> Names, QueryFieldKind Kind, ImmutableArray<string> Values);

public enum QueryFieldKind
{
    /// <summary><c>id:</c>, <c>title:</c>, <c>error:</c> and the other text fields.</summary>
    Text,
    Facet,

    /// <summary>A facet that can be compared: <c>severity:&gt;=sev2</c> is sev2 and worse, so the first of the values is the greatest.</summary>
    OrderedFacet,

    /// <summary>Minutes since the Unix epoch, UTC: <c>2026</c>, <c>2026-03</c>, <c>2026-Q1</c>, <c>2026-03-04</c>, <c>2026-03-04T10:30</c>.</summary>
    Date,

    /// <summary>Minutes: <c>90</c>, <c>30m</c>, <c>2h</c>, <c>1h30m</c>, <c>2d</c>.</summary>
    Duration,
}
