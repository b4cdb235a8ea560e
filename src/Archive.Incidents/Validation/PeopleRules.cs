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
        var used = new List<Suppression>();
        foreach (var mention in judged.Mentions)
        {
            if (_names.TryGetValue(mention.Key, out var name)) Add(ProseProblems.NamedPerson(mention.PlaceIn(judged.Path), name, mention.Count), judged, used, problems);
        }
        foreach (var open in judged.OpenSuppressions)
        {
            if (open.IsIdle && !used.Contains(open, ReferenceEqualityComparer.Instance)) problems.Add(SuppressionProblems.Unused(open.Place, open.Code));
        }
    }

    private static void Add(Diagnostic finding, JudgedPostmortem judged, List<Suppression> used, DiagnosticBag problems)
    {
        if (judged.OpenSuppressions.FirstOrDefault(s => s.Covers(finding)) is not { } covering)
        {
            problems.Add(finding);
            return;
        }
        used.Add(covering);
        problems.Suppress(finding, covering.Reason, covering.Place);
    }
}
