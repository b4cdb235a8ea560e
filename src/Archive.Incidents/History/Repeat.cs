using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>Something that happened again, counted once: told by a postmortem of its own, or by a dated line in the earlier one.</summary>
/// <param name="On">The day it began, in the policy's time zone.</param>
/// <param name="Recurrence">Null where only a line tells of it. Of several recurrences of one incident it is the named one, else that of the nearest.</param>
/// <param name="Occurrence">Null where a postmortem tells of it.</param>
public sealed record Repeat(Postmortem Earlier, DateOnly On, PromisesThen Then, Recurrence? Recurrence, Occurrence? Occurrence)
{
    /// <summary>Where it is told.</summary>
    public Postmortem Told => Recurrence?.Later ?? Earlier;

    public RecurrenceDiagnosis Diagnosis => Then.Diagnosis;

    /// <summary>From the day on which the earlier one began; not less than 0.</summary>
    public int DaysAfter(Policy policy) => Math.Max(0, On.DayNumber - policy.DayOf(Earlier.Times.StartedAt).DayNumber);
}

/// <summary>What every figure about recurrence counts.</summary>
public static class Repeats
{
    /// <summary>By day, then by where it is told.</summary>
    /// <remarks>A line about a day on which another incident of the same family began is about that incident, and is not counted again.</remarks>
    public static ImmutableArray<Repeat> Of(IncidentArchive archive, IReadOnlyList<Recurrence> recurrences, IReadOnlyDictionary<string, int> familyOf)
    {
        var policy = archive.Policy;
        var told = recurrences.DistinctBy(r => r.Later.Id).Select(r => new Repeat(r.Earlier, policy.DayOf(r.Later.Times.StartedAt), r.Then, r, null)).ToList();
        var days = archive.Postmortems.Where(p => familyOf.ContainsKey(p.Id)).ToLookup(p => (familyOf[p.Id], policy.DayOf(p.Times.StartedAt)));
        var noted =
            from postmortem in archive.Postmortems
            from occurrence in postmortem.Occurrences
            where !familyOf.TryGetValue(postmortem.Id, out var family) || !days[(family, occurrence.On)].Any(other => !ReferenceEquals(other, postmortem))
            select new Repeat(postmortem, occurrence.On, PromisesThen.Of(postmortem, occurrence.On), null, occurrence);
        return [.. told.Concat(noted).OrderBy(r => r.On).ThenBy(r => r.Told.Times.StartedAt).ThenBy(r => r.Told.Id, StringComparer.Ordinal)];
    }
}
