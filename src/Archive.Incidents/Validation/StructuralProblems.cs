using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>What keeps a cause from being one that somebody can build something against.</summary>
public static class StructuralProblems
{
    private const string Items = "action_items:\n  - { id: AI-1, title: A pool of its own for the monthly job, type: code, purpose: prevent, owner: \"@ada\", priority: p1, due: 2026-05-20, ticket: OPS-1, status: done, done_on: 2026-05-11, evidence: { commit: 9f31c0a } }\n  - { id: AI-2, title: Page when a request waits 300 ms for a connection, type: hook, purpose: detect, owner: \"@bo\", priority: p2, due: 2026-06-20, ticket: OPS-2, status: open }\n";

    public static readonly Rule PersonalCauseRule = Define("personal-cause", FindingLevel.Warning, "A cause that lies in who was at the keyboard",
        "`substitution_test: no` says that with another person it would not have happened. Then what did that person not have that others have: a line in a runbook, a rehearsal, a screen? That is the cause to write down. The list of causes holds structural ones only.",
        Cause("substitution_test: no"), Cause("substitution_test: yes"));

    public static readonly Rule MissingLayerRule = Define("missing-layer", FindingLevel.Warning, "A cause without the layer in which its lesson is built",
        "Where `requires_structural_causes` is set, as under the preset `discipline`, each cause names its `layer` (instructions, hook, preflight, test, criterion, planning and what else the policy lists) and answers `substitution_test`: would it have happened with somebody else at the keyboard?",
        new(ExampleKind.Words, "A cause without `layer` under the preset `discipline`."), new(ExampleKind.Words, "`layer: preflight`, `substitution_test: yes`"));

    public static readonly Rule MissingChainRule = Define("missing-causal-chain", FindingLevel.Warning, "A root cause analysis in one step",
        "Where `requires_causal_chain` is set, as under the preset `p-levels`, the analysis of an incident whose severity makes the postmortem mandatory is a chain of three whys or more, or a causal tree: an indented list whose items begin with AND, OR or because. The page draws the tree.",
        new(ExampleKind.Words, "A paragraph of prose under *Root cause analysis* for a p0."), new(ExampleKind.Words, "- Sign-in took nine seconds\n  - AND the job held 80 connections\n    - because nothing bounds them\n  - AND sign-in has no pool of its own"));

    public static readonly Rule MixedGatesRule = Define("mixed-gates", FindingLevel.Advice, "AND and OR among the causes of one step",
        "Did all of them have to come together, or did each suffice? Put those that belong together below a step of their own.",
        new(ExampleKind.Body, "## Root cause analysis\n\n- Sign-in took nine seconds\n  - AND the job held 80 connections\n  - OR nothing bounds them\n  - AND sign-in shares the pool\n"),
        new(ExampleKind.Body, "## Root cause analysis\n\n- Sign-in took nine seconds\n  - AND the job held 80 connections\n    - because nothing bounds them\n  - AND sign-in shares the pool\n"));

    public static ImmutableArray<Rule> All { get; } = [PersonalCauseRule, MissingLayerRule, MissingChainRule, MixedGatesRule];

    public static Diagnostic PersonalCause(SourceLocation place, string id) => Of(PersonalCauseRule, place, $"{Excerpt.Of(id)} would not have happened with somebody else at the keyboard.", "Write what that person did not have, or leave the cause out.");

    public static Diagnostic MissingLayer(SourceLocation place, string id, string key, string preset) => Of(MissingLayerRule, place, $"{Excerpt.Of(id)} has no '{key}'; the policy, from the preset {preset}, asks for it.", $"Add {key}: and its value.");

    public static Diagnostic MissingChain(SourceLocation place, string severity) => Of(MissingChainRule, place, $"The analysis of a {Excerpt.Of(severity)} is neither a causal tree nor a chain of three whys.", "Ask why of each answer, in a numbered list, or draw the tree as an indented list with AND and OR.");

    public static Diagnostic MixedGates(SourceLocation place, string step) => Of(MixedGatesRule, place, $"The causes of '{Excerpt.Of(step)}' are joined by AND and by OR.", "Put those that belong together below a step of their own.");

    private static RuleExample Cause(string test) => new(ExampleKind.FrontMatter, $"causes:\n  - {{ id: C1, kind: root, text: Nothing bounds how many connections one job may hold., layer: code, {test}, addressed_by: [AI-1] }}\n{Items}");

    private static Diagnostic Of(Rule rule, SourceLocation place, string message, string hint) => new(rule, rule.Level, place, message, hint);

    private static Rule Define(string code, FindingLevel level, string title, string explanation, RuleExample bad, RuleExample good) =>
        Rule.Define(FollowThroughProblems.Family, level, code, title, explanation, bad, good);
}
