using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>What was decided, and what goes against it; what was asked, and was left so.</summary>
public static class DecisionProblems
{
    private const string First = "action_items:\n  - { id: AI-1, title: A pool of its own for the monthly job, type: code, purpose: prevent, owner: \"@ada\", priority: p1, due: 2026-05-20, ticket: OPS-1, status: done, done_on: 2026-05-11, evidence: { commit: 9f31c0a } }\n"
        + "  - { id: AI-2, title: Page when a request waits 300 ms for a connection, type: hook, purpose: detect, owner: \"@bo\", priority: p2, due: 2026-06-20, ticket: OPS-2, status: open }\n";

    private const string Promised = "  - { id: AI-3, title: Move the monthly job to Sunday night, purpose: prevent, owner: \"@ada\", priority: p2, due: 2026-06-20, ticket: OPS-3, status: open }\n";

    public static readonly Rule ContradictedRule = Define("contradicted-decision", FindingLevel.Warning, "A promised item that goes against what was decided",
        "A declined item is a decision, and so is an entry with an id in a section *Decisions* (`- D1: We do not raise the limit`). An item that promises what was decided against, or a sentence that goes *against D1*, leaves the reader with two decisions. " +
        "Where it was decided anew, say so where the first decision stands: *superseded by AI-3*.",
        new(ExampleKind.FrontMatter, $"{First}{Promised}  - {{ id: AI-4, title: Move the monthly job to Sunday night, status: declined, reason: Growers work on Sundays. }}\n"),
        new(ExampleKind.FrontMatter, $"{First}{Promised}  - {{ id: AI-4, title: Move the monthly job to Sunday night, status: declined, reason: Superseded by AI-3. }}\n"));

    public static readonly Rule OpenQuestionRule = Define("open-question", FindingLevel.Warning, "A question that is left open",
        "Below *Open questions* each question has an answer, what counts until there is one, or the name of who has to decide: in the same item after the question mark, in the paragraph or list below it, or in the next cell of its row. In review it is advice.",
        new(ExampleKind.Body, "## Open questions\n\n- Who may raise the limit of the pool?\n"),
        new(ExampleKind.Body, "## Open questions\n\n- Who may raise the limit of the pool? Until the platform review in June, nobody.\n"));

    public static ImmutableArray<Rule> All { get; } = [ContradictedRule, OpenQuestionRule];

    /// <param name="decision">The id of what was decided.</param>
    public static Diagnostic Contradicted(SourceLocation place, string what, string decision) =>
        new(ContradictedRule, ContradictedRule.Level, place, $"{Excerpt.Of(what)} goes against {Excerpt.Of(decision)}.", $"Leave one of the two, or write at {Excerpt.Of(decision)} what superseded it.");

    public static Diagnostic OpenQuestion(SourceLocation place, FindingLevel level) =>
        new(OpenQuestionRule, level, place, "This question has no answer.", "Answer it, say what counts until then, or who has to decide.");

    private static Rule Define(string code, FindingLevel level, string title, string explanation, RuleExample bad, RuleExample good) =>
        Rule.Define(ConsistencyProblems.Family, level, code, title, explanation, bad, good);
}
