using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>Where two parts of a postmortem say different things. Asked from review on; only what nobody could mean.</summary>
public static class ConsistencyProblems
{
    public const string Family = "consistency";

    private const string Rows = "| 14:10 | on-call | Alert: sign-in above 5 s | alert | detection |\n| 14:31 | on-call | Monthly job paused; waits fall | graphs | mitigation |\n| 14:55 | on-call | Queue empty | graphs | |\n| 15:20 | on-call | Sign-in as before | graphs | resolution |\n";
    private const string Head = "## Timeline\n\n| Time (UTC) | Role | Event | Source | Mark |\n| --- | --- | --- | --- | --- |\n| 14:02 | | Sign-in takes 9 seconds | graphs | trigger |\n";

    private static readonly RuleExample SoundTimeline = new(ExampleKind.Body, Head + Rows);

    public static readonly Rule DurationRule = Define("duration-disagrees", FindingLevel.Advice, "A duration that is not between any two of the times",
        "The text says how long it lasted, and no two moments in `times` are that far apart, by a sixth of it. One of the two is wrong, and every figure is computed from the times.",
        new(ExampleKind.Body, "## Impact\n\n400 customers waited. The outage lasted 3 hours.\n"), new(ExampleKind.Body, "## Impact\n\n400 customers waited. The outage lasted 78 minutes.\n"));

    public static readonly Rule CustomersRule = Define("customers-disagree", FindingLevel.Advice, "The text and the front matter count different numbers of customers",
        "Summary and Impact speak of customers in numbers, and none of them is that of `impact: customers`. The statistics take the front matter's.",
        new(ExampleKind.FrontMatter, "impact: { customers: 40 }\n"), new(ExampleKind.FrontMatter, "impact: { customers: 400 }\n"));

    public static readonly Rule UnknownItemRule = Define("unknown-item-mention", FindingLevel.Advice, "The text speaks of an action item that is not there",
        "Perhaps the items were numbered anew. Where the item of another postmortem is meant, its id in the same sentence says so: *AI-1 of INC-030*.",
        new(ExampleKind.Body, "## Lessons learned\n\nA pool is a promise to everybody who shares it; AI-9 keeps it.\n"), new(ExampleKind.Body, "## Lessons learned\n\nA pool is a promise to everybody who shares it; AI-1 keeps it.\n"));

    public static readonly Rule DueBeforeRule = Define("due-before-incident", FindingLevel.Warning, "An item that was due before the incident began",
        "Usually a slip in the year. What was promised earlier belongs to the earlier postmortem.",
        new(ExampleKind.FrontMatter, Item("2025-06-20")), new(ExampleKind.FrontMatter, Item("2026-06-20")));

    public static readonly Rule MomentWithoutRowRule = Define("moment-without-row", FindingLevel.Advice, "A time in the front matter that the timeline does not tell",
        "`times` gives a moment, and no row of the timeline stands at that minute: the reader of the story looks for it in vain. Add the row, or mend the time.",
        new(ExampleKind.Body, Head + Rows.Replace("| 14:31 | on-call | Monthly job paused; waits fall | graphs | mitigation |\n", "| 14:29 | on-call | Monthly job paused; waits fall | graphs | |\n", StringComparison.Ordinal)), SoundTimeline);

    public static readonly Rule UnmarkedDecisionRule = Define("unmarked-decision", FindingLevel.Advice, "A decision that is not marked as one",
        "A row tells that something was decided. Marked as `decision`, it can be found by those who want to learn how such decisions are made.",
        new(ExampleKind.Body, Head + Rows.Replace("| 14:55 | on-call | Queue empty | graphs | |", "| 14:55 | on-call | Decision: leave the job paused overnight | channel | |", StringComparison.Ordinal)),
        new(ExampleKind.Body, Head + Rows.Replace("| 14:55 | on-call | Queue empty | graphs | |", "| 14:55 | on-call | Decision: leave the job paused overnight | channel | decision |", StringComparison.Ordinal)));

    public static readonly Rule TimelineJumpsRule = Define("timeline-jumps", FindingLevel.Advice, "Nothing between the first anomaly and the declaration",
        "The row that declares the incident follows directly upon what set it off. Who or what noticed, and what did they take it for? Those minutes are where detection and coordination improve.",
        new(ExampleKind.Body, Head + "| 14:10 | on-call | Declared sev2 | channel | escalation |\n" + Rows), SoundTimeline);

    public static ImmutableArray<Rule> All { get; } = [DurationRule, CustomersRule, UnknownItemRule, DueBeforeRule, MomentWithoutRowRule, UnmarkedDecisionRule, TimelineJumpsRule];

    public static Diagnostic Duration(SourceLocation place, string written, TimeSpan duration) =>
        Of(DurationRule, place, $"'{Excerpt.Of(written)}', but from start to resolution it is {(int)duration.TotalHours} h {duration.Minutes} min, and no other two times are that far apart.", "Mend the text or the times.");

    public static Diagnostic Customers(SourceLocation place, long said, IEnumerable<string> written) =>
        Of(CustomersRule, place, $"Here are {said} customers, in the text {Excerpt.OneOf([.. written])}.", "Make them the same, or say in the text what the other number is of.");

    public static Diagnostic UnknownItem(SourceLocation place, string id) => Of(UnknownItemRule, place, $"There is no action item '{Excerpt.Of(id)}' here.", "Write the id of one that is there, or of the postmortem that has it.");

    public static Diagnostic DueBefore(SourceLocation place, DateOnly due, DateOnly start) => Of(DueBeforeRule, place, $"It is due on {due:yyyy-MM-dd}, but the incident began on {start:yyyy-MM-dd}.", "Check the year.");

    public static Diagnostic MomentWithoutRow(SourceLocation place, string key, DateTimeOffset at) => Of(MomentWithoutRowRule, place, $"No row of the timeline stands at {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC, when it was {key}.", "Add the row, or mend the time.");

    public static Diagnostic UnmarkedDecision(SourceLocation place) => Of(UnmarkedDecisionRule, place, "This row tells of a decision.", "Write 'decision' under Mark.");

    public static Diagnostic TimelineJumps(SourceLocation place) => Of(TimelineJumpsRule, place, "The declaration follows directly upon the trigger.", "Add the row of who or what noticed.");

    private static string Item(string due) => "action_items:\n  - { id: AI-1, title: A pool of its own for the monthly job, type: code, purpose: prevent, owner: \"@ada\", priority: p1, due: 2026-05-20, ticket: OPS-1, status: done, done_on: 2026-05-11, evidence: { commit: 9f31c0a } }\n"
        + $"  - {{ id: AI-2, title: Page when a request waits 300 ms for a connection, type: hook, purpose: detect, owner: \"@bo\", priority: p2, due: {due}, ticket: OPS-2, status: open }}\n";

    private static Diagnostic Of(Rule rule, SourceLocation place, string message, string hint) => new(rule, rule.Level, place, message, hint);

    private static Rule Define(string code, FindingLevel level, string title, string explanation, RuleExample bad, RuleExample good) =>
        Rule.Define(Family, level, code, title, explanation, bad, good);
}
