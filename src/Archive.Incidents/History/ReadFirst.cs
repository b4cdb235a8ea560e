using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>A postmortem worth reading before the others, and the facts that make it so.</summary>
/// <param name="OpenItems">Promised and not done.</param>
/// <param name="UnansweredCauses">Causes that no item addresses and nobody accepted.</param>
public sealed record Recommendation(Postmortem Postmortem, ImmutableArray<Recurrence> Recurrences, int OpenItems, int UnansweredCauses, bool IsRecent)
{
    /// <summary>
    /// 4 for the worst severity and 1 less for each step of rank below it, down to 0; 3 where it came back or repeats another;
    /// 2 where something in it is still open; 1 where it began in the past twelve months.
    /// </summary>
    public int Points => Math.Max(0, 4 - Postmortem.Severity.Rank) + (Recurrences.IsEmpty ? 0 : 3) + (OpenItems + UnansweredCauses > 0 ? 2 : 0) + (IsRecent ? 1 : 0);
}

/// <summary>Which few of many postmortems to read first. Simple on purpose: a person can check the ranking by hand.</summary>
public static class ReadFirst
{
    public const int AtMost = 3;

    /// <summary>
    /// By points, of equal ones the latest first. A second one of a failure class comes only after the others; one without a summary, such as a stub, never.
    /// </summary>
    public static ImmutableArray<Recommendation> Of(IReadOnlyList<Postmortem> postmortems, IncidentHistory history)
    {
        var ranked = postmortems
            .Where(p => p.Status != DocumentStatus.Stub && p.Summary is not null)
            .Select(p => Recommend(p, history))
            .OrderByDescending(r => r.Points)
            .ThenByDescending(r => r.Postmortem.Times.StartedAt)
            .ThenBy(r => r.Postmortem.Id, StringComparer.Ordinal)
            .ToList();
        var firstOfClass = ranked.DistinctBy(r => r.Postmortem.FailureClass?.Id ?? r.Postmortem.Id).ToList();
        return [.. firstOfClass.Concat(ranked.Except(firstOfClass)).Take(AtMost)];
    }

    private static Recommendation Recommend(Postmortem postmortem, IncidentHistory history) => new(
        postmortem,
        history.RecurrencesOf(postmortem),
        postmortem.ActionItems.Count(i => i.Status == ItemStatus.Open),
        postmortem.Causes.Count(IsUnanswered),
        history.Archive.Policy.DayOf(postmortem.Times.StartedAt) > history.Today.AddYears(-1));

    /// <summary>Whether no item addresses a cause and nobody accepted it.</summary>
    public static bool IsUnanswered(Cause cause) => cause.AddressedBy.IsEmpty && cause.AcceptedBecause is null;
}
