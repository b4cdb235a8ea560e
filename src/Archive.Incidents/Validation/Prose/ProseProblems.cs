using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation.Prose;

/// <summary>What a good reviewer says of how a postmortem is told. All of it is advice, from review on; never about quotations or code.</summary>
public static class ProseProblems
{
    public const string Family = "prose";

    public static readonly Rule ShouldHaveRule = Define("should-have", "What somebody should have done",
        "*Should have* tells of a world that was not there, and hides the one that was: why what was done made sense to the person who did it. Say what was so, and what it led to: not *we should have used a 64-bit id*, " +
        "but *the id column is an `int`, the framework's default; nothing compares its highest value with its limit*. What a machine should do, or what there should be from now on, is fine.",
        new(ExampleKind.Body, "## What went wrong\n\n- We should have checked the job's connections before it ran.\n"),
        new(ExampleKind.Body, "## What went wrong\n\n- Nothing shows a job's connections before it runs.\n"));

    public static readonly Rule CounterfactualRule = Define("counterfactual", "A cause that did not happen",
        "A cause is something that was there. *If only we had*, *would have prevented*, *could have been caught* name something that was not, of which there is no end. Say what was there instead; what would prevent it the next time is an action item. " +
        "Looked for in the sections and keys that tell causes; *if only* everywhere.",
        new(ExampleKind.Body, "## Root cause analysis\n\nA limit on the job's connections would have prevented it.\n"),
        new(ExampleKind.Body, "## Root cause analysis\n\nNothing bounds how many connections one job may hold.\n"));

    public static readonly Rule HumanErrorRule = Define("human-error", "Human error as an answer",
        "It is where the questions begin: what did the person see, what made the step easy to get wrong, why did one step suffice? *User error* ends the search at the only part that cannot be mended. " +
        "Say what the interface showed and what it accepted: *the console takes the production cluster without asking, and its prompt is that of staging*.",
        new(ExampleKind.Body, "## Contributing factors\n\nIt was human error.\n"),
        new(ExampleKind.Body, "## Contributing factors\n\nThe console takes the production job's name without asking.\n"));

    public static readonly Rule PersonalFailureRule = Define("personal-failure", "A person as the part that failed",
        "*Forgot to*, *failed to*, *neglected to*, *missed* with a person as subject say whom to be angry with, and nothing that can be changed. A step that can be forgotten is a step that nothing asks for: say what did not ask. " +
        "Not *we forgot to add the field*, but *nothing compares the fields of the test's setup with those of production*.",
        new(ExampleKind.Body, "## What went wrong\n\n- We forgot to add the job to the pool's list.\n"),
        new(ExampleKind.Body, "## What went wrong\n\n- Nothing compares the pool's list with the jobs that there are.\n"));

    public static readonly Rule FaultRule = Define("fault-finding", "Words that find fault with people",
        "*Careless*, *our mistake*, *messed up*, *to blame*: judgements, and the next person who knows something will not say it. Tell what was done and what it was done with.",
        new(ExampleKind.Body, "## Contributing factors\n\nThe job was configured carelessly.\n"),
        new(ExampleKind.Body, "## Contributing factors\n\nThe job has the defaults of its library, which know no limit.\n"));

    public static readonly Rule TryHarderRule = Define("try-harder", "A resolve to try harder",
        "*Be more careful*, *remember to*, *pay attention*, *improve communication*: people were trying already. What relies on memory fails with the next person. Put it where the work is: a check, a default, a test, a line in the runbook that is opened anyway.",
        new(ExampleKind.Body, "## Lessons learned\n\nWe need to be more careful with monthly jobs.\n"),
        new(ExampleKind.Body, "## Lessons learned\n\nA monthly job is a release that nobody watches.\n"));

    public static readonly Rule HindsightRule = Define("hindsight", "What is obvious afterwards",
        "*Obviously*, *simply forgot*, *in hindsight it was clear*: at the time there were other things as clear that turned out to be wrong. Say what people knew, and when they came to know more.",
        new(ExampleKind.Body, "## Response\n\nThe job was obviously the cause.\n"),
        new(ExampleKind.Body, "## Response\n\nAt 14:25 the job was seen to hold 80 of 100 connections.\n"));

    public static readonly Rule InsufficientRule = Define("insufficient-testing", "A cause that says only that there was too little of something",
        "*Testing was insufficient* is true of every incident. Which test, with what input, would fail on the old code? What did the review look at, and what not? Looked for where causes are told.",
        new(ExampleKind.Body, "## Root cause analysis\n\nThe root cause was insufficient testing.\n"),
        new(ExampleKind.Body, "## Root cause analysis\n\nNo test runs the job against a pool that others use.\n"));

