using System.Collections.Immutable;

namespace Archive.Search;

/// <summary>The text fields of a document, in the order of the index. Their weights stand in <c>Indexing/FieldWeights</c>.</summary>
public enum SearchField
{
    Title,
    Signature,
    Heading,
    Summary,
    Code,
    Body,
    Label,
}

/// <summary>A run of text of one field.</summary>
/// <param name="Characters">Only looked at while the document is analysed: whoever reads one document after the other may use the same array again.</param>
/// <param name="Anchor">The id of the nearest heading above it on the page; null at the top of the page.</param>
public readonly record struct Passage(SearchField Field, ReadOnlyMemory<char> Characters, string? Anchor)
{
    public Passage(SearchField field, string text, string? anchor) : this(field, text.AsMemory(), anchor)
    {
    }

    public string Text => Characters.ToString();

    /// <summary>Has the same text, wherever it lies.</summary>
    public bool Equals(Passage other) => Field == other.Field && Anchor == other.Anchor && Characters.Span.SequenceEqual(other.Characters.Span);

    public override int GetHashCode() => HashCode.Combine(Field, Anchor, Characters.Length);
}

/// <summary>One value of a facet that a document has, by names: <c>service</c>, <c>checkout</c>.</summary>
public readonly record struct FacetValue(string Facet, string Value);

/// <summary>One number of a document. Dates are minutes since 1970-01-01 00:00 UTC, durations minutes.</summary>
public readonly record struct NumberValue(string Name, long Value);

/// <summary>A document as it is searched: text in fields, values to filter, numbers to sort.</summary>
public sealed record SearchDocument
{
    /// <summary>Found whole by <c>id:</c>, and unique in an archive.</summary>
    public required string Id { get; init; }

    /// <summary>From the root of the site: <c>/postmortems/2026/…/</c>.</summary>
    public required string Url { get; init; }

    public required string Title { get; init; }

    /// <summary>All that is searched, the title included (as a passage of its own field), in the order of the page.</summary>
    public required ImmutableArray<Passage> Passages { get; init; }

    public ImmutableArray<FacetValue> Facets { get; init; } = [];

    /// <summary>At most one of a name; a name that is absent has no value.</summary>
    public ImmutableArray<NumberValue> Numbers { get; init; } = [];

    internal long? NumberOf(string name)
    {
        foreach (var number in Numbers)
        {
            if (number.Name == name) return number.Value;
        }
        return null;
    }
}
