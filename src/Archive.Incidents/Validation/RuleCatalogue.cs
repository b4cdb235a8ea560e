using System.Collections.Frozen;
using System.Collections.Immutable;
using Archive.Incidents.Validation.Prose;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Validation;

/// <summary>Every rule there is: what <c>archive explain</c> and the manual's pages show.</summary>
public static class RuleCatalogue
{
    /// <summary>By family, then code.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        .. new[]
        {
            DocumentProblems.All, LinkProblems.All, SiteProblems.All, StructureProblems.All, CompletenessProblems.All, PublicNoteProblems.All, LeakProblems.All, SecretProblems.All,
            ProseProblems.All, SuppressionProblems.All, FollowThroughProblems.All, ConsistencyProblems.All, StructuralProblems.All, DuplicateProblems.All, SubstanceProblems.All, DecisionProblems.All,
        }
            .SelectMany(rules => rules)
            .OrderBy(r => r.Family, StringComparer.Ordinal)
            .ThenBy(r => r.Code, StringComparer.Ordinal),
    ];

    private static readonly FrozenSet<string> AcrossFiles = FrozenSet.Create(
        StringComparer.Ordinal, "duplicate-id", "unknown-reference", "reference-cycle", "recurrence-not-earlier", "note-without-incident", "second-note", "taken-address", "possible-duplicate");

    /// <summary>The rules whose level a site may set.</summary>
    public static IEnumerable<Rule> Configurable => All.Where(IsConfigurable);

    public static bool IsConfigurable(Rule rule) => rule.Family is not (StructureProblems.Family or PublicNoteProblems.Family) && rule != SecretProblems.SecretRule;

    /// <summary>The rules that a comment can keep from a place.</summary>
    public static IEnumerable<Rule> Suppressible => All.Where(IsSuppressible);

    /// <summary>A secret may turn out to be none, and so it can be suppressed, but not switched off. Whether two files tell of one incident is said with <c>related</c>.</summary>
    public static bool IsSuppressible(Rule rule) =>
        rule.Family is not (StructureProblems.Family or PublicNoteProblems.Family) && !SuppressionProblems.All.Contains(rule) && rule != DuplicateProblems.PossibleDuplicateRule;

    /// <summary>Whether a change of one file can make such a finding in another.</summary>
    public static bool IsAcrossFiles(Rule rule) => AcrossFiles.Contains(rule.Code) || LinkProblems.All.Contains(rule) || LeakProblems.All.Contains(rule);

    public static Rule? Find(string code) => All.FirstOrDefault(r => r.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
}
