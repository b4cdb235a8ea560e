using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>An incident that says it repeats an earlier one, and what had become of the earlier one's items by then.</summary>
/// <param name="ItemsThen">Items that the earlier one had promised.</param>
/// <param name="OpenThen">Those of them that were not done on the day the later one began; done on that very day counts as done.</param>
public sealed record Recurrence(Postmortem Earlier, Postmortem Later, int ItemsThen, int OpenThen)
{
    /// <summary>Whole days from start to start.</summary>
    public int DaysBetween => (Later.Times.StartedAt - Earlier.Times.StartedAt).Days;

    public static Recurrence Of(Postmortem earlier, Postmortem later)
    {
        var day = DateOnly.FromDateTime(later.Times.StartedAt.UtcDateTime);
        var promised = earlier.ActionItems.Where(i => i.IsCommitted).ToList();
        return new(earlier, later, promised.Count, promised.Count(i => i.DoneOn is null || i.DoneOn > day));
    }
}

/// <summary>Incidents that repeat one another, through however many steps: two or more, the oldest first.</summary>
public sealed record RecurrenceFamily(ImmutableArray<Postmortem> Members);

/// <summary>Every repetition that a postmortem names.</summary>
public static class Recurrences
{
    /// <summary>In the order of the later incidents.</summary>
    public static ImmutableArray<Recurrence> Of(IReadOnlyList<Postmortem> postmortems, IReadOnlyDictionary<string, Postmortem> byId) =>
    [
        .. from later in postmortems
           where later.RecurrenceOf is not null
           let earlier = byId.GetValueOrDefault(later.RecurrenceOf!) // filtered in the line above
           where earlier is not null
           select Recurrence.Of(earlier, later),
    ];

    /// <summary>The longest first, then the one that last happened last.</summary>
    public static ImmutableArray<RecurrenceFamily> Families(IReadOnlyList<Recurrence> recurrences)
    {
        var parents = new Dictionary<Postmortem, Postmortem>(ReferenceEqualityComparer.Instance);
        foreach (var recurrence in recurrences)
        {
            var (a, b) = (Root(recurrence.Earlier), Root(recurrence.Later));
            if (!ReferenceEquals(a, b)) parents[b] = a;
        }
        return
        [
            .. recurrences
                .SelectMany(r => (Postmortem[])[r.Earlier, r.Later])
                .Distinct<Postmortem>(ReferenceEqualityComparer.Instance)
                .GroupBy(Root, ReferenceEqualityComparer.Instance)
                .Select(g => new RecurrenceFamily([.. g.OrderBy(p => p.Times.StartedAt).ThenBy(p => p.Id, StringComparer.Ordinal)]))
                .OrderByDescending(f => f.Members.Length)
                .ThenByDescending(f => f.Members[^1].Times.StartedAt)
                .ThenBy(f => f.Members[0].Id, StringComparer.Ordinal),
        ];

        Postmortem Root(Postmortem of)
        {
            var root = of;
            while (parents.TryGetValue(root, out var parent)) root = parent;
            // shorten the way for the next one, so that a long chain stays linear
            while (parents.TryGetValue(of, out var parent) && !ReferenceEquals(parent, root)) (parents[of], of) = (root, parent);
            return root;
        }
    }
}
