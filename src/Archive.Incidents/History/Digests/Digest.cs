using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History.Digests;

/// <summary>What an executive should know of a period, as facts.</summary>
/// <param name="Before">The period before, in whole; null where it lies before the first incident of the archive.</param>
/// <param name="IsOver">Whether the period is over; while it lasts, figures are of the days until today.</param>
/// <param name="Decisions">What waits for somebody to decide, the most pressing first.</param>
public sealed record Digest(PeriodFigures Now, PeriodFigures? Before, bool IsOver, ImmutableArray<Decision> Decisions)
{
    public Period Period => Now.Period;
}

/// <summary>Why a decision is asked for. In order of weight.</summary>
public enum DecisionKind
{
    /// <summary>A serious incident has no postmortem past its deadline.</summary>
    WritePostmortem,

    /// <summary>Something came back while what was to prevent it was promised, and it is still not all done at the end.</summary>
    ShipOrAccept,

    /// <summary>Something came back although its fix was there.</summary>
    FindAnotherFix,

    /// <summary>Something came back for which nobody had planned anything.</summary>
    PlanOrAccept,

    /// <summary>A team's items are overdue for long.</summary>
    ClearDebt,

    /// <summary>A cause of a serious incident that no item addresses and nobody accepted.</summary>
    AnswerCause,
}

/// <summary>Something that waits for a decision.</summary>
/// <param name="Postmortem">Where it is told.</param>
/// <param name="Repeat">Set where something came back.</param>
/// <param name="Debt">Set where a team's items are overdue.</param>
/// <param name="Cause">Set where a cause is not answered.</param>
/// <param name="Days">How long it has been waiting, where that is known; else 0.</param>
public sealed record Decision(DecisionKind Kind, Postmortem Postmortem, Repeat? Repeat = null, TeamDebt? Debt = null, Cause? Cause = null, int Days = 0);

/// <summary>What waits for a decision at the end of a period: from rules that a person can check.</summary>
internal static class Decisions
{
    /// <summary>A team's oldest item is overdue for longer than this.</summary>
    public const int LongOverdueDays = 30;

    public static ImmutableArray<Decision> Of(PeriodFigures figures, Policy policy) =>
    [
        .. figures.Owed
            .Where(o => PeriodFigures.IsSerious(o.Postmortem.Severity, policy))
            .Select(o => new Decision(DecisionKind.WritePostmortem, o.Postmortem, Days: o.DaysOverdue)),
        .. figures.Repeats
            .Select(r => KindOf(r, figures.Until) is { } kind ? new Decision(kind, r.Told, r) : null)
            .OfType<Decision>()
            .OrderBy(d => d.Kind)
            .ThenBy(d => d.Postmortem.Severity.Rank),
        .. figures.OverdueByTeam
            .Where(t => t.OldestDays > LongOverdueDays)
            .Select(t => new Decision(DecisionKind.ClearDebt, t.Postmortem, Debt: t, Days: t.OldestDays)),
        .. figures.Serious
            .SelectMany(p => p.Causes.Where(ReadFirst.IsUnanswered), (p, c) => new Decision(DecisionKind.AnswerCause, p, Cause: c)),
    ];

    private static DecisionKind? KindOf(Repeat repeat, DateOnly until) => repeat.Diagnosis switch
    {
        RecurrenceDiagnosis.NeverShipped => repeat.Then.Open.Any(i => i.DoneOn is null || i.DoneOn > until) ? DecisionKind.ShipOrAccept : null,
        RecurrenceDiagnosis.DidNotHold => DecisionKind.FindAnotherFix,
        RecurrenceDiagnosis.NothingPlanned => DecisionKind.PlanOrAccept,
        RecurrenceDiagnosis.Accepted => null,
    };
}
