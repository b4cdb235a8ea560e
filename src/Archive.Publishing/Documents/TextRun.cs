namespace Archive.Publishing.Documents;

/// <summary>What a run of text is on the page.</summary>
public enum TextRunKind
{
    Heading,

    /// <summary>A paragraph, an item of a list or a row of a table.</summary>
    Prose,

    /// <summary>A block of code, with its line breaks.</summary>
    Code,
}

/// <summary>Words of rendered Markdown as a reader sees them: without marks, links or entities.</summary>
/// <param name="Text">Until its <see cref="TextRunReader"/> is cleared.</param>
/// <param name="Anchor">The id of the nearest heading above; a heading has its own.</param>
public readonly record struct TextRun(TextRunKind Kind, ReadOnlyMemory<char> Text, string? Anchor);
