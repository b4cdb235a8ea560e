using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>Causes: whole, each id once, each reference to an item of the same postmortem.</summary>
internal static class CauseRules
{
    public static ImmutableArray<Cause> Validate(PostmortemDraft draft, ImmutableArray<ActionItem> items, Policy policy, DiagnosticBag problems)
    {
        var taken = new HashSet<string>(draft.Causes.Length, StringComparer.OrdinalIgnoreCase);
        var causes = ImmutableArray.CreateBuilder<Cause>(draft.Causes.Length);
        foreach (var (cause, place) in draft.Causes)
        {
            if (cause.Layer is { } layer && !policy.Layers.Contains(layer.Value, StringComparer.OrdinalIgnoreCase))
                problems.Add(StructureProblems.UnknownTerm(layer, "a layer", policy.Layers));
            if (cause is not { Id: { } id, Kind: { } kind, Text: { } text })
                AddIncomplete(cause, place, problems);
            else if (!taken.Add(id.Value))
                problems.Add(StructureProblems.DuplicateMember(id, "cause"));
            else
                causes.Add(CauseOf(cause, id.Value, kind.Value, text.Value, items, problems));
        }
        return causes.DrainToImmutable();
    }

    private static void AddIncomplete(CauseDraft cause, SourceLocation place, DiagnosticBag problems)
    {
        foreach (var key in (string[])["id", "kind", "text"])
        {
            if (!cause.Keys.Has(key)) problems.Add(SiteProblems.IncompleteEntry(place, "A cause", key));
        }
    }

    private static Cause CauseOf(CauseDraft cause, string id, CauseKind kind, string text, ImmutableArray<ActionItem> items, DiagnosticBag problems)
    {
        var addressedBy = ImmutableArray.CreateBuilder<string>(cause.AddressedBy.Length);
        foreach (var reference in cause.AddressedBy)
        {
            if (items.FirstOrDefault(i => i.Id.Equals(reference.Value, StringComparison.OrdinalIgnoreCase)) is { } item) addressedBy.Add(item.Id);
            else problems.Add(StructureProblems.UnknownItem(reference, [.. items.Select(i => i.Id)]));
        }
        return new()
        {
            Id = id,
            Kind = kind,
            Text = text,
            Layer = cause.Layer?.Value.ToLowerInvariant(),
            IsStructural = cause.SubstitutionTest?.Value,
            AddressedBy = addressedBy.DrainToImmutable(),
            AcceptedBecause = cause.Accepted?.Value,
        };
    }
}
