using System.Collections.Immutable;

namespace Archive.Incidents.Pages.Parts;

/// <summary>A name and its values.</summary>
/// <param name="Note">Something smaller to know beside it, or null.</param>
public sealed record FactView(string Label, ImmutableArray<FactValue> Values, string? Note = null)
{
    public static FactView Of(string label, string value, string? note = null) => new(label, [new(value, null, null)], note);

    public static FactView Of(string label, TimeView time, string? note = null) => new(label, [new(time.Text, null, time.Iso)], note);

    public static FactView Of(string label, IEnumerable<LinkView> links, string? note = null) =>
        new(label, [.. links.Select(l => new FactValue(l.Text, l.Href, null))], note);
}

/// <summary>Words that may lead somewhere, or be a moment.</summary>
/// <param name="Iso">The machine form of a moment, or null.</param>
public sealed record FactValue(string Text, string? Href, string? Iso);
