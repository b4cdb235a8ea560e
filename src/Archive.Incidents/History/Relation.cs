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
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { postmortem.Id };
        seen.UnionWith(history.RecurrencesOf(postmortem).Select(r => r.Earlier.Id));
        seen.UnionWith(history.RecurrencesOf(postmortem).Select(r => r.Later.Id));
        return [.. Candidates(postmortem, history).Where(r => seen.Add(r.Postmortem.Id)).Take(AtMost)];
    }

    private static IEnumerable<Relation> Candidates(Postmortem postmortem, IncidentHistory history)
    {
        foreach (var id in postmortem.Related)
        {
            if (history.ById.GetValueOrDefault(id) is { } named) yield return new(named, RelationReason.Named);
        }
        foreach (var naming in history.NamedBy(postmortem)) yield return new(naming, RelationReason.NamesThis);
        if (postmortem.FailureClass is { } failureClass)
        {
            foreach (var other in Nearest(history.ByFailureClass.Of(failureClass.Id), postmortem, NearestPerClass))
                yield return new(other, RelationReason.SameFailureClass);
        }
        foreach (var service in postmortem.Services)
        {
            foreach (var other in Nearest(history.ByService.Of(service.Id), postmortem, NearestPerService))
                yield return new(other, RelationReason.SharedService, service);
        }
    }

    private static IEnumerable<Postmortem> Nearest(ImmutableArray<Postmortem> inTime, Postmortem postmortem, int amount)
    {
        var at = IncidentHistory.PositionOf(inTime, postmortem);
        var near = new List<Postmortem>(2 * amount);
        for (var i = Math.Max(0, at - amount); i < Math.Min(inTime.Length, at + amount + 1); i++)
        {
            if (i != at) near.Add(inTime[i]);
        }
        return near.OrderBy(p => (p.Times.StartedAt - postmortem.Times.StartedAt).Duration()).Take(amount);
    }
}
