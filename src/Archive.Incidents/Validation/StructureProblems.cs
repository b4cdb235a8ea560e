using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>Everything that can be wrong with what a postmortem's keys say: words, references and times. The site's policy cannot soften these.</summary>
public static class StructureProblems
{
    public const string Family = "structure";

    public static readonly Rule InvalidIdRule = Define("invalid-id", "An id that does not look like the site's ids",
        "Ids are how people, pages and programs refer to a postmortem, so they all look alike. `id_pattern` in the policy of `archive.yml` says how; the default is `INC-` and a number of three digits or more.",
        new(ExampleKind.FrontMatter, "id: incident 42\n"), new(ExampleKind.FrontMatter, "id: INC-042\n"));

    public static readonly Rule MissingEssentialRule = Define("missing-essential", "A key without which there is no postmortem",
        "Even a stub has an id, a title, a status, a severity, at least one service and the moment at which it started: without them it has no page and no place in any list. What is asked beyond that grows with the status; see `missing-key`.",
        new(ExampleKind.FrontMatter, "severity:\n"), new(ExampleKind.FrontMatter, "severity: sev2\n"));

    public static readonly Rule DuplicateIdRule = Define("duplicate-id", "Two postmortems have the same id",
        "One of them would hide the other. Give the newer one the next free id; `archive new` finds it.",
        new(ExampleKind.FrontMatter, "id: INC-040\n"), new(ExampleKind.FrontMatter, "id: INC-042\n"));

    public static readonly Rule UnknownSeverityRule = Define("unknown-severity", "A severity that the site's scheme does not have",
        "The scheme comes from the preset, or from `severities` in the policy of `archive.yml`. Ids and aliases are accepted.",
        new(ExampleKind.FrontMatter, "severity: sev9\n"), new(ExampleKind.FrontMatter, "severity: sev2\n"));

    public static readonly Rule UnknownServiceRule = Define("unknown-service", "A service that is not in the catalogue",
        "Services are listed in `services.yml`, so that one service has one page. Add the service there, or add this word to the aliases of the one that is meant.",
        new(ExampleKind.FrontMatter, "services: [shpo]\n"), new(ExampleKind.FrontMatter, "services: [shop]\n"));

    public static readonly Rule UnknownFailureClassRule = Define("unknown-failure-class", "A failure class that is not in the catalogue",
        "Classes are listed in `failure-classes.yml`: few, and by mechanism rather than symptom, so that what comes back is seen to come back. Add a class there only if none fits.",
        new(ExampleKind.FrontMatter, "failure_class: pool-exhausted\n"), new(ExampleKind.FrontMatter, "failure_class: pool-exhaustion\n"));

    public static readonly Rule UnknownTermRule = Define("unknown-term", "A word that the site's vocabulary does not have",
        "Item types, layers of causes, chain levels and chain labels come from the policy of `archive.yml`. The finding lists the words.",
        new(ExampleKind.FrontMatter, "chain_level: operations\n"), new(ExampleKind.FrontMatter, "chain_level: operation\n"));

    public static readonly Rule UnknownReferenceRule = Define("unknown-reference", "A reference to something that is not there",
        "`recurrence_of` and `related` name postmortems of this archive; `addressed_by` names action items of the same postmortem.",
        new(ExampleKind.FrontMatter, "related: [INC-004]\n"), new(ExampleKind.FrontMatter, "related: [INC-040]\n"));

    public static readonly Rule ReferenceCycleRule = Define("reference-cycle", "Recurrences that lead in a circle",
        "A recurrence points back in time, to the postmortem that it repeats. Following `recurrence_of` must come to an end; a postmortem cannot repeat itself.",
        new(ExampleKind.FrontMatter, "recurrence_of: INC-042\n"), new(ExampleKind.FrontMatter, "recurrence_of: INC-040\n"));

    public static readonly Rule RecurrenceNotEarlierRule = Define("recurrence-not-earlier", "A recurrence of something that came later",
        "The incident that is repeated started before the one that repeats it. Check which of the two the key belongs in.",
        new(ExampleKind.FrontMatter, "recurrence_of: INC-043\n"), new(ExampleKind.FrontMatter, "recurrence_of: INC-040\n"));

    public static readonly Rule DuplicateMemberRule = Define("duplicate-member", "Two causes or two action items have the same id",
        "Causes and items refer to each other by id, so within a postmortem each id stands once.",
        new(ExampleKind.FrontMatter, "causes:\n  - { id: C1, kind: root, text: The pool is too small., addressed_by: [AI-1] }\n  - { id: C1, kind: contributing, text: Nobody watches it., addressed_by: [AI-1] }\n"),
        new(ExampleKind.FrontMatter, "causes:\n  - { id: C1, kind: root, text: The pool is too small., addressed_by: [AI-1] }\n  - { id: C2, kind: contributing, text: Nobody watches it., addressed_by: [AI-1] }\n"));

