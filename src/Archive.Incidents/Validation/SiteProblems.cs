using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>Everything that can be wrong with <c>archive.yml</c>, <c>services.yml</c> and <c>failure-classes.yml</c>.</summary>
public static class SiteProblems
{
    public static readonly Rule InvalidSettingRule = Define("invalid-setting", "A setting that cannot be used",
        "A setting of `archive.yml` is of the right type, but does not make sense: a zone that does not exist, a pattern that is no regular expression, two severities of one id, a share above 100 %.",
        new(ExampleKind.Settings, "time_zone: Europe/Atlantis\n"), new(ExampleKind.Settings, "time_zone: Europe/Berlin\n"));

    public static readonly Rule UnknownRuleRule = Define("unknown-rule", "A level for a rule that does not exist, or cannot have one",
        "Under `rules` a site sets the level of single rules by their code. Rules of the families *structure* and *public* are always errors: without them a page could not be built, or could say too much.",
        new(ExampleKind.Settings, "rules: { few-went-wel: off }\n"), new(ExampleKind.Settings, "rules: { few-went-well: off }\n"));

    public static readonly Rule IncompleteEntryRule = Define("incomplete-entry", "An entry of a catalogue or a list without something it needs",
        "Services and failure classes have an `id`; severities an `id` and a `rank`; causes an `id`, a `kind` and a `text`; items an `id` and a `title`; occurrences a day and a note; links a title and an address; pages a title.",
        new(ExampleKind.Services, "- id: shop\n  public_name: Shop\n- name: Till\n"), new(ExampleKind.Services, "- id: shop\n  public_name: Shop\n- id: till\n"));

    public static readonly Rule DuplicateEntryRule = Define("duplicate-entry", "Two entries of a catalogue answer to the same word",
        "An id or an alias leads to one service, one failure class, one severity. Public names are one to a service too.",
        new(ExampleKind.Services, "- id: shop\n  public_name: Shop\n- id: till\n  aliases: [shop]\n"), new(ExampleKind.Services, "- id: shop\n  public_name: Shop\n- id: till\n  aliases: [checkout]\n"));

    public static ImmutableArray<Rule> All { get; } = [InvalidSettingRule, UnknownRuleRule, IncompleteEntryRule, DuplicateEntryRule];

    public static Diagnostic InvalidSetting(SourceLocation place, string message, string hint) => Of(InvalidSettingRule, place, message, hint);

    public static Diagnostic UnknownRule(Located<string> code, IEnumerable<string> configurable) =>
        Of(UnknownRuleRule, code.Location, $"'{Excerpt.Of(code.Value)}' is not a rule.",
            DidYouMean.Of(code.Value, configurable) is { } meant ? $"Did you mean '{meant}'?" : "'archive explain --list' lists the rules.");

    public static Diagnostic FixedRule(Located<string> code) =>
        Of(UnknownRuleRule, code.Location, $"'{code.Value}' is always an error.", "Remove the line, and mend what the rule finds.");

    public static Diagnostic IncompleteEntry(SourceLocation place, string what, string key) =>
        Of(IncompleteEntryRule, place, $"{what} needs '{key}'.", $"Add {key}: and its value.");

    public static Diagnostic DuplicateEntry(Located<string> word, string what) =>
        Of(DuplicateEntryRule, word.Location, $"'{Excerpt.Of(word.Value)}' already means another {what}.", "Choose another word for one of them.");

    public static Diagnostic SameAddress(Located<string> word, string other) =>
        Of(DuplicateEntryRule, word.Location, $"'{Excerpt.Of(word.Value)}' and '{Excerpt.Of(other)}' would have the same address.", "Write both the same way, or make them differ in a letter.");

    private static Diagnostic Of(Rule rule, SourceLocation place, string message, string hint) => new(rule, rule.Level, place, message, hint);

    private static Rule Define(string code, string title, string explanation, RuleExample bad, RuleExample good) =>
        Rule.Define(StructureProblems.Family, FindingLevel.Error, code, title, explanation, bad, good);
}
