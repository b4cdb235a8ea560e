using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Validation;

/// <summary>What postmortems say of each other: each id stands once, the ones they name exist, recurrences lead back in time to an end, and no story names the people of another.</summary>
internal sealed class ReferenceRules(ImmutableArray<JudgedPostmortem> judged, Policy policy, PeopleRules people)
{
    /// <summary>The first file with each id, sound or not, without regard to case.</summary>
    public Dictionary<string, JudgedPostmortem> ById { get; } = FirstBy(judged, id => id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The first file with each address: ids that differ in case or punctuation alone would be one page.</summary>
    private readonly Dictionary<string, JudgedPostmortem> _byAddress = FirstBy(judged, Slug.Of, StringComparer.Ordinal);

    /// <summary>Ids of files that are there, but too broken to read: naming one is no mistake.</summary>
    private readonly HashSet<string> _guessed = judged.Select(j => j.GuessedId).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, JudgedPostmortem> FirstBy(ImmutableArray<JudgedPostmortem> judged, Func<string, string> keyOf, StringComparer comparer)
    {
        var first = new Dictionary<string, JudgedPostmortem>(judged.Length, comparer);
        foreach (var each in judged)
        {
            if (each.Id is { } id) first.TryAdd(keyOf(id.Value), each);
        }
        return first;
    }

    /// <summary>The postmortems that are sound by themselves and in what they say of others, with their references.</summary>
    public ImmutableArray<Postmortem> Sound(DiagnosticBag problems)
    {
        var sound = ImmutableArray.CreateBuilder<Postmortem>(judged.Length);
        foreach (var each in judged)
        {
            var own = new DiagnosticBag(policy.RuleLevels);
            Check(each, own);
            people.Check(each, own);
            if (each.Postmortem is { } postmortem && !own.HasErrors) sound.Add(WithReferences(postmortem, each));
            problems.AddRange(each.Findings);
            problems.AddSuppressed(each.Suppressed);
            problems.AddRange(own);
        }
        return sound.DrainToImmutable();
    }

    /// <summary>Whether a postmortem with this id is there, sound or not.</summary>
    public bool Exists(string id) => ById.ContainsKey(id) || _guessed.Contains(id);

    private void Check(JudgedPostmortem each, DiagnosticBag problems)
    {
        if (each.Id is { } id && _byAddress[Slug.Of(id.Value)] is var first && first.Path != each.Path) problems.Add(StructureProblems.DuplicateId(id, first.Id!.Value.Location)); // it is there by its id
        foreach (var related in each.Related)
        {
            if (!Exists(related.Value)) problems.Add(StructureProblems.UnknownPostmortem(related, ById.Keys));
        }
        if (each.RecurrenceOf is not { } earlier) return;
        if (!Exists(earlier.Value)) problems.Add(StructureProblems.UnknownPostmortem(earlier, ById.Keys));
        else if (!ById.TryGetValue(earlier.Value, out var other)) return; // too broken to ask
        else if (IsCircle(each)) problems.Add(StructureProblems.ReferenceCycle(earlier, each.Id?.Value ?? "this postmortem"));
        else if (other.StartedAt >= each.StartedAt) problems.Add(StructureProblems.RecurrenceNotEarlier(earlier));
    }

    /// <summary>Whether following the recurrences from a postmortem leads back to it.</summary>
    private bool IsCircle(JudgedPostmortem from)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = from.RecurrenceOf; at is { } id && seen.Add(id.Value);)
        {
            if (id.Value.Equals(from.Id?.Value, StringComparison.OrdinalIgnoreCase)) return true;
            at = ById.TryGetValue(id.Value, out var other) ? other.RecurrenceOf : null;
        }
        return false;
    }

    /// <summary>The ids of the others as those write them.</summary>
    private Postmortem WithReferences(Postmortem postmortem, JudgedPostmortem judged) => judged is { RecurrenceOf: null, Related.IsEmpty: true }
        ? postmortem
        : postmortem with
        {
            RecurrenceOf = judged.RecurrenceOf is { } earlier ? IdOf(earlier) : null,
            Related = [.. judged.Related.Select(IdOf).OfType<string>().Distinct(StringComparer.Ordinal)],
        };

    /// <summary>Null where the other is too broken to read.</summary>
    private string? IdOf(Located<string> reference) => ById.TryGetValue(reference.Value, out var other) ? other.Id?.Value : null;
}
