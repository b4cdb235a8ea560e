using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>What keeps an action item from being done, and a cause from being mended. Asked for from review on.</summary>
public static class FollowThroughProblems
{
    public const string Family = "follow-through";

    private const string Second = "  - { id: AI-2, title: Page when a request waits 300 ms for a connection, type: hook, purpose: detect, owner: \"@bo\", priority: p2, due: 2026-06-20, ticket: OPS-2, status: open }\n";

    private static readonly RuleExample SoundItems = Items("title: A pool of its own for the monthly job, owner: \"@ada\", priority: p1, due: 2026-05-20, ticket: OPS-1, purpose: prevent");

    public static readonly Rule OwnerRule = Define("item-without-owner", FindingLevel.Error, "A promised item that nobody owns",
        "*The team* does not look into its calendar. An item has a person or a rotation with a name: `\"@ada\"`, `on-call platform`. Where the owner is not known yet, write `needs-owner`; it holds for as many days as the policy gives.",
        Items("title: A pool of its own for the monthly job, owner: the team, priority: p1, due: 2026-05-20, ticket: OPS-1, purpose: prevent"), SoundItems);

    public static readonly Rule OwnerSoughtRule = Define("owner-sought", FindingLevel.Advice, "An item that still looks for its owner",
        "`owner: needs-owner` is an honest answer for a while: the team of the first service looks for somebody, within `needs_owner_days` after the resolution (7 unless set). After that the item is postmortem debt.",
        new(ExampleKind.Words, "`owner: needs-owner`, two days after the resolution."), new(ExampleKind.Words, "The same item with the handle of who has taken it."));

    public static readonly Rule DebtRule = Define("postmortem-debt", FindingLevel.Error, "An item whose time to find an owner is over",
        "`owner: needs-owner` holds for `needs_owner_days` after the resolution (7 unless set). What nobody has taken by then, nobody will do: give it an owner, or decline it and say why.",
        Items("title: A pool of its own for the monthly job, owner: needs-owner, priority: p1, due: 2026-05-20, ticket: OPS-1, purpose: prevent"), SoundItems);

    public static readonly Rule DueRule = Define("item-without-due", FindingLevel.Warning, "An open item without a due day",
        "Without a day it is never late, and so never missed. Write the day by which it would be odd that it is not done.",
        Items("title: A pool of its own for the monthly job, owner: \"@ada\", priority: p1, ticket: OPS-1, purpose: prevent"), SoundItems);

    public static readonly Rule LateDueRule = Define("late-due", FindingLevel.Advice, "An urgent item that is due late",
        "Where `urgent_due_days` is set, as to the length of a sprint, an open item of p0 or p1 is due within so many days after the resolution. Either it is not that urgent, or the day is not that far.",
        new(ExampleKind.Words, "A p1 that is due six weeks after the resolution, with `urgent_due_days: 14`."), new(ExampleKind.Words, "The same item as p2, or due within two weeks."));

    public static readonly Rule TicketRule = Define("item-without-ticket", FindingLevel.Warning, "An open item that no tracker knows",
        "What is not where the work is planned is not planned. Write the ticket's id or its address; *filed in the tracker* without one is not filed.",
        Items("title: A pool of its own for the monthly job, owner: \"@ada\", priority: p1, due: 2026-05-20, purpose: prevent"), SoundItems);

    public static readonly Rule PriorityRule = Define("item-without-priority", FindingLevel.Advice, "A promised item without a priority",
        "p0 is done before the incident counts as over, p1 in the next cycle of work, p2 in ordinary planning, p3 in a later round.",
        Items("title: A pool of its own for the monthly job, owner: \"@ada\", due: 2026-05-20, ticket: OPS-1, purpose: prevent"), SoundItems);

    public static readonly Rule PurposeRule = Define("item-without-purpose", FindingLevel.Advice, "A promised item that does not say what it is for",
        "Will it prevent, detect or mitigate the next one, help to respond, or change a process? A list in which one of these is missing says something.",
        Items("title: A pool of its own for the monthly job, owner: \"@ada\", priority: p1, due: 2026-05-20, ticket: OPS-1"), SoundItems);

