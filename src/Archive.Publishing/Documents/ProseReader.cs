using System.Buffers;
using System.Collections.Immutable;
using Archive.Publishing.Files;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Archive.Publishing.Documents;

/// <summary>Reads the words of a document out of its syntax tree, for rules about how something is said. Code is left out.</summary>
/// <remarks>Has state: where in the document it is, and buffers that are used again.</remarks>
internal sealed class ProseReader(RecentWords words)
{
    private readonly List<ProseBlock> _blocks = [];
    private readonly ArrayBufferWriter<char> _text = new(1024);
    private readonly List<(int, int)> _runs = [];
    private readonly List<string> _hidden = [];
    private TextPlaces _lines = new("", "");
    private int _sectionLevel;
    private string _section = "";
    private int _lists;
    private bool _hasLink;

    private string Source => _lines.Text;

    /// <param name="start">The first block that counts: the title is no prose.</param>
    public ImmutableArray<ProseBlock> Read(MarkdownDocument document, int start, int sectionLevel, TextPlaces lines)
    {
        (_lines, _sectionLevel, _section, _lists) = (lines, sectionLevel, "", 0);
        _blocks.Clear();
        for (var i = start; i < document.Count; i++) Add(document[i], new(false, 0, false, ProseKind.Paragraph));
        return [.. _blocks];
    }

    private void Add(Block block, Surroundings at)
    {
        switch (block)
        {
            case HeadingBlock heading:
                if (heading.Level == _sectionLevel && heading.Parent is MarkdownDocument) _section = PlainText.Of(heading.Inline, words);
                AddWords(heading, at with { Kind = ProseKind.Heading });
                break;
            case ParagraphBlock paragraph: AddWords(paragraph, at); break;
            case ListBlock list:
                if (at.Depth == 0) _lists++;
                AddAll(list, at with { Depth = at.Depth + 1, IsNumbered = list.IsOrdered, Kind = ProseKind.ListItem });
                break;
            case QuoteBlock quote: AddAll(quote, at with { IsQuoted = true }); break;
            case Table or TextTable:
                if (TextTable.Of(block, Source) is { } table) AddCells(table, at with { Kind = ProseKind.TableCell });
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
                else if (cell.Length > 0) AddWords(cell.Start, cell.Length, at);
            }
        }
    }

    private void AddWords(LeafBlock block, Surroundings at)
    {
        if (block.Inline is not { FirstChild: { } first } inline) return;
        if (first is LiteralInline { NextSibling: null, Content: var text } && ReferenceEquals(text.Text, Source) && text.Start == first.Span.Start)
        {
            AddWords(text.Start, text.Length, at);
            return;
        }
        _text.ResetWrittenCount();
        _runs.Clear();
        _hidden.Clear();
        _hasLink = false;
        Append(inline);
        if (_text.WrittenCount > 0) AddBlock(at, _text.WrittenSpan.ToString(), 0, 0);
    }

    /// <summary>Adds words that stand in the source as they are.</summary>
    private void AddWords(int start, int length, Surroundings at)
    {
        _runs.Clear();
        _hidden.Clear();
        _hasLink = false;
        if (length > 0) AddBlock(at, null, start, length);
    }

    private void AddBlock(Surroundings at, string? written, int start, int length) => _blocks.Add(new()
    {
        Section = _section,
        Kind = at.Kind,
        IsQuoted = at.IsQuoted,
        Depth = at.Depth,
        List = at.Depth > 0 ? _lists : 0,
        IsNumbered = at.IsNumbered,
        Written = written,
        Start = start,
        Length = length,
        HasLink = _hasLink,
        Hidden = _hidden.Count == 0 ? [] : [.. _hidden],
        Runs = _runs.Count == 0 ? [] : [.. _runs],
        Lines = _lines,
    });

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
        _runs.Add((_text.WrittenCount, StartOf(at, words)));
        _text.Write(words);
    }

    /// <summary>Where words begin in the source: Markdig takes the space from before those of a table's cell, and leaves their place where that was.</summary>
    private int StartOf(Inline at, ReadOnlySpan<char> words)
    {
        var start = at.Span.Start;
        if (at is not LiteralInline || words.IsEmpty || words[0] == ' ') return start;
        while (start < Source.Length && Source[start] == ' ') start++;
        return start;
    }

    private readonly record struct Surroundings(bool IsQuoted, int Depth, bool IsNumbered, ProseKind Kind);
}