    public static readonly Rule ItemsTwiceRule = Define("items-twice", "Action items stand in the front matter and in the body",
        "Of two lists, one would be out of date. Keep the front matter, which can hold more, and remove the table; or the other way round.",
        new(ExampleKind.Body, "## Action items\n\n| ID | Action | Owner | Due | Ticket | Status |\n| --- | --- | --- | --- | --- | --- |\n| AI-9 | Alert at 80 % of the pool | @ada | 2026-06-30 | OPS-9 | open |\n"),
        new(ExampleKind.Body, "## Lessons learned\n\nA pool is a promise to everybody who shares it.\n"));

    public static readonly Rule TimesOutOfOrderRule = Define("times-out-of-order", "The moments of the incident are not in order of time",
        "A fault is introduced, starts to do harm, is detected, declared, mitigated and resolved, in this order; customers are told after it was detected. A moment that comes before its predecessor is a slip in the date or the offset, and would make latencies negative.",
        new(ExampleKind.FrontMatter, "times:\n  introduced: 2026-04-26T09:00:00Z\n  started: 2026-04-25T14:02:00Z\n  detected: 2026-04-25T14:10:00Z\n  resolved: 2026-04-25T15:20:00Z\n"),
        new(ExampleKind.FrontMatter, "times:\n  introduced: 2026-04-24T09:00:00Z\n  started: 2026-04-25T14:02:00Z\n  detected: 2026-04-25T14:10:00Z\n  resolved: 2026-04-25T15:20:00Z\n"));

    public static readonly Rule InTheFutureRule = Define("in-the-future", "A moment or a day that has not come yet",
        "What happened, was published, done, approved or corrected lies in the past; due days and embargoes may lie ahead. The day that counts as today is that of `--as-of`.",
        new(ExampleKind.FrontMatter, "published_on: 2062-05-04\n"), new(ExampleKind.FrontMatter, "published_on: 2026-05-04\n"));

    public static readonly Rule BeforeTheIncidentRule = Define("before-the-incident", "A day before the incident began",
        "Something cannot be published, done or seen again before the incident it belongs to. Check the year.",
        new(ExampleKind.FrontMatter, "published_on: 2025-05-04\n"), new(ExampleKind.FrontMatter, "published_on: 2026-05-04\n"));

    public static readonly Rule StatusMismatchRule = Define("status-mismatch", "A key that does not fit the item's status",
        "An item that is done says since when (`done_on`); one that was declined says why (`reason`). An item with `done_on` that is not done, or with a reason that is not declined, says two things at once.",
        new(ExampleKind.FrontMatter, "action_items:\n  - { id: AI-1, title: A pool of its own for the monthly job, owner: \"@ada\", priority: p1, purpose: prevent, due: 2026-05-20, ticket: OPS-1, status: done, evidence: { commit: 9f31c0a } }\n"),
        new(ExampleKind.FrontMatter, "action_items:\n  - { id: AI-1, title: A pool of its own for the monthly job, owner: \"@ada\", priority: p1, purpose: prevent, due: 2026-05-20, ticket: OPS-1, status: done, done_on: 2026-05-11, evidence: { commit: 9f31c0a } }\n"));

    public static readonly Rule UnreadableFileRule = Define("unreadable-file", "A file that cannot be read",
        "The system refuses to open the file, usually because of its permissions.",
        new(ExampleKind.Words, "A file without read permission."), new(ExampleKind.Words, "The same file, readable."));

    public static ImmutableArray<Rule> All { get; } =
    [
        MissingEssentialRule, InvalidIdRule, DuplicateIdRule, UnknownSeverityRule, UnknownServiceRule, UnknownFailureClassRule, UnknownTermRule, UnknownReferenceRule,
        ReferenceCycleRule, RecurrenceNotEarlierRule, DuplicateMemberRule, ItemsTwiceRule, TimesOutOfOrderRule, InTheFutureRule,
        BeforeTheIncidentRule, StatusMismatchRule, UnreadableFileRule,
    ];

    public static Diagnostic MissingEssential(SourceLocation place, string key) =>
        Of(MissingEssentialRule, place, $"'{key}' is missing; every postmortem has it, even a stub.", $"Add {key}: and its value.");

    public static Diagnostic InvalidId(Located<string> id, string pattern) =>
        Of(InvalidIdRule, id.Location, $"'{Excerpt.Of(id.Value)}' does not look like an id of this archive.", $"Ids match {pattern}.");

    public static Diagnostic DuplicateId(Located<string> id, SourceLocation first) =>
        Of(DuplicateIdRule, id.Location, $"'{id.Value}' is also the id of {first}, or has the same address.", "Give one of the two the next free id.");

    public static Diagnostic UnknownSeverity(Located<string> severity, IReadOnlyList<string> ids) =>
        Of(UnknownSeverityRule, severity.Location, $"'{Excerpt.Of(severity.Value)}' is not a severity.", $"Write {Excerpt.OneOf(ids)}.");

    public static Diagnostic UnknownService(Located<string> service, IEnumerable<string> known) =>
        Of(UnknownServiceRule, service.Location, $"'{Excerpt.Of(service.Value)}' is not in services.yml.", Meant(service.Value, known) ?? "Add it there, or as an alias of the service that is meant.");

