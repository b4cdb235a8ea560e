using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Publishing.Documents;

/// <summary>Everything that can be wrong with a file before anybody asks what it means.</summary>
public static class DocumentProblems
{
    private const string Family = "structure";

    public static readonly Rule BrokenYamlRule = Error("broken-yaml", "The YAML cannot be read",
        "The text between the `---` lines, or the YAML file, does not follow YAML's grammar, so nothing in it can be understood. " +
        "The usual causes are a colon followed by a space inside an unquoted text, a text that begins with `@`, `` ` ``, `*`, `&`, `!`, `%` or `#`, " +
        "and indentation by tabs. Put such a text between quotes.",
        new(ExampleKind.FrontMatter, "title: Payments: sent twice\n"),
        new(ExampleKind.FrontMatter, "title: \"Payments: sent twice\"\n"));

    public static readonly Rule YamlAnchorRule = Error("yaml-anchor", "An anchor or an alias stands in the YAML",
        "A value that stands somewhere else in the file cannot be read in passing, and a few aliases can blow a small file up to gigabytes. Write the value out.",
        new(ExampleKind.FrontMatter, "authors: &us [\"@ada\"]\n"),
        new(ExampleKind.FrontMatter, "authors: [\"@ada\"]\n"));

    public static readonly Rule YamlTagRule = Error("yaml-tag", "A tag stands in the YAML",
        "Tags such as `!!binary` change what a value means. No key of the archive needs one. A text that begins with `!` wants quotes.",
        new(ExampleKind.FrontMatter, "title: !important Sign-in was slow\n"),
        new(ExampleKind.FrontMatter, "title: \"!important Sign-in was slow\"\n"));

    public static readonly Rule YamlTooDeepRule = Error("yaml-too-deep", "The YAML is nested too deeply",
        "Nothing that the archive reads is nested more than a few levels. Deep nesting is a slip of indentation or of brackets, or an attack.",
        new(ExampleKind.FrontMatter, "related: [[[[[[[[[[[[[[[[[[[[INC-001]]]]]]]]]]]]]]]]]]]]\n"),
        new(ExampleKind.FrontMatter, "related: []\n"));

    public static readonly Rule SecondYamlDocumentRule = Error("yaml-second-document", "A second YAML document follows the first",
        "A line `---` inside a YAML file begins another document, which nobody would read. Remove the line, or move what follows to a file of its own.",
        new(ExampleKind.Services, "- id: shop\n  public_name: Shop\n---\n- id: till\n"),
        new(ExampleKind.Services, "- id: shop\n  public_name: Shop\n- id: till\n"));

    public static readonly Rule DuplicateKeyRule = Error("duplicate-key", "A key stands twice",
        "Of two values for one key, one would be lost without a word. Keep the right one.",
        new(ExampleKind.FrontMatter, "title: Sign-in was slow\ntitle: Sign-in was down\n"),
        new(ExampleKind.FrontMatter, "title: Sign-in was down\n"));

    public static readonly Rule UnknownKeyRule = Error("unknown-key", "A key that the archive does not know",
        "Most often it is a slip of the pen, and the value behind it would be ignored. `archive schema` lists every key; an editor that reads the schema completes them.",
        new(ExampleKind.FrontMatter, "sevrity: sev2\n"),
        new(ExampleKind.FrontMatter, "severity: sev2\n"));

    public static readonly Rule WrongTypeRule = Error("wrong-type", "A value of another type than its key takes",
        "A list, a map of keys, a number or a text stands where something else is expected. A single value where a list is expected is fine: it is read as a list of one.",
        new(ExampleKind.FrontMatter, "title: [Sign-in, was, slow]\n"),
        new(ExampleKind.FrontMatter, "title: Sign-in was slow\n"));

    public static readonly Rule UnknownWordRule = Error("unknown-word", "A word that its key does not take",
        "Some keys take one of a few words. The finding lists them.",
        new(ExampleKind.FrontMatter, "detected_by: pager\n"),
        new(ExampleKind.FrontMatter, "detected_by: alert\n"));

    public static readonly Rule NotADateRule = Error("not-a-date", "A day that cannot be read",
        "Days are written `2026-04-25`: year, month, day. Without a time, and so without a zone.",
        new(ExampleKind.FrontMatter, "published_on: 25.04.2026\n"),
        new(ExampleKind.FrontMatter, "published_on: 2026-04-25\n"));

