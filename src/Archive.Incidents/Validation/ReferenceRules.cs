using Archive.Incidents.Drafting;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>What postmortems say of each other: the ones they name exist, and recurrences lead back in time to an end.</summary>
internal static class ReferenceRules
{
    public static void Check(PostmortemDraft draft, ValidationContext context, DiagnosticBag problems)
    {
        foreach (var related in draft.Related)
        {
            if (!context.FileById.ContainsKey(related.Value)) problems.Add(StructureProblems.UnknownPostmortem(related, context.FileById.Keys));
        }
        if (draft.RecurrenceOf is not { } earlier) return;
        if (!context.FileById.TryGetValue(earlier.Value, out var file)) problems.Add(StructureProblems.UnknownPostmortem(earlier, context.FileById.Keys));
        else if (IsCircle(draft, context)) problems.Add(StructureProblems.ReferenceCycle(earlier, draft.Id?.Value ?? "this postmortem"));
        else if (StartOf(file.Draft) >= StartOf(draft)) problems.Add(StructureProblems.RecurrenceNotEarlier(earlier));
    }

    /// <summary>Whether following the recurrences from a postmortem leads back to it.</summary>
    private static bool IsCircle(PostmortemDraft draft, ValidationContext context)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = draft.RecurrenceOf; at is { } id && seen.Add(id.Value);)
        {
            if (id.Value.Equals(draft.Id?.Value, StringComparison.OrdinalIgnoreCase)) return true;
            at = context.FileById.TryGetValue(id.Value, out var file) ? file.Draft?.RecurrenceOf : null;
        }
        return false;
    }

    private static DateTimeOffset? StartOf(PostmortemDraft? draft) => draft?.Times?.Started?.Value;
}