    public static readonly Rule EvidenceRule = Define("done-without-evidence", FindingLevel.Warning, "A done item without what proves it",
        "Done is what another can look at. By type: a *rule* or *memory* has a path; a *hook* a path and a commit; a *test* its name, path and commit; a *criterion* a path and the words it contains; *code* a commit or pull request; *config* and *docs* any of path, commit and pull request. " +
        "Without a type, anything will do.",
        Items("title: A pool of its own for the monthly job, owner: \"@ada\", priority: p1, due: 2026-05-20, ticket: OPS-1, purpose: prevent, type: test, status: done, done_on: 2026-05-11, evidence: { commit: 9f31c0a }"),
        Items("title: A pool of its own for the monthly job, owner: \"@ada\", priority: p1, due: 2026-05-20, ticket: OPS-1, purpose: prevent, type: test, status: done, done_on: 2026-05-11, evidence: { test: Pool_of_its_own, path: tests/pool.cs, commit: 9f31c0a }"));

    public static readonly Rule VagueRule = Define("vague-item", FindingLevel.Advice, "An item of which nobody can say that it is done",
        "*Improve monitoring* is never finished, and never begun. Name the surface and the result that one can see: *Page when p99 of /api/checkout is above 500 ms for 5 minutes*; *Runbook for failover, tried by somebody who did not write it*. " +
        "To investigate is an item where it ends in something: a decision, a number, a document.",
        Items("title: Improve monitoring, owner: \"@ada\", priority: p1, due: 2026-05-20, ticket: OPS-1, purpose: prevent"), SoundItems);

    public static readonly Rule SingleValueRule = Define("single-value-item", FindingLevel.Advice, "An item against this one value only",
        "The next incident of the class comes with another value. Prevent the class: not *reject tenant 4711*, but *reject every tenant without a region*.",
        Items("title: Add a check for this specific value, owner: \"@ada\", priority: p1, due: 2026-05-20, ticket: OPS-1, purpose: prevent"), SoundItems);

    public static readonly Rule RestatedFixRule = Define("restated-fix", FindingLevel.Advice, "An item that was done during the incident",
        "The timeline has it as mitigation or resolution already. An item is what is different the next time.",
        Items("title: Pause the monthly job, owner: \"@ada\", priority: p1, due: 2026-05-20, ticket: OPS-1, purpose: prevent"), SoundItems);

    public static readonly Rule FlatPrioritiesRule = Define("flat-priorities", FindingLevel.Advice, "Priorities that say nothing",
        "Where three items or more all have the same priority, or half a dozen are p0 and p1, nobody can tell which is done first when there is time for one.",
        new(ExampleKind.FrontMatter, $"action_items:\n{Item("AI-1", "p2")}{Second}{Item("AI-3", "p2")}"),
        new(ExampleKind.FrontMatter, $"action_items:\n{Item("AI-1", "p1")}{Second}{Item("AI-3", "p2")}"));

    public static readonly Rule NoDetectionRule = Define("no-detection-item", FindingLevel.Advice, "Noticed late or by customers, and no item is about noticing",
        "Where a customer, or chance, noticed first, or half of the incident passed before anybody did, one item brings that forward: `purpose: detect`, or a reason among the declined ones why not.",
        new(ExampleKind.FrontMatter, "detected_by: customer\naction_items:\n" + Item("AI-1", "p1")), new(ExampleKind.FrontMatter, "detected_by: customer\naction_items:\n" + Item("AI-1", "p1") + Second));

    public static readonly Rule RootCauseRule = Define("unaddressed-root-cause", FindingLevel.Error, "A root cause about which nothing is done, and nobody says why",
        "Every root cause has an item that addresses it, `addressed_by: [AI-1]`, or a sentence why it is left as it is: `accepted:`. Ideas and declined items address nothing.",
        Cause("root, text: Nothing bounds how many connections one job may hold., layer: code"), Cause("root, text: Nothing bounds how many connections one job may hold., layer: code, accepted: The pool is gone from June on."));

    public static readonly Rule FactorRule = Define("unaddressed-factor", FindingLevel.Warning, "A contributing factor that is neither addressed nor accepted",
        "A factor may well be left as it is; then `accepted:` says why, and the next postmortem that meets it can tell a decision from an oversight.",
        Cause("contributing, text: Nothing measures how the job grows., layer: code"), Cause("contributing, text: Nothing measures how the job grows., layer: code, accepted: It is retired in June."));

    public static ImmutableArray<Rule> All { get; } =
    [
        OwnerRule, OwnerSoughtRule, DebtRule, DueRule, LateDueRule, TicketRule, PriorityRule, PurposeRule, EvidenceRule, VagueRule, SingleValueRule, RestatedFixRule, FlatPrioritiesRule, NoDetectionRule, RootCauseRule, FactorRule,
    ];