    public static readonly Rule NotATimeRule = Error("not-a-time", "A moment that cannot be read",
        "Moments are written as RFC 3339 has them: `2026-04-25T14:02:00Z`, or with an offset such as `+02:00` for the `Z`.",
        new(ExampleKind.FrontMatter, "times: { started: 20202-04-25T14:02:00Z, detected: 2026-04-25T14:10:00Z, resolved: 2026-04-25T15:20:00Z }\n"),
        new(ExampleKind.FrontMatter, "times: { started: 2026-04-25T14:02:00Z, detected: 2026-04-25T14:10:00Z, resolved: 2026-04-25T15:20:00Z }\n"));

    public static readonly Rule TimeWithoutOffsetRule = Error("time-without-offset", "A moment without its offset from UTC",
        "A time that does not say its zone is wrong for half of its readers, and an hour wrong for some of them twice a year. Add `Z` for UTC, or the offset: `+02:00`.",
        new(ExampleKind.FrontMatter, "times: { started: 2026-04-25T14:02:00, detected: 2026-04-25T14:10:00Z, resolved: 2026-04-25T15:20:00Z }\n"),
        new(ExampleKind.FrontMatter, "times: { started: 2026-04-25T14:02:00Z, detected: 2026-04-25T14:10:00Z, resolved: 2026-04-25T15:20:00Z }\n"));

    public static readonly Rule NotANumberRule = Error("not-a-number", "A number that cannot be read",
        "Counts are whole numbers without separators, and not negative. Amounts of money carry their currency: `18400 EUR`. Shares are written with a percent sign: `34%`.",
        new(ExampleKind.FrontMatter, "impact: { customers: about 400 }\n"),
        new(ExampleKind.FrontMatter, "impact: { customers: 400 }\n"));

    public static readonly Rule UnsafeAddressRule = Error("unsafe-address", "An address of a kind that the archive does not link to",
        "Links lead to `https:`, `http:` and `mailto:` addresses, to files of the archive, or to its pages. Other schemes, such as `javascript:` and `data:`, run code or hide what they are.",
        new(ExampleKind.Body, "## Impact\n\nSee [the graph](javascript:alert(1)). 400 customers waited.\n"),
        new(ExampleKind.Body, "## Impact\n\nSee [the graph](https://graphs.example.com/4). 400 customers waited.\n"));

    public static readonly Rule MissingFrontMatterRule = Error("missing-front-matter", "The file does not begin with front matter",
        "A postmortem begins with a line `---`, its keys, and another line `---`. Without them nobody can tell what it is about. " +
        "Templates and notes that are no postmortems have a name that begins with `_`.",
        new(ExampleKind.Postmortem, "# Sign-in was slow\n\nIt was slow.\n"),
        new(ExampleKind.Words, "---\nid: INC-042\n…\n---\n\n## Summary\n"));

    public static readonly Rule UnclosedFrontMatterRule = Error("unclosed-front-matter", "The front matter has no end",
        "The keys end with a line that is exactly `---`. Without it the whole file would be read as keys.",
        new(ExampleKind.Postmortem, "---\nid: INC-042\ntitle: Sign-in was slow\n\n## Summary\n"),
        new(ExampleKind.Words, "---\nid: INC-042\ntitle: Sign-in was slow\n---\n\n## Summary\n"));

    public static readonly Rule InvalidUtf8Rule = Error("invalid-utf8", "The file is not UTF-8",
        "The archive reads UTF-8, with or without a byte order mark. Save the file as UTF-8; most editors offer it under *Save as* or *Encoding*.",
        new(ExampleKind.Words, "A file that was saved as Latin-1, with the single byte `E4` for `ä`."),
        new(ExampleKind.Words, "The same file saved as UTF-8."));

    public static readonly Rule ControlCharacterRule = new()
    {
        Code = "control-character",
        Family = Family,
        Level = FindingLevel.Warning,
        Title = "A character that nobody sees",
        Explanation = "Colours of a terminal, null bytes and separators that came along with a paste do not show on a page, and feeds and editors trip over them. " +
            "The page shows a `\uFFFD` for each. Remove them; the finding says where the first one of the file stands.",
        Bad = new(ExampleKind.FrontMatter, "title: \"Sign-in \\e[31mdown\\e[0m\"\n"),
        Good = new(ExampleKind.FrontMatter, "title: \"Sign-in down\"\n"),
    };

