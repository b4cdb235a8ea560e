using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>Everything that a postmortem can lack. What is asked grows with its status; the site's policy sets the level of each.</summary>
public static class CompletenessProblems
{
    public const string Family = "completeness";

    private const string TableHead = "| Time (UTC) | Role | Event | Source | Mark |\n| --- | --- | --- | --- | --- |\n";
    private const string FirstRow = "| 14:02 | | Sign-in takes 9 seconds | graphs | trigger |\n";
    private const string DetectedRow = "| 14:10 | on-call | Alert: sign-in above 5 s | alert | detection |\n";
    private const string MitigationRow = "| 14:31 | on-call | Monthly job paused; waits fall | graphs | mitigation |\n";
    private const string MiddleRow = MitigationRow + "| 14:55 | on-call | Queue empty | graphs | |\n";
    private const string LastRow = "| 15:20 | on-call | Sign-in as before | graphs | resolution |\n";

    private static readonly RuleExample SoundTimeline = new(ExampleKind.Body, $"## Timeline\n\n{TableHead}{FirstRow}{DetectedRow}{MiddleRow}{LastRow}");

    public static readonly Rule MissingKeyRule = Define("missing-key", FindingLevel.Error, "A key that the status asks for",
        "Beyond what every stub has, a draft has its authors. A postmortem in review adds its failure class, who detected it, and when it was detected and resolved. " +
        "A final one adds the day on which it was published. Some presets ask for more. Until you know a value, leave the status where it is.",
        new(ExampleKind.FrontMatter, "detected_by:\n"), new(ExampleKind.FrontMatter, "detected_by: alert\n"));

    public static readonly Rule MissingSectionRule = Define("missing-section", FindingLevel.Error, "A section that the status asks for",
        "From review on, a postmortem has the sections that the policy lists, whatever usual words head them: *Root cause*, *5 Whys* and *What happened* are all understood. " +
        "A recurrence also says what the earlier postmortem missed. Action items may stand in the front matter instead.",
        new(ExampleKind.Body, "## Lessons learned\n\nREMOVE\n"), new(ExampleKind.Body, "## Lessons learned\n\nA pool is a promise to everybody who shares it.\n"));

    public static readonly Rule EmptySectionRule = Define("empty-section", FindingLevel.Error, "A section without a word",
        "A heading with nothing below tells the reader that something is missing, but not what. Write it, or, where the section is optional, remove the heading.",
        new(ExampleKind.Body, "## Lessons learned\n\n"), new(ExampleKind.Body, "## Lessons learned\n\nA pool is a promise to everybody who shares it.\n"));

    public static readonly Rule PlaceholderRule = Define("placeholder", FindingLevel.Error, "A word that stands for text that is still to come",
        "`TODO`, `TBD` and their like are fine in a draft. In a finished postmortem they are a promise that nobody will keep: write what is known, or say that it is not known and will not be. In code they are left alone.",
        new(ExampleKind.Body, "## Impact\n\n400 customers waited. Revenue: TBD.\n"), new(ExampleKind.Body, "## Impact\n\n400 customers waited. What it cost in revenue is not known.\n"));

    public static readonly Rule SummaryLengthRule = Define("summary-length", FindingLevel.Warning, "A summary that is no summary",
        "Most readers read nothing else. One to five sentences: what happened, to whom, how it was resolved, what makes it last.",
        new(ExampleKind.FrontMatter, "summary: Sign-in was slow. It began at 14:02. It was the job. The job was paused. Then it was over. A pool was made. All is well.\n"),
        new(ExampleKind.FrontMatter, "summary: Sign-in took 9 seconds for 400 customers for an hour because the monthly job held all connections. The job has a pool of its own now.\n"));

    public static readonly Rule TooFewWentWellRule = Define("too-few-went-well", FindingLevel.Error, "Nothing that went well",
        "What worked is what to keep, and the next one depends on it: an alert that fired, a rollback that took two minutes, a person who knew whom to call. List at least one thing.",
        new(ExampleKind.Body, "## What went well\n\nNothing much.\n"), new(ExampleKind.Body, "## What went well\n\n- The alert fired after 8 minutes.\n- Pausing the job was one command.\n- Customers were told within 20 minutes.\n"));