    public static readonly Rule NamedPersonRule = Define("named-person", "A person's name in the narrative",
        "The story is about roles: *the on-call engineer*, *a support agent*. Names stand where people are to be found, as authors and owners. Known are the handles of the postmortem and its items, and the names under `people` in the policy of `archive.yml`.",
        new(ExampleKind.Body, "## Response\n\n@ada paused the job.\n"),
        new(ExampleKind.Body, "## Response\n\nThe on-call engineer paused the job.\n"));

    public static readonly Rule UnsourcedRule = Define("unsourced-claim", "A claim that leans on what everybody knows",
        "*Industry standard*, *best practice*, *studies show*: whoever doubts it cannot look it up, and whoever believes it learns nothing. Name the source: an address, a document, a dated conversation, a standard with its number. Or say what was seen here. " +
        "A link, code or the name of a standard in the same paragraph is enough.",
        new(ExampleKind.Body, "## Contributing factors\n\nIt is well known that a shared pool of 100 connections is enough.\n"),
        new(ExampleKind.Body, "## Contributing factors\n\nThe [sizing guide](https://example.com/pools) of the database calls a shared pool of 100 connections enough.\n"));

    public static ImmutableArray<Rule> All { get; } =
    [
        ShouldHaveRule, CounterfactualRule, HumanErrorRule, PersonalFailureRule, FaultRule, TryHarderRule, HindsightRule, InsufficientRule, UnsourcedRule, NamedPersonRule,
    ];

    public static Diagnostic ShouldHave(SourceLocation place, string words) =>
        Of(ShouldHaveRule, place, $"'{Excerpt.Of(words)}' tells of what was not.", "Say what was so and what it led to: 'the dashboard did not show …', 'nothing compares …'.");

    public static Diagnostic Counterfactual(SourceLocation place, string words) =>
        Of(CounterfactualRule, place, $"'{Excerpt.Of(words)}' is no cause: it did not happen.", "Say what was there instead; what would help the next time is an action item.");

    public static Diagnostic HumanError(SourceLocation place, string words) =>
        Of(HumanErrorRule, place, $"'{Excerpt.Of(words)}' is where the questions begin.", "Say what the person saw, and what the system accepted: 'the console takes … without asking'.");

    public static Diagnostic PersonalFailure(SourceLocation place, string words) =>
        Of(PersonalFailureRule, place, $"'{Excerpt.Of(words)}' makes a person the part that failed.", "Say what did not ask, show or refuse: 'nothing compares …', 'the form takes …'.");

    public static Diagnostic Fault(SourceLocation place, string words) =>
        Of(FaultRule, place, $"'{Excerpt.Of(words)}' finds fault with people.", "Say what was done, and with what it was done.");

    public static Diagnostic TryHarder(SourceLocation place, string words) =>
        Of(TryHarderRule, place, $"'{Excerpt.Of(words)}' relies on people trying harder.", "Say what will ask, refuse or show: a check, a default, a test.");

    public static Diagnostic Hindsight(SourceLocation place, string words) =>
        Of(HindsightRule, place, $"'{Excerpt.Of(words)}' is hindsight.", "Say what was known then, and when more was.");

    public static Diagnostic Insufficient(SourceLocation place, string words) =>
        Of(InsufficientRule, place, $"'{Excerpt.Of(words)}' is true of every incident.", "Which test, with what input, would have failed? What did the review look at?");

    public static Diagnostic Unsourced(SourceLocation place, string words) =>
        Of(UnsourcedRule, place, $"'{Excerpt.Of(words)}' is a claim without a source.", "Link to it, name the document or the standard, or say what was seen here.");

    /// <param name="place">Where the name first stands.</param>
    /// <param name="count">How often it stands in the file.</param>
    public static Diagnostic NamedPerson(SourceLocation place, string name, int count) =>
        Of(NamedPersonRule, place, $"'{Excerpt.Of(name)}' is a person{(count > 1 ? $", named {count} times" : "")}.", "Write the role: 'the on-call engineer'.");

    private static Diagnostic Of(Rule rule, SourceLocation place, string message, string hint) => new(rule, rule.Level, place, message, hint);

    private static Rule Define(string code, string title, string explanation, RuleExample bad, RuleExample good) =>
        Rule.Define(Family, FindingLevel.Advice, code, title, explanation, bad, good);
}