    public static readonly Rule FileTooLargeRule = Error("file-too-large", "The file is larger than a document can be",
        "Documents of more than 2 MiB are not read: nobody would, and a log that was pasted whole is better kept beside the postmortem and linked.",
        new(ExampleKind.Words, "A postmortem with 5 MB of logs."),
        new(ExampleKind.Words, "A postmortem with the ten lines that matter, and a link to the log."));

    public static readonly Rule TooDeepMarkdownRule = Error("markdown-too-deep", "The Markdown is nested too deeply",
        "Lists, quotations or emphasis stand more than a hundred levels deep in one another. No reader can follow that; usually a paste went wrong.",
        new(ExampleKind.Words, "Two hundred `>` signs at the start of a line."),
        new(ExampleKind.Words, "A quotation of one or two levels."));

    public static readonly Rule LargeTableRule = Error("table-too-large", "A table has more cells than are read",
        "Every row of a table is as wide as its widest, so that a few long lines make millions of cells. Half a million are read; a table of numbers is better kept as a file and linked to.",
        new(ExampleKind.Words, "A pasted line of two thousand columns above a thousand rows."),
        new(ExampleKind.Words, "The ten columns that matter."));

    public static readonly Rule SymbolicLinkRule = new()
    {
        Code = "symbolic-link",
        Family = Family,
        Level = FindingLevel.Warning,
        Title = "A symbolic link in the input is not followed",
        Explanation = "A link can lead out of the archive or in a circle. The file or folder that it points to is not read; put it where it belongs.",
        Bad = new(ExampleKind.Words, "`postmortems/old`, a link to another folder."),
        Good = new(ExampleKind.Words, "The folder itself."),
    };

    public static ImmutableArray<Rule> All { get; } =
    [
        BrokenYamlRule, YamlAnchorRule, YamlTagRule, YamlTooDeepRule, SecondYamlDocumentRule, DuplicateKeyRule, UnknownKeyRule, WrongTypeRule,
        UnknownWordRule, NotADateRule, NotATimeRule, TimeWithoutOffsetRule, NotANumberRule, UnsafeAddressRule, MissingFrontMatterRule,
        UnclosedFrontMatterRule, InvalidUtf8Rule, ControlCharacterRule, FileTooLargeRule, TooDeepMarkdownRule, LargeTableRule, SymbolicLinkRule,
    ];

    public static Diagnostic BrokenYaml(SourceLocation place, string why) =>
        Of(BrokenYamlRule, place, $"The YAML cannot be read: {Excerpt.Of(Sentence(why))}", "Is a text with ': ' or a leading @ without quotes, or a tab used for indentation?");

    public static Diagnostic YamlAnchor(SourceLocation place, string written) =>
        Of(YamlAnchorRule, place, $"'{Excerpt.Of(written)}' is a YAML anchor or alias.", "Write the value out, or put quotes around the text.");

    public static Diagnostic YamlTag(SourceLocation place, string tag) =>
        Of(YamlTagRule, place, $"'{Excerpt.Of(tag)}' is a YAML tag.", "Remove it, or put quotes around the text.");

    public static Diagnostic YamlTooDeep(SourceLocation place, int deepest) =>
        Of(YamlTooDeepRule, place, $"The YAML is nested more than {deepest} levels deep.", "Check brackets and indentation.");

    public static Diagnostic SecondYamlDocument(SourceLocation place) =>
        Of(SecondYamlDocumentRule, place, "A second YAML document begins here and would not be read.", "Remove the line '---'.");

    public static Diagnostic DuplicateKey(SourceLocation place, string key) =>
        Of(DuplicateKeyRule, place, $"'{Excerpt.Of(key)}' stands here a second time.", "Keep one of the two.");

    public static Diagnostic UnknownKey(SourceLocation place, string key, string what, string? meant) =>
        Of(UnknownKeyRule, place, $"'{Excerpt.Of(key)}' is not a key of {what}.",
            meant is null ? "'archive schema' lists the keys." : $"Did you mean '{meant}'?");

