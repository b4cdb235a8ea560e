namespace Archive.Publishing.Diagnostics;

/// <summary>How much a finding weighs. Ordered: advice, warning, error.</summary>
public enum FindingLevel
{
    /// <summary>A reviewer would mention it.</summary>
    Advice,

    /// <summary>Worth mending before the next reader comes.</summary>
    Warning,

    /// <summary>The file cannot be published as it is.</summary>
    Error,
}

/// <summary>Where an example stands, so that a test can put it there.</summary>
public enum ExampleKind
{
    /// <summary>Keys of a postmortem's front matter; they replace the same keys of a sound postmortem.</summary>
    FrontMatter,

    /// <summary>Sections of a postmortem's body; each replaces the section with the same heading.</summary>
    Body,

    /// <summary>A whole postmortem file.</summary>
    Postmortem,

    /// <summary>A whole public note.</summary>
    PublicNote,

    /// <summary>Keys of <c>archive.yml</c>.</summary>
    Settings,

    /// <summary>The whole of <c>services.yml</c>.</summary>
    Services,

    /// <summary>The whole of <c>failure-classes.yml</c>.</summary>
    FailureClasses,

    /// <summary>Something that no text of one file shows; the manual describes it in words.</summary>
    Words,
}

/// <summary>A text that shows a rule broken or kept.</summary>
public sealed record RuleExample
{
    private readonly Func<string>? _make;

    public RuleExample(ExampleKind kind, string text) => (Kind, Text) = (kind, text);

    /// <param name="make">Makes the text when somebody reads it: of some it takes longer than to judge a file.</param>
    public RuleExample(ExampleKind kind, Func<string> make) => (Kind, _make) = (kind, make);

    public ExampleKind Kind { get; }

    public string Text => field ??= _make!(); // there is the one or the other
}

/// <summary>One thing that can be found: its stable code and its page of the manual.</summary>
/// <remarks>A rule's code is a promise to those who configure and suppress it; it is never reused for something else.</remarks>
public sealed record Rule
{
    /// <summary>Stable, kebab-case, unique over all rules.</summary>
    public required string Code { get; init; }

    /// <summary>The family it is listed under: <c>structure</c>, <c>completeness</c>, …</summary>
    public required string Family { get; init; }

    /// <summary>The level where neither the postmortem's status nor the site's policy says otherwise.</summary>
    public required FindingLevel Level { get; init; }

    /// <summary>One line without a full stop.</summary>
    public required string Title { get; init; }

    /// <summary>Why it matters and how it is mended: one to three short paragraphs of Markdown.</summary>
    public required string Explanation { get; init; }

    public required RuleExample Bad { get; init; }

    public required RuleExample Good { get; init; }

    /// <summary>A rule in a line, for the lists in which whole families stand.</summary>
    public static Rule Define(string family, FindingLevel level, string code, string title, string explanation, RuleExample bad, RuleExample good) => new()
    {
        Code = code,
        Family = family,
        Level = level,
        Title = title,
        Explanation = explanation,
        Bad = bad,
        Good = good,
    };
}
