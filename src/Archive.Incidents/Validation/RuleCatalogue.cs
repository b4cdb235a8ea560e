using System.Collections.Immutable;
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
        .. new[] { DocumentProblems.All, LinkProblems.All, SiteProblems.All, StructureProblems.All, CompletenessProblems.All, PublicNoteProblems.All, LeakProblems.All, SecretProblems.All, DuplicateProblems.All }
            .SelectMany(rules => rules)
            .OrderBy(r => r.Family, StringComparer.Ordinal)
            .ThenBy(r => r.Code, StringComparer.Ordinal),
    ];

    /// <summary>The rules whose level a site may set.</summary>
    public static IEnumerable<Rule> Configurable => All.Where(IsConfigurable);

    public static bool IsConfigurable(Rule rule) => rule.Family is not (StructureProblems.Family or PublicNoteProblems.Family) && rule != SecretProblems.SecretRule;

    public static Rule? Find(string code) => All.FirstOrDefault(r => r.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
}
