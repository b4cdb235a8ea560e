using System.Collections.Immutable;
using System.Text;
using Archive.Publishing.Files;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Archive.Publishing.Documents;

/// <summary>Reads the words of a document out of its syntax tree, for rules about how something is said. Code is left out.</summary>
/// <remarks>Has state: where in the document it is.</remarks>
internal sealed class ProseReader(TextPlaces lines, int sectionLevel, string source)
{
    private readonly ImmutableArray<ProseBlock>.Builder _blocks = ImmutableArray.CreateBuilder<ProseBlock>();
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<(int, int)>.Builder _runs = ImmutableArray.CreateBuilder<(int, int)>();
    private readonly ImmutableArray<string>.Builder _hidden = ImmutableArray.CreateBuilder<string>();
    private string _section = "";
    private int _lists;
    private bool _hasLink;

    /// <param name="start">The first block that counts: the title is no prose.</param>
    public static ImmutableArray<ProseBlock> Read(MarkdownDocument document, int start, int sectionLevel, TextPlaces lines, string source)
    {
        var reader = new ProseReader(lines, sectionLevel, source);
        for (var i = start; i < document.Count; i++) reader.Add(document[i], new(false, 0, false, ProseKind.Paragraph));
        return reader._blocks.DrainToImmutable();
    }

    private void Add(Block block, Surroundings at)
    {
        switch (block)
        {
            case HeadingBlock heading:
                if (heading.Level == sectionLevel && heading.Parent is MarkdownDocument) _section = PlainText.Of(heading.Inline);
                AddWords(heading, at with { Kind = ProseKind.Heading });
                break;
            case ParagraphBlock paragraph: AddWords(paragraph, at); break;
            case ListBlock list:
                if (at.Depth == 0) _lists++;
                AddAll(list, at with { Depth = at.Depth + 1, IsNumbered = list.IsOrdered, Kind = ProseKind.ListItem });
                break;
            case QuoteBlock quote: AddAll(quote, at with { IsQuoted = true }); break;
            case Table or TextTable:
                if (TextTable.Of(block, source) is { } table) AddCells(table, at with { Kind = ProseKind.TableCell });
                break;
            case ContainerBlock container: AddAll(container, at); break;
        }
    }

    private void AddAll(ContainerBlock container, Surroundings at)
    {
        foreach (var block in container) Add(block, at);
    }

    private void AddCells(TextTable table, Surroundings at)
    {
        for (var row = 0; row < table.Rows; row++)
        {
            for (var column = 0; column < table.Width; column++)
            {
                var cell = table.Cell(row, column);
                if (cell.Words is { } words) AddWords(words, at);
                else if (cell.Length > 0) AddWords(table.TextOf(row, column), cell.Start, at);
            }
        }
    }

    private void AddWords(LeafBlock block, Surroundings at)
    {
        Clear();
        if (block.Inline is { } inline) Append(inline);
        if (_text.Length > 0) AddBlock(_text.ToString(), at);
    }

    private void AddWords(string words, int start, Surroundings at)
    {
        Clear();
        _runs.Add((0, start));
        AddBlock(words, at);
    }

    private void Clear()
    {
        _text.Clear();
        _runs.Clear();
        _hidden.Clear();
        _hasLink = false;
    }

    private void AddBlock(string words, Surroundings at)
    {
        _blocks.Add(new()
        {
            Section = _section,
            Kind = at.Kind,
            IsQuoted = at.IsQuoted,
            Depth = at.Depth,
            List = at.Depth > 0 ? _lists : 0,
            IsNumbered = at.IsNumbered,
            Text = words,
            HasLink = _hasLink,
            Hidden = _hidden.ToImmutable(),
            Runs = _runs.ToImmutable(),
            Lines = lines,
        });
    }

    private void Append(ContainerInline container)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal: Append(literal, literal.Content.AsSpan()); break;
                case HtmlEntityInline entity: Append(entity, entity.Transcoded.AsSpan()); break;
                case LineBreakInline lineBreak: Append(lineBreak, " "); break;
                case LinkInline { IsImage: true } or LinkInline { IsAutoLink: true } or AutolinkInline or CodeInline: Hide(inline); break;
                case LinkInline link:
                    _hasLink = true;
                    Append((ContainerInline)link);
                    break;
                case ContainerInline inner: Append(inner); break;
            }
        }
    }

    private void Hide(Inline inline)
    {
        Append(inline, [ProseBlock.Opaque]);
        _hasLink |= inline is AutolinkInline or LinkInline { IsImage: false };
        _hidden.Add(inline switch { CodeInline code => code.Content, AutolinkInline link => link.Url, LinkInline link => PlainText.Of(link), _ => "" });
    }

    private void Append(Inline at, ReadOnlySpan<char> words)
    {
        _runs.Add((_text.Length, StartOf(at, words)));
        _text.Append(words);
    }

    /// <summary>Where words begin in the source: Markdig takes the space from before those of a table's cell, and leaves their place where that was.</summary>
    private int StartOf(Inline at, ReadOnlySpan<char> words)
    {
        var start = at.Span.Start;
        if (at is not LiteralInline || words.IsEmpty || words[0] == ' ') return start;
        while (start < source.Length && source[start] == ' ') start++;
        return start;
    }

    private readonly record struct Surroundings(bool IsQuoted, int Depth, bool IsNumbered, ProseKind Kind);
}