    public static Diagnostic NoOwner(SourceLocation place, string item, string? owner, FindingLevel level) =>
        new(OwnerRule, level, place, owner is null ? $"Nobody owns {item}." : $"'{Excerpt.Of(owner)}' is not somebody who could own {item}.", "Write a person's handle or a rotation's name.");

    public static Diagnostic OwnerSought(SourceLocation place, string item, DateOnly by) => Of(OwnerSoughtRule, place, $"{item} has no owner yet; it needs one by {by:yyyy-MM-dd}.", "Ask in the team of the first service who takes it.");

    public static Diagnostic Debt(SourceLocation place, string item, DateOnly by, FindingLevel level) =>
        new(DebtRule, level, place, $"{item} needed an owner by {by:yyyy-MM-dd}, and has none.", "Write who takes it, or decline it with a reason.");

    public static Diagnostic NoDue(SourceLocation place, string item) => Of(DueRule, place, $"{item} is open, but not due on any day.", "Add due: and a day.");

    public static Diagnostic LateDue(SourceLocation place, string item, DateOnly latest) => Of(LateDueRule, place, $"{item} is urgent, and due after {latest:yyyy-MM-dd}.", "Bring the day forward, or lower the priority.");

    public static Diagnostic NoTicket(SourceLocation place, string item) => Of(TicketRule, place, $"{item} is open, but has no ticket.", "Add ticket: and its id or address.");

    public static Diagnostic NoPriority(SourceLocation place, string item) => Of(PriorityRule, place, $"{item} has no priority.", "Add priority: and p0, p1, p2 or p3.");

    public static Diagnostic NoPurpose(SourceLocation place, string item) => Of(PurposeRule, place, $"{item} does not say what it is for.", "Add purpose: and prevent, detect, mitigate, respond or process.");

    public static Diagnostic NoEvidence(SourceLocation place, string item, string missing) => Of(EvidenceRule, place, $"{item} is done, but its evidence lacks {missing}.", "Add what another can look at.");

    public static Diagnostic Vague(SourceLocation place, string title) => Of(VagueRule, place, $"'{Excerpt.Of(title)}' has no end that one could see.", "Name the surface and the result: 'Page when p99 of /api/checkout is above 500 ms'.");

    public static Diagnostic SingleValue(SourceLocation place, string title) => Of(SingleValueRule, place, $"'{Excerpt.Of(title)}' is against one value only.", "Say what all such values have in common.");

    public static Diagnostic RestatedFix(SourceLocation place, string title, string row) =>
        Of(RestatedFixRule, place, $"'{Excerpt.Of(title)}' was done during the incident: '{Excerpt.Of(row)}'.", "Write what will be different the next time, or leave it out.");

    public static Diagnostic FlatPriorities(SourceLocation place, string message) => Of(FlatPrioritiesRule, place, message, "Which one is done first when there is time for one?");

    public static Diagnostic NoDetection(SourceLocation place, string why) => Of(NoDetectionRule, place, $"{why}, and no promised item is about noticing.", "Add one with purpose: detect.");

    public static Diagnostic RootCause(SourceLocation place, string id, FindingLevel level) => new(RootCauseRule, level, place, $"Nothing addresses the root cause {Excerpt.Of(id)}.", "Add addressed_by: and a promised item, or accepted: and why.");

    public static Diagnostic Factor(SourceLocation place, string id) => Of(FactorRule, place, $"Nothing addresses {Excerpt.Of(id)}, and nobody accepted it.", "Add addressed_by: and a promised item, or accepted: and why.");

    private static string Item(string id, string priority) =>
        $"  - {{ id: {id}, title: A pool of its own for the monthly job, type: code, purpose: prevent, owner: \"@ada\", priority: {priority}, due: 2026-05-20, ticket: OPS-1, status: done, done_on: 2026-05-11, evidence: {{ commit: 9f31c0a }} }}\n";

    private static RuleExample Items(string first) => new(ExampleKind.FrontMatter, $"action_items:\n  - {{ id: AI-1, {first} }}\n{Second}");

    private static RuleExample Cause(string rest) => new(ExampleKind.FrontMatter, $"causes:\n  - {{ id: C1, kind: {rest} }}\n");

    private static Diagnostic Of(Rule rule, SourceLocation place, string message, string hint) => new(rule, rule.Level, place, message, hint);

    private static Rule Define(string code, FindingLevel level, string title, string explanation, RuleExample bad, RuleExample good) =>
        Rule.Define(Family, level, code, title, explanation, bad, good);
}
