using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>What can be wrong with a comment that asks for a finding not to be made.</summary>
public static class SuppressionProblems
{
    public const string Family = "prose";

    public static readonly Rule UnusableRule = Define("unusable-suppression", "A suppression that cannot count",
        "`<!-- archive-check: ignore should-have — quoting the customer -->` in the body, or the same behind a `#` in the front matter, keeps one rule from one place: the line that it stands on, or, alone on its line, the paragraph, list or table below it; " +
        "in the front matter the key below it. It names the rule by its code, and says why after a dash: the next reader wants to know. Rules of the families *structure* and *public* cannot be suppressed, nor can *possible-duplicate*, which `related` answers.",
        new(ExampleKind.Body, "## Impact\n\n<!-- archive-check: ignore named-person -->\n400 customers waited.\n"),
        new(ExampleKind.Body, "## Impact\n\n<!-- archive-check: ignore should-have — the words of the contract -->\n400 customers waited. We should have told them within the hour.\n"));

    public static readonly Rule UnusedRule = Define("unused-suppression", "A suppression that suppresses nothing",
        "The place below no longer has such a finding. Remove the comment, so that the next one that stands there is meant.",
        new(ExampleKind.Body, "## Impact\n\n<!-- archive-check: ignore should-have — the words of the contract -->\n400 customers waited.\n"),
        new(ExampleKind.Body, "## Impact\n\n400 customers waited.\n"));

    public static ImmutableArray<Rule> All { get; } = [UnusableRule, UnusedRule];

    public static Diagnostic Unreadable(SourceLocation place) =>
        new(UnusableRule, UnusableRule.Level, place, "This comment speaks to archive check, but cannot be read.", "Write archive-check: ignore CODE — why.");

    public static Diagnostic WithoutReason(SourceLocation place, string code) =>
        new(UnusableRule, UnusableRule.Level, place, "The suppression does not say why.", $"Write the reason after a dash: archive-check: ignore {code} — why.");

    public static Diagnostic UnknownCode(SourceLocation place, string code, IEnumerable<string> known) =>
        new(UnusableRule, UnusableRule.Level, place, $"'{Excerpt.Of(code)}' is not a rule that can be suppressed.",
            DidYouMean.Of(code, known) is { } meant ? $"Did you mean '{meant}'?" : "'archive explain --list' lists the rules; those of 'structure' and 'public' always count.");

    public static Diagnostic Unused(SourceLocation place, string code) =>
        new(UnusedRule, UnusedRule.Level, place, $"There is no finding '{code}' here to suppress.", "Remove the comment.");

    private static Rule Define(string code, string title, string explanation, RuleExample bad, RuleExample good) =>
        Rule.Define(Family, FindingLevel.Warning, code, title, explanation, bad, good);
}
