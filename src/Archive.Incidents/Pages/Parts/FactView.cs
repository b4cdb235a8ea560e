using System.Collections.Immutable;

namespace Archive.Incidents.Pages.Parts;

/// <summary>A name and its values.</summary>
/// <param name="Note">Something smaller to know beside it, or null.</param>
public sealed record FactView(string Label, ImmutableArray<FactValue> Values, string? Note = null)
{
    public static FactView Of(string label, string value, string? note = null) => new(label, [new(value, null)], note);

    public static FactView Of(string label, TimeView time, string? note = null) => new(label, [new("", null) { Time = time }], note);

    public static FactView Of(string label, IEnumerable<LinkView> links, string? note = null) =>
        new(label, [.. links.Select(l => new FactValue(l.Text, l.Href))], note);
}

/// <summary>Words that may lead somewhere, or a moment.</summary>
public sealed record FactValue(string Text, string? Href)
{
    /// <summary>What stands instead of the words, or null.</summary>
    public TimeView? Time { get; init; }
}
