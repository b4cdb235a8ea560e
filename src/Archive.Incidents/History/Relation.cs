using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>Why one postmortem is worth reading after another. In order of weight.</summary>
public enum RelationReason
{
    /// <summary>This one names it.</summary>
    Named,

    /// <summary>It names this one.</summary>
    NamesThis,
    SameFailureClass,
    SharedService,
}

/// <summary>A postmortem and why it is related; <paramref name="Service"/> is set when a service is the reason.</summary>
public sealed record Relation(Postmortem Postmortem, RelationReason Reason, Service? Service = null);

/// <summary>What to read next. Looks at the neighbours in time within a class and a service only, so that its cost does not grow with the archive.</summary>
public static class Relations
{
    public const int AtMost = 6;
    private const int NearestPerClass = 4;
    private const int NearestPerService = 2;

    /// <summary>At most eight, by weight, then the nearest in time. What repeats or is repeated by this one is left out: it is shown as a recurrence.</summary>
    public static ImmutableArray<Relation> Of(Postmortem postmortem, IncidentHistory history)
    {
        var found = new Found(postmortem, history.RecurrencesOf(postmortem));
        foreach (var id in postmortem.Related)
        {
            if (history.ById.GetValueOrDefault(id) is { } named) found.Add(named, RelationReason.Named);
        }
        foreach (var naming in history.NamedBy(postmortem)) found.Add(naming, RelationReason.NamesThis);
        if (postmortem.FailureClass is { } failureClass) found.AddNearest(history.ByFailureClass.Of(failureClass.Id), NearestPerClass, RelationReason.SameFailureClass);
        foreach (var service in postmortem.Services)
        {
            if (!found.IsFull) found.AddNearest(history.ByService.Of(service.Id), NearestPerService, RelationReason.SharedService, service);
        }
        return [.. found.Relations];
    }

    /// <summary>What is found for one postmortem, each other one once. Has state because every page asks, and nearly all that is near is found twice.</summary>
    private sealed class Found(Postmortem postmortem, ImmutableArray<Recurrence> recurrences)
    {
        public List<Relation> Relations { get; } = new(AtMost);

        public bool IsFull => Relations.Count == AtMost;

        public void Add(Postmortem other, RelationReason reason, Service? service = null)
        {
            if (!IsFull && other.Id != postmortem.Id && !IsShown(other)) Relations.Add(new(other, reason, service));
        }

        /// <param name="inTime">In order of time; the postmortem is in it.</param>
        public void AddNearest(ImmutableArray<Postmortem> inTime, int amount, RelationReason reason, Service? service = null)
        {
            var at = IncidentHistory.PositionOf(inTime, postmortem);
            var near = new List<Postmortem>(2 * amount);
            for (var i = Math.Max(0, at - amount); i < Math.Min(inTime.Length, at + amount + 1); i++)
            {
                if (i == at) continue;
                var place = near.Count;
                while (place > 0 && Distance(near[place - 1]) > Distance(inTime[i])) place--;
                near.Insert(place, inTime[i]);
            }
            for (var i = 0; i < Math.Min(amount, near.Count); i++) Add(near[i], reason, service);
        }

        private TimeSpan Distance(Postmortem other) => (other.Times.StartedAt - postmortem.Times.StartedAt).Duration();

        private bool IsShown(Postmortem other)
        {
            foreach (var relation in Relations)
            {
                if (relation.Postmortem.Id == other.Id) return true;
            }
            foreach (var recurrence in recurrences)
            {
                if (recurrence.Earlier.Id == other.Id || recurrence.Later.Id == other.Id) return true;
            }
            return false;
        }
    }
}