    public static readonly Rule FewWentWellRule = Define("few-went-well", FindingLevel.Advice, "Few things that went well",
        "Three are easily found when somebody asks: in detection, in response, in what the design contained.",
        new(ExampleKind.Body, "## What went well\n\n- The alert fired after 8 minutes.\n"), new(ExampleKind.Body, "## What went well\n\n- The alert fired after 8 minutes.\n- Pausing the job was one command.\n- Customers were told within 20 minutes.\n"));

    public static readonly Rule NoTimelineRule = Define("timeline-without-table", FindingLevel.Error, "A timeline that is not a table",
        "The archive reads the timeline to draw it and to compare it with the times in the front matter. It reads a table with a column *Time* and a column *Event*; *Role*, *Source* and *Mark* are welcome.",
        new(ExampleKind.Body, "## Timeline\n\nAt 14:02 it became slow, and at 15:20 it was over.\n"), SoundTimeline);

    public static readonly Rule RowWithoutTimeRule = Define("timeline-row-without-time", FindingLevel.Error, "A row of the timeline without a time that can be read",
        "Each row has a time: `14:02`, on the day of the row above, or `2026-04-25 14:02`. Where the minute is not known, write the nearest one and say so in the event.",
        new(ExampleKind.Body, $"## Timeline\n\n{TableHead}{FirstRow}{DetectedRow}| later | on-call | Monthly job paused | graphs | |\n{MiddleRow}{LastRow}"), SoundTimeline);

    public static readonly Rule OutOfOrderRowRule = Define("timeline-out-of-order", FindingLevel.Warning, "A row of the timeline that is earlier than the row above",
        "The page shows the rows in order of time all the same, but one of the two times is probably wrong. A time up to three hours before the row above counts as out of order; an earlier one as the next day.",
        new(ExampleKind.Body, $"## Timeline\n\n{TableHead}{FirstRow}{DetectedRow}| 14:55 | on-call | Queue empty | graphs | |\n| 14:31 | on-call | Monthly job paused; waits fall | graphs | mitigation |\n{LastRow}"), SoundTimeline);

    public static readonly Rule StartsLateRule = Define("timeline-starts-late", FindingLevel.Warning, "A timeline that begins after the incident did",
        "The story begins with what set it off, not with the alert: the minutes in between are the ones in which detection can improve.",
        new(ExampleKind.Body, $"## Timeline\n\n{TableHead}{DetectedRow}{MiddleRow}{LastRow}"), SoundTimeline);

    public static readonly Rule EndsEarlyRule = Define("timeline-ends-early", FindingLevel.Warning, "A timeline that ends before the incident did",
        "The last row is the moment at which things were as before. Where that took days, one row says so.",
        new(ExampleKind.Body, $"## Timeline\n\n{TableHead}{FirstRow}{DetectedRow}{MiddleRow}"), SoundTimeline);

    public static readonly Rule GapRule = Define("timeline-gap", FindingLevel.Advice, "A long silence in the timeline",
        "More than a third of the incident passes between two rows. If people were waiting, say for what; if they were searching, say where: that is where the next response is won.",
        new(ExampleKind.Body, $"## Timeline\n\n{TableHead}{FirstRow}{DetectedRow}{MitigationRow}{LastRow}"), SoundTimeline);

    public static readonly Rule DisagreesRule = Define("timeline-disagrees", FindingLevel.Error, "The timeline and the front matter give different times",
        "A row that is marked as detection, escalation, mitigation or resolution happens in the minute that `times` gives for *detected*, *declared*, *mitigated* and *resolved*; a trigger in that of *started* or *introduced*. One of the two is wrong, and every latency is computed from it.",
        new(ExampleKind.Body, $"## Timeline\n\n{TableHead}{FirstRow}| 14:14 | on-call | Alert: sign-in above 5 s | alert | detection |\n{MiddleRow}{LastRow}"), SoundTimeline);