    public static Diagnostic UnknownFailureClass(Located<string> failureClass, IEnumerable<string> known) =>
        Of(UnknownFailureClassRule, failureClass.Location, $"'{Excerpt.Of(failureClass.Value)}' is not in failure-classes.yml.", Meant(failureClass.Value, known) ?? "Add it there, or choose a class that fits.");

    public static Diagnostic UnknownTerm(Located<string> word, string what, IReadOnlyList<string> known) =>
        Of(UnknownTermRule, word.Location, $"'{Excerpt.Of(word.Value)}' is not {what} of this site.", Meant(word.Value, known) ?? $"Write {Excerpt.OneOf(known)}.");

    public static Diagnostic UnknownPostmortem(Located<string> id, IEnumerable<string> known) =>
        Of(UnknownReferenceRule, id.Location, $"There is no postmortem '{Excerpt.Of(id.Value)}'.", Meant(id.Value, known) ?? "Write the id of a postmortem of this archive.");

    public static Diagnostic UnknownItem(Located<string> id, IReadOnlyList<string> known) =>
        Of(UnknownReferenceRule, id.Location, $"This postmortem has no action item '{Excerpt.Of(id.Value)}'.",
            known.Count == 0 ? "Add the item, or say under 'accepted' why nothing is done." : $"Its items are {string.Join(", ", known)}.");

    public static Diagnostic ReferenceCycle(Located<string> id, string from) =>
        Of(ReferenceCycleRule, id.Location, $"Following recurrence_of from {from} leads back to {from}.", "Remove the key from the earliest of them.");

    public static Diagnostic RecurrenceNotEarlier(Located<string> id) =>
        Of(RecurrenceNotEarlierRule, id.Location, $"'{id.Value}' did not start before this incident.", "Move the key to the later of the two.");

    public static Diagnostic DuplicateMember(Located<string> id, string what) =>
        Of(DuplicateMemberRule, id.Location, $"'{Excerpt.Of(id.Value)}' is the id of an earlier {what} too.", "Give each its own.");

    public static Diagnostic ItemsTwice(SourceLocation table) =>
        Of(ItemsTwiceRule, table, "Action items stand here and in the front matter.", "Keep one of the two lists.");

    public static Diagnostic TimesOutOfOrder(Located<DateTimeOffset> later, string laterName, string earlierName) =>
        Of(TimesOutOfOrderRule, later.Location, $"'{laterName}' is before '{earlierName}'.", "Check the day and the offset of both.");

    public static Diagnostic MomentInTheFuture(Located<DateTimeOffset> moment, DateOnly today) =>
        Of(InTheFutureRule, moment.Location, $"{moment.Value.UtcDateTime:yyyy-MM-dd HH:mm} UTC lies after {today:yyyy-MM-dd}.", "Check the year and the day.");

    public static Diagnostic DayInTheFuture(Located<DateOnly> day, DateOnly today) =>
        Of(InTheFutureRule, day.Location, $"{day.Value:yyyy-MM-dd} lies after {today:yyyy-MM-dd}.", "Check the year and the day.");

    public static Diagnostic BeforeTheIncident(Located<DateOnly> day, DateOnly start) =>
        Of(BeforeTheIncidentRule, day.Location, $"{day.Value:yyyy-MM-dd} is before the incident began on {start:yyyy-MM-dd}.", "Check the year and the day.");

    public static Diagnostic DoneWithoutDay(SourceLocation place) =>
        Of(StatusMismatchRule, place, "The item is done, but does not say since when.", "Add done_on: and the day.");

    public static Diagnostic DayWithoutDone(SourceLocation place, string status) =>
        Of(StatusMismatchRule, place, $"The item has a day on which it was done, but its status is '{status}'.", "Write status: done, or remove done_on.");

    public static Diagnostic DeclinedWithoutReason(SourceLocation place) =>
        Of(StatusMismatchRule, place, "The item was declined, but does not say why.", "Add reason: and a sentence.");

    public static Diagnostic ReasonWithoutDeclined(SourceLocation place, string status) =>
        Of(StatusMismatchRule, place, $"The item has a reason for declining it, but its status is '{status}'.", "Write status: declined, or remove the reason.");

    public static Diagnostic UnreadableFile(string path, string why) =>
        Of(UnreadableFileRule, new(path), $"The file cannot be read: {Excerpt.Of(why)}", "Check its permissions.");

    private static string? Meant(string word, IEnumerable<string> known) => DidYouMean.Of(word, known) is { } meant ? $"Did you mean '{meant}'?" : null;

    private static Diagnostic Of(Rule rule, SourceLocation place, string message, string hint) => new(rule, rule.Level, place, message, hint);

    private static Rule Define(string code, string title, string explanation, RuleExample bad, RuleExample good) =>
        Rule.Define(Family, FindingLevel.Error, code, title, explanation, bad, good);
}
