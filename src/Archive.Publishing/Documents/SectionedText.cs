using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;
using Markdig.Syntax;

namespace Archive.Publishing.Documents;

/// <summary>A Markdown text, rendered section by section.</summary>
public sealed record SectionedText
{
    public static SectionedText Empty { get; } = new() { Preamble = HtmlText.Empty, Sections = [], Links = [] };

    /// <summary>In place of a text that cannot be read; a finding says why.</summary>
    public static SectionedText Refused { get; } = Empty with { IsRefused = true };

    /// <summary>Whether there is a text, and nobody knows what it says.</summary>
    public bool IsRefused { get; init; }

    /// <summary>What stands before the first section.</summary>
    public required HtmlText Preamble { get; init; }

    public required ImmutableArray<TextSection> Sections { get; init; }

    /// <summary>Links and pictures whose target lies in the archive, in order.</summary>
    public required ImmutableArray<DocumentLink> Links { get; init; }

    /// <summary>Its words in order, with the headings; empty unless the caller wants them.</summary>
    public ImmutableArray<ProseBlock> Prose { get; init; } = [];

    /// <summary>Its HTML comments without their marks; empty unless the caller wants the words.</summary>
    public ImmutableArray<Located<string>> Comments { get; init; } = [];
}

/// <summary>A heading and what follows until the next one of the same level.</summary>
public sealed record TextSection
{
    /// <summary>Plain text.</summary>
    public required string Heading { get; init; }

    /// <summary>Unique in the document.</summary>
    public required string Anchor { get; init; }

    /// <summary>The place of the heading.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The headings inside, in order, with levels as a page shows them: 3 to 6.</summary>
    public required ImmutableArray<TextHeading> Subheadings { get; init; }

    /// <summary>What follows the heading, without the tables in <see cref="Tables"/>.</summary>
    public required HtmlText Html { get; init; }

    /// <summary>Tables that are read as data, by the choice of <see cref="MarkdownReader"/>'s caller.</summary>
    public required ImmutableArray<DocumentTable> Tables { get; init; }

    /// <summary>Plain text of the first paragraph; empty where there is none.</summary>
    public string FirstParagraph => field ??= PlainText.Of(Opening?.Inline);

    /// <summary>The first paragraph; null where there is none.</summary>
    internal ParagraphBlock? Opening { get; init; }

    /// <summary>Items of the lists that stand directly in the section.</summary>
    public required int ListItems { get; init; }

    /// <summary>Whether nothing but empty space follows the heading.</summary>
    public required bool IsEmpty { get; init; }

    /// <summary>Words such as <c>TODO</c> in its prose, never in code.</summary>
    public required ImmutableArray<Located<string>> Placeholders { get; init; }
}

/// <summary>A heading inside a section.</summary>
/// <param name="Level">As a page shows it: 3 to 6.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Anchor">Unique in the document.</param>
public sealed record TextHeading(int Level, string Text, string Anchor);

/// <summary>A table read as data.</summary>
public sealed record DocumentTable(ImmutableArray<string> Headers, ImmutableArray<DocumentRow> Rows, SourceLocation Location);

/// <summary>A row; it may have fewer cells than the table has headers.</summary>
public sealed record DocumentRow(ImmutableArray<DocumentCell> Cells, SourceLocation Location);

/// <param name="Text">Plain text.</param>
/// <param name="Location">Of its first word.</param>
public sealed record DocumentCell(string Text, SourceLocation Location)
{
    /// <summary>What a page shows; where nothing else was said, the text as it is.</summary>
    public HtmlText Html
    {
        get => field ??= HtmlText.OfWords(Text);
        init;
    }
}
