using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Incidents.Validation.Prose;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>Looks in each file for the people of all others. The names are those of handles; a look-up for each pair of capitalised words.</summary>
internal sealed class PeopleRules
{
    private readonly Dictionary<ulong, string> _names = [];

    public PeopleRules(IReadOnlyList<JudgedPostmortem> judged, IReadOnlyList<Service> services)
    {
        var things = services.SelectMany(s => s.Aliases.Append(s.Id).Append(s.Name).Append(s.Team ?? "").Append(s.PublicName ?? "")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var postmortem in judged.Select(j => j.Postmortem).OfType<Postmortem>())
        {
            foreach (var list in (ImmutableArray<string>[])[postmortem.Authors, postmortem.Reviewers, postmortem.SignedOffBy])
            {
                foreach (var author in list) Add(author, PersonNames.Written(author));
            }
            foreach (var item in postmortem.ActionItems) Add(item.Owner, null);
        }

        void Add(string? handle, string? written)
        {
            if (handle is null || !seen.Add(handle)) return;
            var name = written ?? (handle.StartsWith('@') ? PersonNames.FullName(handle) : null);
            if (name is not null && !things.Contains(name) && !things.Contains(name.Replace(' ', '-'))) _names.TryAdd(NameKey.Of(name), name);
        }
    }

    public void Check(JudgedPostmortem judged, DiagnosticBag problems)
    {
        var used = new HashSet<Suppression>(ReferenceEqualityComparer.Instance);
        foreach (var mention in judged.Mentions)
        {
            if (!_names.TryGetValue(mention.Key, out var name)) continue;
            var finding = ProseProblems.NamedPerson(mention.PlaceIn(judged.Path), name, mention.Count);
            if (judged.OpenSuppressions.FirstOrDefault(s => s.Covers(finding)) is not { } covering)
            {
                problems.Add(finding);
                continue;
            }
            used.Add(covering);
            problems.Suppress(finding, covering.Reason, covering.Place);
        }
        foreach (var idle in judged.OpenSuppressions.Where(s => s.IsIdle && !used.Contains(s))) problems.Add(SuppressionProblems.Unused(idle.Place, idle.Code));
    }
}
