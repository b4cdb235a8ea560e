using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>What is there and says too little: an impact without a number, a sentiment without a voice, a final text that nobody signed, a lesson that teaches nothing.</summary>
public static class SubstanceProblems
{
    public static readonly Rule ImpactRule = Define("unquantified-impact", FindingLevel.Advice, "An impact without a number",
        "*Some customers saw errors* is as true of three as of three million, and nobody can weigh the items against it. One number is enough: how many customers, requests, hours, how much money, what share of the error budget. " +
        "That something was not hit (*no data was lost*), or cannot be known, counts as well. Asked for from review on, of incidents and escalations; the numbers may stand in `impact`, in the section *Impact*, or in the summary.",
        new(ExampleKind.Words, "*Some customers had to wait* as the whole of *Impact*, with a summary that has no number either."),
        new(ExampleKind.Words, "*Some 400 customers had to wait*."));

    public static readonly Rule SentimentRule = Define("sentiment-without-quote", FindingLevel.Advice, "An owner sentiment in which nobody speaks",
        "The section is for the words of the person who owned it, or who paid for it, and they are not made softer. A quotation, or plain sentences in the first person: *I looked at that list four times, and each time it told me to be patient.* " +
        "What others think that person felt is left out.",
        new(ExampleKind.Body, "## Owner sentiment\n\nThe team was unhappy with the monthly job.\n"),
        new(ExampleKind.Body, "## Owner sentiment\n\n> \"I watched the queue grow and had no name for what I saw.\" (support agent)\n"));

    public static readonly Rule SignOffRule = Define("unsigned", FindingLevel.Error, "A final postmortem that too few have signed",
        "Where `sign_offs_at_least` and `sign_offs_for_worst` ask for it, as under the preset `p-levels`, a final postmortem names in `signed_off_by` those who stand by it: technical lead, on-call and product owner, for the worst severity also somebody who leads. Unsigned is not filed.",
        new(ExampleKind.Words, "A final p1 with one handle in `signed_off_by` under the preset `p-levels`."), new(ExampleKind.Words, "`signed_off_by: [\"@ada\", \"@bo\", \"@eve\"]`"));

    public static readonly Rule LessonRule = Define("restated-lesson", FindingLevel.Advice, "A lesson that tells the timeline again",
        "What happened stands in the timeline. A lesson is what holds the next time too, for somebody who works on something else: *a pool is a promise to everybody who shares it*.",
        new(ExampleKind.Body, "## Lessons learned\n\n- The monthly job was paused and the waits fell.\n"),
        new(ExampleKind.Body, "## Lessons learned\n\n- A job that can be paused with one command is half repaired.\n"));

    public static ImmutableArray<Rule> All { get; } = [ImpactRule, SentimentRule, SignOffRule, LessonRule];

    public static Diagnostic Impact(SourceLocation place) => Of(ImpactRule, place, "The impact is told without a number.", "How many customers, requests, hours, or how much money? Or write that it is not known.");

    public static Diagnostic Sentiment(SourceLocation place) => Of(SentimentRule, place, "Nobody speaks for themselves here.", "Quote the owner, or who paid the cost, in their words.");

    /// <param name="because">Who wants so many.</param>
    public static Diagnostic SignOff(SourceLocation place, int found, int wanted, string because) =>
        Of(SignOffRule, place, $"{(found == 0 ? "Nobody has" : found == 1 ? "One person has" : $"{found} people have")} signed; {because} asks for {wanted}.", "Add their handles to signed_off_by, or leave the status at review.");

    public static Diagnostic Lesson(SourceLocation place, string? row) =>
        Of(LessonRule, place, row is null ? "This tells what happened at a time." : $"The timeline has this already: '{Excerpt.Of(row)}'.", "Write what holds the next time too, for somebody who was not there.");

    private static Diagnostic Of(Rule rule, SourceLocation place, string message, string hint) => new(rule, rule.Level, place, message, hint);

    private static Rule Define(string code, FindingLevel level, string title, string explanation, RuleExample bad, RuleExample good) =>
        Rule.Define(CompletenessProblems.Family, level, code, title, explanation, bad, good);
}
