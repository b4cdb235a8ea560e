using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;

namespace Archive.Incidents.Pages.Parts;

/// <summary>A state in words; the class gives it shape and colour.</summary>
public sealed record MarkView(string Css, string Words)
{
    private static readonly ImmutableArray<MarkView> Documents = [.. Model.Words.All<DocumentStatus>().Select(word => new MarkView($"is-{word}", word))];

    private static readonly ImmutableArray<MarkView> Items = [.. Model.Words.All<ItemStatus>().Select(word => new MarkView($"is-{word}", word))];

    /// <summary>How far the document is.</summary>
    public static MarkView Of(DocumentStatus status) => Documents[(int)status];

    /// <summary>What became of the promises: <c>3 of 4 items done, 1 overdue</c>.</summary>
    public static MarkView Of(FollowThrough through) => new(ClassOf(through.State), WordsOf(through));

    /// <summary>How many open items there are, the overdue ones first: <c>2 overdue, 1 more open</c>.</summary>
    /// <param name="notDue">Those of them that are not overdue.</param>
    public static MarkView OfOpen(int overdue, int notDue) =>
        overdue > 0 ? new("is-overdue", $"{Wording.Number(overdue)} overdue{(notDue > 0 ? $", {Wording.Number(notDue)} more open" : "")}")
        : notDue > 0 ? new("is-open", $"{Wording.Number(notDue)} open")
        : new("is-done", "nothing open");

    /// <summary>How an item stands: <c>25 days overdue</c>.</summary>
    public static MarkView Of(LedgerEntry entry) => entry switch
    {
        { State: LedgerState.Overdue } => new("is-overdue", Wording.Count(entry.DaysOverdue, "day overdue", "days overdue")),
        { State: LedgerState.Unproved } => new("is-warn", "done, unproved"),
        { Item.Status: var status } => Items[(int)status],
    };

    /// <summary>How a postmortem that is not final stands with its deadline.</summary>
    public static MarkView Of(OwedPostmortem owed) => owed switch
    {
        { IsOverdue: true } => new("is-overdue", Wording.Count(owed.DaysOverdue, "day overdue", "days overdue")),
        { Due: not null } => new("is-open", "owed"),
        _ => new("is-none", "no deadline"),
    };

    private static string ClassOf(FollowThroughState state) => state switch
    {
        FollowThroughState.NothingPromised => "is-none",
        FollowThroughState.Closed => "is-done",
        FollowThroughState.Unproved => "is-warn",
        FollowThroughState.Open => "is-open",
        FollowThroughState.Overdue => "is-overdue",
    };

    private static string WordsOf(FollowThrough through)
    {
        if (through.State == FollowThroughState.NothingPromised) return "no items";
        if (through.Committed == 0) return $"{Wording.Count(through.Declined, "item")} declined";
        if (through.Open == 0) return through.Done switch { 1 => "1 item, done", 2 => "both items done", var all => $"all {all} items done" } + (through.Unproved > 0 ? $", {through.Unproved} unproved" : "");
        var done = $"{through.Done} of {Wording.Count(through.Committed, "item")} done";
        return through.Overdue > 0 ? $"{done}, {through.Overdue} overdue" : done;
    }
}

/// <summary>A severity: its word, its rank's place on the ramp, its page.</summary>
public sealed record SeverityView(string Name, string Css, string Href)
{
    private const int RampSteps = 5;

    public static SeverityView Of(Severity severity, SiteLinks links) =>
        new(severity.Name, $"sev{StepOf(severity)}", links.Severity(severity));

    /// <summary>Where a severity stands on the ramp of five, 0 for the worst.</summary>
    public static int StepOf(Severity severity) => Math.Clamp(severity.Rank, 0, RampSteps - 1);
}
