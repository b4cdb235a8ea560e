namespace Archive.Publishing.Diagnostics;

/// <summary>One finding: what rule, where, what was found, and what to write instead.</summary>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Level">The rule's level, or what status and policy made of it.</param>
/// <param name="Location">The place of the value, or of the thing that lacks it.</param>
/// <param name="Message">What was found: a sentence.</param>
/// <param name="Hint">What to write instead: a sentence, or null where the message says it all.</param>
public sealed record Diagnostic(Rule Rule, FindingLevel Level, SourceLocation Location, string Message, string? Hint = null)
{
    public string Code => Rule.Code;

    /// <summary><c>2025/a.md:3:11: error unknown-severity: 'sev9' is not a severity. Write sev0, sev1 or sev2.</c></summary>
    public override string ToString() =>
        $"{Location}: {LevelName(Level)} {Code}: {Message}{(Hint is null ? "" : " " + Hint)}";

    public static string LevelName(FindingLevel level) => level switch
    {
        FindingLevel.Advice => "advice",
        FindingLevel.Warning => "warning",
        FindingLevel.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };
}
