using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>Why something came back, as far as the earlier postmortem's promises tell.</summary>
public enum RecurrenceDiagnosis
{
    /// <summary>What was to prevent it was promised, and not there yet.</summary>
    NeverShipped,

    /// <summary>What was to prevent it was there, and did not.</summary>
    DidNotHold,

    /// <summary>Nobody had promised anything, nor decided against it.</summary>
    NothingPlanned,

    /// <summary>Somebody had decided, with a reason, to live with it.</summary>
    Accepted,
}

/// <summary>What had become of a postmortem's promises on the day it happened again.</summary>
/// <param name="Done">Promised items that were done by that day; done on that very day counts as done.</param>
/// <param name="Open">Promised items that were not.</param>
public sealed record PromisesThen(ImmutableArray<ActionItem> Done, ImmutableArray<ActionItem> Open, RecurrenceDiagnosis Diagnosis)
{
    public int Count => Done.Length + Open.Length;

    /// <param name="day">In the policy's time zone.</param>
    public static PromisesThen Of(Postmortem postmortem, DateOnly day)
    {
        var promised = postmortem.ActionItems.Where(i => i.IsCommitted).ToLookup(i => i.DoneOn <= day);
        ImmutableArray<ActionItem> done = [.. promised[true]], open = [.. promised[false]];
        return new(done, open, DiagnosisOf(postmortem, done, open));
    }

    /// <remarks>
    /// Where some items were done and others open: the structural fix decides, where one is named, since it is what was to prevent a
    /// repeat; of several, all must be done. Else every promised item counts, and one that was open is enough for "never shipped".
    /// Where all root causes were accepted, no other item was meant to prevent it: it was accepted.
    /// </remarks>
    private static RecurrenceDiagnosis DiagnosisOf(Postmortem postmortem, ImmutableArray<ActionItem> done, ImmutableArray<ActionItem> open)
    {
        if (open.Any(i => i.IsStructuralFix)) return RecurrenceDiagnosis.NeverShipped;
        if (done.Any(i => i.IsStructuralFix)) return RecurrenceDiagnosis.DidNotHold;
        var roots = postmortem.Causes.Where(c => c.Kind == CauseKind.Root).ToList();
        if (roots.Count > 0 && roots.TrueForAll(c => c is { AcceptedBecause: not null, AddressedBy.IsEmpty: true })) return RecurrenceDiagnosis.Accepted;
        if (open.Length > 0) return RecurrenceDiagnosis.NeverShipped;
        if (done.Length > 0) return RecurrenceDiagnosis.DidNotHold;
        var isDecided = postmortem.Causes.Any(c => c.AcceptedBecause is not null) || postmortem.ActionItems.Any(i => i.Status == ItemStatus.Declined);
        return isDecided ? RecurrenceDiagnosis.Accepted : RecurrenceDiagnosis.NothingPlanned;
    }
}
