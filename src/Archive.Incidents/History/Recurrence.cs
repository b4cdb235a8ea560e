using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>How it is known that an incident repeats an earlier one.</summary>
public enum RecurrenceBasis
{
    /// <summary>Its postmortem says so.</summary>
    Named,

    /// <summary>Nobody says so; both share what the policy asks for, and the later one began within the window.</summary>
    Inferred,
}

/// <summary>An incident that repeats an earlier one, and what had become of the earlier one's promises by then.</summary>
public sealed record Recurrence(Postmortem Earlier, Postmortem Later, RecurrenceBasis Basis, PromisesThen Then)
{
    /// <summary>From the day on which the one began to that of the other, in the policy's zone: what a reader counts who sees both days.</summary>
    public required int DaysBetween { get; init; }

    public RecurrenceDiagnosis Diagnosis => Then.Diagnosis;

    public static Recurrence Of(Postmortem earlier, Postmortem later, RecurrenceBasis basis, Policy policy) =>
        new(earlier, later, basis, PromisesThen.Of(earlier, policy.DayOf(later.Times.StartedAt))) { DaysBetween = policy.DayOf(later.Times.StartedAt).DayNumber - policy.DayOf(earlier.Times.StartedAt).DayNumber };
}

/// <summary>Every repetition: named by a postmortem, or inferred from failure class, service and time.</summary>
public static class Recurrences
{
    /// <param name="inTime">In the order of <see cref="IncidentHistory.InTime"/>.</param>
    /// <returns>In the order of the later incidents; of one incident the named one first, then the latest earlier one first.</returns>
    /// <remarks>
    /// An inferred recurrence is of the nearest earlier incident only, for each service that both share: all pairs within the window
    /// would grow with its square, and the families are the same. A reference to itself or to an incident that did not begin earlier is
    /// no recurrence; the rules refuse it.
    /// </remarks>
    public static ImmutableArray<Recurrence> Of(IReadOnlyList<Postmortem> inTime, IReadOnlyDictionary<string, Postmortem> byId, Policy policy)
    {
        var found = ImmutableArray.CreateBuilder<Recurrence>();
        var nearest = new NearestEarlier(policy);
        foreach (var later in inTime)
        {
            var named = later.RecurrenceOf is { } id && byId.GetValueOrDefault(id) is { } earlier && earlier.Times.StartedAt < later.Times.StartedAt ? earlier : null;
            if (named is not null) found.Add(Recurrence.Of(named, later, RecurrenceBasis.Named, policy));
            foreach (var inferred in nearest.Before(later))
            {
                if (!ReferenceEquals(inferred, named)) found.Add(Recurrence.Of(inferred, later, RecurrenceBasis.Inferred, policy));
            }
            nearest.Add(later);
        }
        return found.ToImmutable();
    }

    /// <summary>The keys under which a postmortem is compared with others; none without a failure class.</summary>
    public static IEnumerable<string> KeysOf(Postmortem postmortem, Policy policy) => (postmortem.FailureClass, policy.RecurrenceKey) switch
    {
        (null, _) => [],
        ({ } failureClass, RecurrenceKey.Class) => [failureClass.Id],
        ({ } failureClass, RecurrenceKey.ClassAndService) => postmortem.Services.Select(s => $"{failureClass.Id}\n{s.Id}"),
    };

    /// <summary>Remembers the latest incidents of each key while the archive is walked through in time.</summary>
    private sealed class NearestEarlier(Policy policy)
    {
        // the latest of a key, and the latest that began before that one: two that began at once do not repeat each other
        private readonly Dictionary<string, (Postmortem Last, Postmortem? Before)> _byKey = new(StringComparer.Ordinal);

        /// <summary>The latest first.</summary>
        public List<Postmortem> Before(Postmortem later)
        {
            var found = new List<Postmortem>(1);
            foreach (var key in KeysOf(later, policy))
            {
                if (!_byKey.TryGetValue(key, out var known)) continue;
                var earlier = known.Last.Times.StartedAt < later.Times.StartedAt ? known.Last : known.Before;
                if (earlier is not null && later.Times.StartedAt - earlier.Times.StartedAt <= TimeSpan.FromDays(policy.RecurrenceWindowDays) && !found.Contains(earlier, ReferenceEqualityComparer.Instance))
                    found.Add(earlier);
            }
            found.Sort((a, b) => IncidentHistory.InTime.Compare(b, a));
            return found;
        }

        public void Add(Postmortem postmortem)
        {
            foreach (var key in KeysOf(postmortem, policy))
            {
                _byKey[key] = !_byKey.TryGetValue(key, out var known) ? (postmortem, null)
                    : known.Last.Times.StartedAt < postmortem.Times.StartedAt ? (postmortem, known.Last)
                    : (postmortem, known.Before);
            }
        }
    }
}
