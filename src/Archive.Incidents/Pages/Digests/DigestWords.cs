using Archive.Incidents.History;
using Archive.Incidents.History.Digests;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;

namespace Archive.Incidents.Pages.Digests;

/// <summary>A digest's facts as sentences.</summary>
public static class DigestWords
{
    /// <summary><c>1 Jul to 30 Sep 2026</c>; while it lasts <c>1 Oct 2026 until today, 21 Nov 2026: it is not over</c>.</summary>
    public static string Days(Digest digest)
    {
        var (first, last) = (digest.Period.First, digest.Period.Last);
        return digest.IsOver
            ? $"{(first.Year == last.Year ? Wording.Day(first)[..^5] : Wording.Day(first))} to {Wording.Day(last)}"
            : $"From {Wording.Day(first)} until {Wording.Day(digest.Now.Until)}. It is not over, so that nothing is compared.";
    }

    /// <summary><c>6 incidents, 1 serious, 2 came back</c>: for lists and subjects.</summary>
    public static string Short(PeriodFigures figures)
    {
        if (figures.IsQuiet) return "quiet";
        string?[] parts =
        [
            Wording.Count(figures.Incidents.Length, "incident"),
            figures.Serious.IsEmpty ? null : $"{Wording.Number(figures.Serious.Length)} serious",
            figures.Repeats.IsEmpty ? null : $"{Wording.Number(figures.Repeats.Length)} came back",
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    public static string Headline(Digest digest)
    {
        var now = digest.Now;
        if (now.IsQuiet) return $"A quiet {Noun(digest.Period.Kind)}: nothing broke {(digest.IsOver ? "" : "so far ")}in {digest.Period.Title}, and nothing came back.";
        return string.Join(' ', new[] { Began(digest), SeriousSentence(now), RepeatSentence(now) }.Where(s => s.Length > 0));
    }

    /// <summary>How things stood at the end: <c>On 30 Sep 2026, 5 action items of 2 teams were overdue; 8 were done in the period. 1 postmortem was past its deadline.</c></summary>
    public static string Standing(PeriodFigures figures)
    {
        var when = $"On {Wording.Day(figures.Until)},";
        var items = figures.Overdue == 0
            ? $"{when} no action item was overdue"
            : $"{when} {Wording.Count(figures.Overdue, "action item")} of {Wording.Count(figures.OverdueByTeam.Length, "team")} {Were(figures.Overdue)} overdue";
        var done = figures.ItemsDone == 0 ? "none was done in the period" : $"{Wording.Number(figures.ItemsDone)} {Were(figures.ItemsDone)} done in the period";
        var owed = figures.Owed.Length == 0 ? "No postmortem was past its deadline." : $"{Wording.Sentence(Wording.Count(figures.Owed.Length, "postmortem"))} {Were(figures.Owed.Length)} past {(figures.Owed.Length == 1 ? "its deadline" : "their deadlines")}.";
        return $"{items}; {done}. {owed}";
    }

    /// <summary>Who was hit, how long, who noticed, what became of the items.</summary>
    public static string Facts(Postmortem postmortem, SitePlan site)
    {
        var times = postmortem.Times;
        string?[] facts =
        [
            postmortem.Impact.Customers is { } customers ? $"{Wording.Number(customers)} {(customers == 1 ? "customer" : "customers")}" : null,
            times.Duration is { } duration ? $"lasted {Wording.Span(duration)}" : "not resolved",
            times.Detection is { Ticks: >= 0 } detection
                ? $"noticed {(postmortem.DetectedBy is { } detector ? $"{PostmortemFacts.By(detector)} " : "")}{(detection == TimeSpan.Zero ? "at once" : $"after {Wording.Span(detection)}")}"
                : null,
            postmortem.Status == DocumentStatus.Final ? MarkView.Of(FollowThrough.Of(postmortem, site.History.Today)).Words : $"postmortem: {Words.Of(postmortem.Status)}",
        ];
        return Wording.Sentence(string.Join(" · ", facts.OfType<string>()));
    }

    public static string NoneSerious(Policy policy) =>
        $"No {string.Join(" or ", policy.Severities.Take(2).Select(s => s.Name))} began.";

    public static string OverdueLead(PeriodFigures figures) => figures.Overdue == 0
        ? $"No action item was overdue on {Wording.Day(figures.Until)}."
        : $"On {Wording.Day(figures.Until)}, by the team that answers for the service.";

    public static string FixesLead(PeriodFigures figures) => (figures.Held.Length, figures.Failed.Length) switch
    {
        (0, 0) => "No structural fix came to the end of its watch, and none failed.",
        (var held, 0) => $"{Wording.Sentence(Wording.Count(held, "structural fix", "structural fixes"))} held to the end of {(held == 1 ? "its" : "their")} watch.",
        (0, var failed) => $"{Wording.Sentence(Wording.Count(failed, "structural fix", "structural fixes"))} did not hold.",
        var (held, failed) => $"{Wording.Sentence(Wording.Count(held, "structural fix", "structural fixes"))} held to the end of {(held == 1 ? "its" : "their")} watch; {Wording.Number(failed)} did not.",
    };

    /// <summary><c>4 days after</c>, of the earlier one.</summary>
    public static string Gap(Repeat repeat, Policy policy) => repeat.DaysAfter(policy) switch
    {
        0 => "on the same day as",
        var days => $"{Wording.Count(days, "day")} after",
    };

    public static string Ask(DecisionKind kind) => kind switch
    {
        DecisionKind.WritePostmortem => "Who writes the postmortem, and by when?",
        DecisionKind.ShipOrAccept => "Ship the fix now, or accept the risk?",
        DecisionKind.FindAnotherFix => "Which fix would hold?",
        DecisionKind.PlanOrAccept => "Plan a fix, or accept the risk?",
        DecisionKind.ClearDebt => "Do, move or decline?",
        DecisionKind.AnswerCause => "Address the cause, or accept it?",
    };

    public static string Why(Decision decision) => decision switch
    {
        { Kind: DecisionKind.WritePostmortem } => $"({decision.Postmortem.Severity.Name}) is {Wording.Count(decision.Days, "day")} past its deadline: {decision.Postmortem.Title}",
        { Cause: { } cause } => $"has a cause that nothing addresses: {cause.Text}",
        { Debt: { } debt } => $"is {Wording.Count(debt.OldestDays, "day")} overdue, {(debt.Items == 1 ? "the only one" : $"the oldest of {Wording.Number(debt.Items)}")} of {(debt.Team is { } team ? $"team {team}" : "services without a team")}",
        { Repeat: { Occurrence: not null } again } => $"happened again on {Wording.Day(again.On)}: {RecurrenceWords.ItemsThen(again.Earlier, again.Then)}",
        { Repeat: { } repeat } => $"repeats {repeat.Earlier.Id}: when it began, {RecurrenceWords.ItemsThen(repeat.Earlier, repeat.Then)}",
        _ => decision.Postmortem.Title,
    };

    private static string Began(Digest digest)
    {
        var now = digest.Now;
        var count = Wording.Sentence(Wording.Count(now.Incidents.Length, "incident"));
        var others = now.OtherKinds switch { 0 => "", 1 => ", and 1 of another kind", var n => $", and {Wording.Number(n)} of other kinds" };
        if (!digest.IsOver) return $"{count} began so far in {digest.Period.Title}{others}.";
        var change = digest.Before is not { } before ? ""
            : now.Incidents.Length == before.Incidents.Length ? $", as many as in {before.Period.Title}"
            : $", {Change(now.Incidents.Length - before.Incidents.Length)} than in {before.Period.Title}";
        return $"{count} began in {digest.Period.Title}{change}{others}.";
    }

    private static string SeriousSentence(PeriodFigures figures) => figures.Serious switch
    {
        [] => "None was serious.",
        [var one] => $"1 was serious: {one.Title}.",
        var several => $"{Wording.Number(several.Length)} were serious.",
    };

    private static string RepeatSentence(PeriodFigures figures)
    {
        if (figures.Repeats.IsEmpty) return "Nothing came back.";
        var shipped = figures.Repeats.Count(r => r.Diagnosis == RecurrenceDiagnosis.NeverShipped);
        var count = figures.Repeats.Length;
        var again = count == 1 ? "1 thing came back" : $"{Wording.Number(count)} things came back";
        return (shipped, count) switch
        {
            (0, _) => $"{again}.",
            (1, 1) => $"{again}, and its fix had not shipped.",
            var (unshipped, all) when unshipped == all => $"{again}, and none of their fixes had shipped.",
            _ => $"{again}; of {Wording.Number(shipped)} the fix had not shipped.",
        };
    }

    /// <summary><c>2 fewer</c>, <c>3 more</c>; of what changed.</summary>
    public static string Change(int by) => by < 0 ? $"{Wording.Number(-by)} fewer" : $"{Wording.Number(by)} more";

    private static string Were(int number) => number == 1 ? "was" : "were";

    private static string Noun(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => "month",
        PeriodKind.Quarter => "quarter",
        PeriodKind.Year => "year",
    };
}