    public static readonly Rule UnknownMarkRule = Define("unknown-mark", FindingLevel.Warning, "A mark that timelines do not have",
        "Rows are marked trigger, detection, escalation, decision, mitigation or resolution, or not at all.",
        new(ExampleKind.Body, $"## Timeline\n\n{TableHead}{FirstRow}{DetectedRow}| 14:31 | on-call | Monthly job paused; waits fall | graphs | fixed |\n| 14:55 | on-call | Queue empty | graphs | |\n{LastRow}"), SoundTimeline);

    public static readonly Rule UnknownZoneRule = Define("unknown-time-zone", FindingLevel.Warning, "A time zone that cannot be understood",
        "The header of the time column may name a zone: `Time (UTC)`, `Time (UTC+2)`, `Time (CEST)`. Abbreviations mean different hours to different people; an offset does not. Without a zone the times are in the site's own.",
        new(ExampleKind.Body, $"## Timeline\n\n| Time (XYZT) | Role | Event | Source | Mark |\n| --- | --- | --- | --- | --- |\n{FirstRow}{DetectedRow}{MiddleRow}{LastRow}"), SoundTimeline);

    public static readonly Rule ItemCountRule = Define("item-count", FindingLevel.Warning, "More or fewer action items than the site wants",
        "The policy's `items_at_least` and `items_at_most` bound the number of committed items. Forty items are none: keep the smallest set that makes the next time different, and keep the rest as ideas.",
        new(ExampleKind.Words, "Eleven committed items where the policy wants ten at the most."), new(ExampleKind.Words, "Four committed items and three ideas."));

    public static readonly Rule StructuralFixRule = Define("structural-fix-count", FindingLevel.Error, "More or fewer structural fixes than the site wants",
        "Some presets want exactly one item that changes the structure that let it happen, marked `structural_fix: true`. Other items may stand beside it.",
        new(ExampleKind.Words, "No item with `structural_fix: true` under the preset `p-levels`."), new(ExampleKind.Words, "One such item."));

    public static ImmutableArray<Rule> All { get; } =
    [
        MissingKeyRule, MissingSectionRule, EmptySectionRule, PlaceholderRule, SummaryLengthRule, TooFewWentWellRule, FewWentWellRule, NoTimelineRule,
        RowWithoutTimeRule, OutOfOrderRowRule, StartsLateRule, EndsEarlyRule, GapRule, DisagreesRule, UnknownMarkRule, UnknownZoneRule, ItemCountRule, StructuralFixRule,
    ];

    public static Diagnostic MissingKey(SourceLocation place, string key, string because, string? hint = null) =>
        Of(MissingKeyRule, MissingKeyRule.Level, place, $"'{key}' is missing; {because}.", hint ?? $"Add {key}: and its value.");

    public static Diagnostic MissingSection(SourceLocation place, string heading, string because) =>
        Of(MissingSectionRule, MissingSectionRule.Level, place, $"There is no section '{heading}'; {because}.", $"Add '## {heading}'.");

    public static Diagnostic EmptySection(SourceLocation place, string heading, FindingLevel level) =>
        Of(EmptySectionRule, level, place, $"Nothing stands below '{Excerpt.Of(heading)}'.", "Write it, or remove the heading.");

    public static Diagnostic Placeholder(Located<string> word, FindingLevel level) =>
        Of(PlaceholderRule, level, word.Location, $"'{word.Value}' stands for text that is still to come.", "Write what is known, or that it is not known.");

    public static Diagnostic SummaryLength(SourceLocation place, int sentences) =>
        Of(SummaryLengthRule, SummaryLengthRule.Level, place, $"The summary has {sentences} sentences.", "Write one to five: what, who, how resolved, what makes it last.");

    public static Diagnostic TooFewWentWell(SourceLocation place, int found, int wanted, FindingLevel level) =>
        Of(TooFewWentWellRule, level, place, $"{Listed(found)} that went well; at least {wanted} {(wanted == 1 ? "is" : "are")} asked for.", "Add a list of what worked.");

    public static Diagnostic FewWentWell(SourceLocation place, int found, int wanted) =>
        Of(FewWentWellRule, FewWentWellRule.Level, place, $"{Listed(found)} that went well; {wanted} are better.", "What worked in detection, in response, in the design?");

