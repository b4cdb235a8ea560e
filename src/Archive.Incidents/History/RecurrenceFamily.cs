using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>Incidents that repeat one another, through however many steps.</summary>
/// <param name="Members">The oldest first; one alone only where lines in it tell of repeats.</param>
/// <param name="Repeats">How often it came back, in order of time; at least once.</param>
public sealed record RecurrenceFamily(ImmutableArray<Postmortem> Members, ImmutableArray<Repeat> Repeats, IncidentCost Cost)
{
    public Postmortem First => Members[0];

    public Postmortem Last => Members[^1];

    /// <summary>The first time and every repeat.</summary>
    public int Times => Repeats.Length + 1;
}

/// <summary>What incidents cost together, as far as it is written.</summary>
/// <param name="Hours">
/// What families are ranked by: the person-hours that a postmortem states; where it states none, the hours that the incident lasted, as if
/// it had kept one person from work; nothing where neither is known.
/// </param>
/// <param name="HoursWritten">The stated person-hours alone.</param>
/// <param name="Lasted">From start to resolution, added up.</param>
/// <param name="Customers">Added up: one that was hit twice counts twice.</param>
/// <param name="Unknown">Incidents of which neither hours nor an end are known.</param>
public sealed record IncidentCost(decimal Hours, decimal HoursWritten, TimeSpan Lasted, long Customers, int Unknown)
{
    public static IncidentCost Of(IReadOnlyList<Postmortem> postmortems) => new(
        postmortems.Sum(HoursOf),
        postmortems.Sum(p => p.Impact.HoursLost ?? 0),
        new(postmortems.Sum(p => (p.Times.Duration ?? TimeSpan.Zero).Ticks)),
        postmortems.Sum(p => p.Impact.Customers ?? 0),
        postmortems.Count(p => p is { Impact.HoursLost: null, Times.ResolvedAt: null }));

    private static decimal HoursOf(Postmortem postmortem) =>
        postmortem.Impact.HoursLost ?? (postmortem.Times.Duration is { } lasted ? Math.Round((decimal)lasted.TotalHours, 2) : 0);
}

/// <summary>The families of an archive: each postmortem belongs to one at most.</summary>
public static class RecurrenceFamilies
{
    /// <summary>The number of the family of each postmortem that repeats another or is repeated, by its id; connected chains have one number.</summary>
    public static Dictionary<string, int> Connect(IReadOnlyList<Recurrence> recurrences)
    {
        var parents = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var recurrence in recurrences)
        {
            var (a, b) = (Root(recurrence.Earlier.Id), Root(recurrence.Later.Id));
            if (!a.Equals(b, StringComparison.OrdinalIgnoreCase)) parents[b] = a;
        }
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var families = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in recurrences.SelectMany(r => (string[])[r.Earlier.Id, r.Later.Id]))
        {
            var root = Root(id);
            if (!numbers.TryGetValue(root, out var number)) numbers.Add(root, number = numbers.Count);
            families[id] = number;
        }
        return families;

        string Root(string of)
        {
            var root = of;
            while (parents.TryGetValue(root, out var parent)) root = parent;
            // shorten the way for the next one, so that a long chain stays linear
            while (parents.TryGetValue(of, out var parent) && !ReferenceEquals(parent, root)) (parents[of], of) = (root, parent);
            return root;
        }
    }

    /// <summary>The dearest first, then the one that came back most often, then the one that came back last.</summary>
    public static ImmutableArray<RecurrenceFamily> Of(IReadOnlyList<Postmortem> inTime, IReadOnlyList<Repeat> repeats, IReadOnlyDictionary<string, int> familyOf)
    {
        var alone = repeats.Where(r => !familyOf.ContainsKey(r.Earlier.Id)).Select(r => r.Earlier.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var byFamily = repeats.ToLookup(r => KeyOf(r.Earlier.Id));
        return
        [
            .. inTime
                .Where(p => familyOf.ContainsKey(p.Id) || alone.Contains(p.Id))
                .GroupBy(p => KeyOf(p.Id))
                .Select(g => (ImmutableArray<Postmortem>)[.. g])
                .Select(members => new RecurrenceFamily(members, [.. byFamily[KeyOf(members[0].Id)]], IncidentCost.Of(members)))
                .OrderByDescending(f => f.Cost.Hours)
                .ThenByDescending(f => f.Times)
                .ThenByDescending(f => f.Last.Times.StartedAt)
                .ThenBy(f => f.First.Id, StringComparer.Ordinal),
        ];

        (int Number, string Id) KeyOf(string id) => familyOf.TryGetValue(id, out var number) ? (number, "") : (-1, id);
    }
}