    public static Diagnostic WrongType(SourceLocation place, string expected, YamlNode found) =>
        Of(WrongTypeRule, place, $"Here stands {found.Describe()} where {expected} is expected.");

    public static Diagnostic UnknownWord(SourceLocation place, string word, IReadOnlyList<string> words) =>
        Of(UnknownWordRule, place, $"'{Excerpt.Of(word)}' is not one of the words that stand here.",
            DidYouMean.Of(word, words) is { } meant ? $"Did you mean '{meant}'? It takes {Excerpt.OneOf(words)}." : $"Write {Excerpt.OneOf(words)}.");

    public static Diagnostic NotADate(SourceLocation place, string text) =>
        Of(NotADateRule, place, $"'{Excerpt.Of(text)}' is not a day.", "Write year, month and day: 2026-04-25.");

    public static Diagnostic NotATime(SourceLocation place, string text) =>
        Of(NotATimeRule, place, $"'{Excerpt.Of(text)}' is not a moment.", "Write 2026-04-25T14:02:00Z, or an offset such as +02:00 for the Z.");

    public static Diagnostic TimeWithoutOffset(SourceLocation place, string text) =>
        Of(TimeWithoutOffsetRule, place, $"'{Excerpt.Of(text)}' does not say its offset from UTC.",
            text.Contains(':', StringComparison.Ordinal) ? $"Write {Excerpt.Of(text)}Z if it is UTC, or add its offset: {Excerpt.Of(text)}+02:00." : "Write the time and its offset: 2026-04-25T14:02:00Z.");

    public static Diagnostic NotANumber(SourceLocation place, string text, string example) =>
        Of(NotANumberRule, place, $"'{Excerpt.Of(text)}' cannot be read here.", $"Write {example}.");

    public static Diagnostic UnsafeAddress(SourceLocation place, string address) =>
        Of(UnsafeAddressRule, place, $"'{Excerpt.Of(address)}' is not an address that can be linked to.", "Write an http, https or mailto address, or a path inside the archive.");

    public static Diagnostic MissingFrontMatter(string path, bool isEmpty) =>
        Of(MissingFrontMatterRule, new(path, 1, 1), isEmpty ? "The file is empty, or no file that can be read, such as a pipe." : "The file does not begin with a line '---'.", "Begin it with front matter; 'archive new' writes it for you. A name that begins with '_' marks a template.");

    public static Diagnostic UnclosedFrontMatter(string path) =>
        Of(UnclosedFrontMatterRule, new(path, 1, 1, 3), "No line '---' ends the front matter that begins here.", "Add one after the last key.");

    public static Diagnostic InvalidUtf8(SourceLocation place) =>
        Of(InvalidUtf8Rule, place, "The bytes here are not UTF-8.", "Save the file as UTF-8.");

    public static Diagnostic ControlCharacter(SourceLocation place, char found) =>
        Of(ControlCharacterRule, place, $"The character U+{(int)found:X4} cannot be seen.", "Remove it.");

    public static Diagnostic FileTooLarge(string path, long bytes, int largest) =>
        Of(FileTooLargeRule, new(path), $"The file has {bytes:#,0} bytes; at most {largest:#,0} are read.", "Keep what matters, and link to the rest.");

    public static Diagnostic TooDeepMarkdown(string path, int line) =>
        Of(TooDeepMarkdownRule, new(path, line), "The Markdown here is nested too deeply to be read.", "Flatten its lists, quotations or emphasis, or close its brackets.");

    public static Diagnostic LargeTable(string path, int line) =>
        Of(LargeTableRule, new(path, line), $"The table that begins here has more than {LargeTables.MostCells:#,0} cells.", "Keep the columns and rows that matter, and link to the rest.");

    public static Diagnostic SymbolicLink(string path) =>
        Of(SymbolicLinkRule, new(path), "A symbolic link is not followed.", "Put the file or folder itself here.");

    private static Diagnostic Of(Rule rule, SourceLocation place, string message, string? hint = null) => new(rule, rule.Level, place, message, hint);

    private static Rule Error(string code, string title, string explanation, RuleExample bad, RuleExample good) =>
        Rule.Define(Family, FindingLevel.Error, code, title, explanation, bad, good);

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
}
