using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>Whether causes are structural, and the analysis goes deeper than its first answer.</summary>
internal static class StructuralRules
{
    private const int LeastWhys = 3;

    public static void Check(PostmortemDraft draft, KnownSections text, ImmutableArray<CausalStep> tree, Severity? severity, Policy policy, DocumentStatus status, DiagnosticBag problems)
    {
        if (status < DocumentStatus.Review) return;
        foreach (var (cause, _) in draft.Causes)
        {
            if (cause.Id is not { } id) continue;
            if (cause.SubstitutionTest is { Value: false } test) problems.Add(StructuralProblems.PersonalCause(test.Location, id.Value));
            if (!policy.RequiresStructuralCauses) continue;
            if (!cause.Keys.Has("layer")) problems.Add(StructuralProblems.MissingLayer(id.Location, id.Value, "layer", policy.Preset));
            if (!cause.Keys.Has("substitution_test")) problems.Add(StructuralProblems.MissingLayer(id.Location, id.Value, "substitution_test", policy.Preset));
        }
        if (text.Find(SectionKind.RootCauseAnalysis) is not { } analysis) return;
        if (policy.RequiresCausalChain && severity is { Requirement: PostmortemRequirement.Mandatory } && !analysis.IsEmpty && CausalTrees.LongestChain(text) < LeastWhys)
            problems.Add(StructuralProblems.MissingChain(analysis.Location, severity.Name));
        CheckGates(tree, analysis.Location, problems);
    }

    private static void CheckGates(ImmutableArray<CausalStep> steps, SourceLocation place, DiagnosticBag problems)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            var causes = steps.Skip(i + 1).TakeWhile(s => s.Depth > steps[i].Depth).Where(s => s.Depth == steps[i].Depth + 1).Select(s => s.Gate).Distinct().ToList();
            if (causes.Contains(CausalGate.And) && causes.Contains(CausalGate.Or)) problems.Add(StructuralProblems.MixedGates(place, steps[i].Text));
        }
    }
}
