using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>What a shipped structural fix has proved so far.</summary>
public enum FixVerdict
{
    /// <summary>It came back after the fix was there.</summary>
    Failed,

    /// <summary>It has not come back, and the window is not over: too early to say.</summary>
    Watched,

    /// <summary>The window is over and it has not come back.</summary>
    Held,
}

/// <summary>A structural fix that is done, and whether what it was to prevent came back since.</summary>
/// <param name="ShippedOn">The day it was done.</param>
/// <param name="Days">Failed: from shipping to the return. Watched: until its window is over, at least 1. Held: from shipping until today.</param>
/// <param name="FailedBy">Where the return is told; null unless it failed. The postmortem itself, where a line in it tells of it.</param>
public sealed record ShippedFix(Postmortem Postmortem, ActionItem Item, DateOnly ShippedOn, FixVerdict Verdict, int Days, Postmortem? FailedBy);

/// <summary>Whether fixes hold. A fix is watched for the recurrence window, from the day it shipped.</summary>
public static class ShippedFixes
{
    /// <summary>Failed ones first, then watched, then held; the latest shipped first.</summary>
    /// <remarks>
    /// A fix failed by the first incident of the same family that began after its own, on the day it shipped or later, and that names its
    /// postmortem or shares the policy's key with it; or by a line that its postmortem adds about such a day. Not shipped is what is done after today.
    /// </remarks>
    public static ImmutableArray<ShippedFix> Of(IncidentHistory history) =>
    [
        .. history.Archive.Postmortems
            .SelectMany(p => p.ActionItems.Where(i => i is { IsStructuralFix: true, Status: ItemStatus.Done } && i.DoneOn <= history.Today), (p, i) => Judge(p, i, history))
            .OrderBy(f => f.Verdict)
            .ThenByDescending(f => f.ShippedOn)
            .ThenBy(f => f.Postmortem.Id, StringComparer.Ordinal)
            .ThenBy(f => f.Item.Id, StringComparer.Ordinal),
    ];

    private static ShippedFix Judge(Postmortem postmortem, ActionItem fix, IncidentHistory history)
    {
        var shipped = fix.DoneOn.GetValueOrDefault(); // the caller asks for it
        var policy = history.Archive.Policy;
        if (FirstReturn(postmortem, shipped, history) is { } back)
            return new(postmortem, fix, shipped, FixVerdict.Failed, back.On.DayNumber - shipped.DayNumber, back.Told);
        var start = policy.DayOf(postmortem.Times.StartedAt); // a fix may have shipped before the incident was over, or even began
        var left = Math.Max(start.DayNumber, shipped.DayNumber) + policy.RecurrenceWindowDays - history.Today.DayNumber;
        return left > 0
            ? new(postmortem, fix, shipped, FixVerdict.Watched, left, null)
            : new(postmortem, fix, shipped, FixVerdict.Held, history.Today.DayNumber - shipped.DayNumber, null);
    }

    private static (DateOnly On, Postmortem Told)? FirstReturn(Postmortem postmortem, DateOnly shipped, IncidentHistory history)
    {
        if (history.FamilyOf(postmortem) is not { } family) return null;
        var keys = Recurrences.KeysOf(postmortem, history.Archive.Policy).ToHashSet(StringComparer.Ordinal);
        var noted = postmortem.Occurrences.IsEmpty ? null : family.Repeats.FirstOrDefault(r => r.Occurrence is not null && ReferenceEquals(r.Earlier, postmortem) && r.On >= shipped);
        (DateOnly On, Postmortem Told)? told = null;
        for (var i = IncidentHistory.PositionOf(family.Members, postmortem) + 1; i < family.Members.Length && told is null; i++)
        {
            var later = family.Members[i];
            var day = history.Archive.Policy.DayOf(later.Times.StartedAt);
            if (day >= shipped && later.Times.StartedAt > postmortem.Times.StartedAt && IsSame(later)) told = (day, later);
        }
        return noted is not null && (told is null || noted.On < told.Value.On) ? (noted.On, postmortem) : told;

        bool IsSame(Postmortem later) =>
            postmortem.Id.Equals(later.RecurrenceOf, StringComparison.OrdinalIgnoreCase) || Recurrences.KeysOf(later, history.Archive.Policy).Any(keys.Contains);
    }
}