    public static Diagnostic NoTimeline(SourceLocation place, FindingLevel level) =>
        Of(NoTimelineRule, level, place, "The timeline has no table that can be read.", "Write a table with the columns 'Time (UTC)' and 'Event'.");

    public static Diagnostic RowWithoutTime(SourceLocation place, string? written, FindingLevel level) =>
        Of(RowWithoutTimeRule, level, place, written is null ? "This row has no time." : $"'{Excerpt.Of(written)}' is not a time.", "Write 14:02, or 2026-04-25 14:02.");

    public static Diagnostic OutOfOrderRow(SourceLocation place, DateTimeOffset at, DateTimeOffset above) =>
        Of(OutOfOrderRowRule, OutOfOrderRowRule.Level, place, $"{at:HH:mm} comes after {above:HH:mm} in the row above.", "Check both, or write the day.");

    public static Diagnostic StartsLate(SourceLocation place, TimeSpan late) =>
        Of(StartsLateRule, StartsLateRule.Level, place, $"The first row is {Spoken(late)} after the incident started.", "Begin with what set it off.");

    public static Diagnostic EndsEarly(SourceLocation place, TimeSpan early) =>
        Of(EndsEarlyRule, EndsEarlyRule.Level, place, $"The last row is {Spoken(early)} before the incident was resolved.", "End with the moment at which things were as before.");

    public static Diagnostic Gap(SourceLocation place, TimeSpan gap) =>
        Of(GapRule, GapRule.Level, place, $"{Spoken(gap)} pass before this row, more than a third of the incident.", "What were people doing, or waiting for?");

    public static Diagnostic Disagrees(SourceLocation place, string mark, DateTimeOffset at, string key, DateTimeOffset expected) =>
        Of(DisagreesRule, DisagreesRule.Level, place, $"The row marked '{mark}' is at {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC, but '{key}' is {expected.UtcDateTime:yyyy-MM-dd HH:mm} UTC.", "Make them the same minute.");

    public static Diagnostic UnknownMark(SourceLocation place, string mark, IReadOnlyList<string> marks) =>
        Of(UnknownMarkRule, UnknownMarkRule.Level, place, $"'{Excerpt.Of(mark)}' is not a mark.", $"Write {Excerpt.OneOf(marks)}.");

    public static Diagnostic UnknownZone(SourceLocation place, string zone) =>
        Of(UnknownZoneRule, UnknownZoneRule.Level, place, $"'{Excerpt.Of(zone)}' is not a time zone that is understood.", "Write the offset: Time (UTC+2).");

    public static Diagnostic ItemCount(SourceLocation place, int found, string wanted) =>
        Of(ItemCountRule, ItemCountRule.Level, place, $"{found} committed action items, where the policy wants {wanted}.", "Keep the smallest set that makes the next time different.");

    public static Diagnostic StructuralFixes(SourceLocation place, int found, int wanted) =>
        Of(StructuralFixRule, StructuralFixRule.Level, place, $"{found} items are marked as structural fix, where the policy wants {wanted}.", "Mark the one that changes the structure with structural_fix: true.");

    private static string Listed(int found) => found switch { 0 => "Nothing is listed", 1 => "One thing is listed", _ => $"{found} things are listed" };

    private static string Spoken(TimeSpan span) => span switch
    {
        { TotalDays: >= 2 } => $"{(int)span.TotalDays} days",
        { TotalHours: >= 1, Minutes: 0 } => $"{(int)span.TotalHours} h",
        { TotalHours: >= 1 } => $"{(int)span.TotalHours} h {span.Minutes} min",
        _ => $"{(int)Math.Ceiling(span.TotalMinutes)} min",
    };

    private static Diagnostic Of(Rule rule, FindingLevel level, SourceLocation place, string message, string hint) => new(rule, level, place, message, hint);

    private static Rule Define(string code, FindingLevel level, string title, string explanation, RuleExample bad, RuleExample good) =>
        Rule.Define(Family, level, code, title, explanation, bad, good);
}
