using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Files;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace Archive.Publishing.Documents;

/// <summary>What a caller wants of the Markdown it has read.</summary>
public sealed record MarkdownOptions
{
    /// <summary>Ids that become links where they stand in prose; null for none. Matched without regard to what surrounds them.</summary>
    public Regex? Mentions { get; init; }

    /// <summary>Makes strings of headings, cells and paths.</summary>
    public RecentWords Words { get; init; } = new();

    /// <summary>Anchors that the pages have for themselves; a heading of that name gets a number.</summary>
    public ImmutableArray<string> ReservedAnchors { get; init; } = ["main"];

    /// <summary>Whether the words are wanted apart from the HTML, for rules about how something is said.</summary>
    public bool ReadsProse { get; init; }

    /// <summary>Whether a table directly in a section is read as data instead of being rendered: by the section's heading and the table's headers.</summary>
    public Func<string, ImmutableArray<string>, bool> ReadsTable { get; init; } = static (_, _) => false;
}

/// <summary>Reads Markdown into sections of safe HTML. The one place where Markdown is understood.</summary>
/// <remarks>
/// CommonMark with pipe tables, task lists, strike-through and bare addresses. Raw HTML is shown as text, but for comments, which are left out. Has state because it keeps
/// renderers for use again: making one costs more than rendering a document. Safe for use by several threads.
/// </remarks>
public sealed class MarkdownReader(MarkdownOptions options)
{
    private static readonly MarkdownPipelineBuilder Builder = BuilderOf();

    private static readonly MarkdownPipeline Pipeline = Builder.Build();

    private static readonly MarkdownTrees Trees = new(new(Builder.BlockParsers), new(Builder.InlineParsers)); // which have all extensions' once the pipeline is built

    private static readonly SearchValues<char> NestingMarks = SearchValues.Create("[*_~>");

    private readonly ConcurrentBag<(SectionRenderer Renderer, ProseReader Prose)> _tools = [];

    /// <param name="markdown">The text.</param>
    /// <param name="path">The file it stands in; relative links start there.</param>
    /// <param name="lineOffset">Lines of that file before the text.</param>
    /// <param name="problems">Takes refused links, and a text that is nested too deeply to read.</param>
    public SectionedText Read(string markdown, string path, int lineOffset, DiagnosticBag problems) =>
        Read(SourceFile.WithPlainLines(markdown).Replace('\0', ControlCharacters.Shown), path, (Start: 0, Lines: lineOffset), lineOffset, problems);

    /// <summary>Reads the body of a file with front matter, where it stands.</summary>
    /// <inheritdoc cref="Read(string, string, int, DiagnosticBag)"/>
    public SectionedText Read(FrontMatter file, DiagnosticBag problems) =>
        Read(file.File.Text, file.File.Path, (file.BodyStart, file.BodyLineOffset), lineOffset: 0, problems);

    /// <param name="body">Where the Markdown begins in the text, and how many lines of the file stand before that.</param>
    /// <param name="lineOffset">Lines of the file before the whole text.</param>
    private SectionedText Read(string text, string path, (int Start, int Lines) body, int lineOffset, DiagnosticBag problems)
    {
        var markdown = text.AsSpan(body.Start);
        if (LargeTables.LineOf(markdown) is { } line)
        {
            problems.Add(DocumentProblems.LargeTable(path, body.Lines + line));
            return SectionedText.Refused;
        }
        try
        {
            var document = Trees.Of(text, body.Start, body.Lines - lineOffset);
            if (!_tools.TryTake(out var tools)) tools = (new(Pipeline, options, options.Words), new(options.Words));
            var places = new TextPlaces(text, path, lineOffset);
            tools.Renderer.Begin(text, body.Start, path, lineOffset, places, problems);
            var sections = SectionsOf(document, tools.Renderer);
            if (options.ReadsProse) sections = WithProse(sections, document, tools, places);
            _tools.Add(tools); // those that were stopped half-way are not used again
            return sections;
        }
        catch (ArgumentException tooDeep) when (tooDeep.Message.Contains("depth limit", StringComparison.Ordinal)) // Markdig's own bound, in parsing and in rendering
        {
            problems.Add(DocumentProblems.TooDeepMarkdown(path, body.Lines + DeepestLine(markdown)));
            return SectionedText.Refused;
        }
    }

    internal static MarkdownPipelineBuilder BuilderOf()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .DisableHtml()
            .Use<MarkdownComments>()
            .UsePipeTables()
            .UseTaskLists()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);
        builder.BlockParsers.ReplaceOrAdd<ParagraphBlockParser>(new PlainTables());
        builder.InlineParsers.ReplaceOrAdd<LinkInlineParser>(new BoundedLinks());
        builder.InlineParsers.InsertBefore<EmphasisInlineParser>(new OtherTables(builder.InlineParsers.FindExact<LineBreakInlineParser>()!)); // every builder begins with one
        builder.InlineParsers.Insert(0, new BoundedAddresses());
        builder.InlineParsers.Add(new PlainWords());
        return builder;
    }

    private static SectionedText WithProse(SectionedText text, MarkdownDocument document, (SectionRenderer Renderer, ProseReader Prose) tools, TextPlaces places) => text with
    {
        Prose = tools.Prose.Read(document, SkipTitle(document), tools.Renderer.SectionLevel, places),
        Comments = [.. MarkdownComments.Of(document).Select(c => new Located<string>(c.Text, places.Of(c.Source)))],
    };

    /// <summary>The first line, counted from 1, of the paragraph with most marks that nest: where a reader would look first.</summary>
    private static int DeepestLine(ReadOnlySpan<char> markdown)
    {
        var (line, start, marks, deepest, most) = (0, 1, 0, 1, 0);
        foreach (var part in markdown.Split('\n'))
        {
            var text = markdown[part];
            line++;
            if (text.IsWhiteSpace()) (start, marks) = (line + 1, 0);
            else marks += text.Length - text.TrimStart().Length + text.CountAny(NestingMarks);
            if (marks > most) (deepest, most) = (start, marks);
        }
        return deepest;
    }

    private static SectionedText SectionsOf(MarkdownDocument document, SectionRenderer renderer)
    {
        var start = SkipTitle(document);
        var level = SectionLevel(document, start);
        renderer.SectionLevel = level;
        var sections = ImmutableArray.CreateBuilder<TextSection>();
        var at = start;
        while (at < document.Count && !IsSection(document[at], level)) at++;
        var preamble = renderer.Render(document, start, at);
        while (at < document.Count)
        {
            var heading = (HeadingBlock)document[at];
            var end = at + 1;
            while (end < document.Count && !IsSection(document[end], level)) end++;
            sections.Add(renderer.Section(heading, document, at + 1, end));
            at = end;
        }
        return new() { Preamble = preamble, Sections = sections.DrainToImmutable(), Links = renderer.TakeLinks() };
    }

    /// <summary>A single heading of the first level at the very start is the title, which the front matter has already.</summary>
    private static int SkipTitle(MarkdownDocument document)
    {
        if (document.Count == 0 || document[0] is not HeadingBlock { Level: 1 }) return 0;
        return document.Skip(1).Any(b => b is HeadingBlock { Level: 1 }) ? 0 : 1;
    }

    /// <summary>Sections are the highest headings that the text has.</summary>
    private static int SectionLevel(MarkdownDocument document, int start)
    {
        var level = 6;
        for (var i = start; i < document.Count; i++)
        {
            if (document[i] is HeadingBlock heading && heading.Level < level) level = heading.Level;
        }
        return level;
    }

    private static bool IsSection(Block block, int level) => block is HeadingBlock heading && heading.Level == level;
}
