using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Files;
using Archive.Publishing.Sites;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Archive.Publishing.Documents;

/// <summary>Renders runs of blocks of one document at a time, and notes what it meets on the way: links, headings, placeholders.</summary>
/// <remarks>Has state: a buffer that is used again, and the notes of the document it is at.</remarks>
internal sealed class SectionRenderer
{
    private readonly HtmlRenderer _html;
    private readonly MarkdownRenderers.Prose _prose;
    private readonly MarkdownOptions _options;
    private readonly RecentWords _words;
    private readonly List<(int Start, int End, HoleKind Kind, string Target)> _holes = [];
    private readonly List<Located<string>> _placeholders = [];
    private readonly List<TextHeading> _headings = [];
    private readonly Dictionary<string, int> _anchors = new(StringComparer.Ordinal); // with the last number that was put behind each
    private readonly ImmutableArray<DocumentLink>.Builder _links = ImmutableArray.CreateBuilder<DocumentLink>();
    private DiagnosticBag _problems = new();
    private string _markdown = "";
    private string _path = "";
    private int _lineOffset;
    private TextPlaces _places = new("", "");

    public SectionRenderer(MarkdownPipeline pipeline, MarkdownOptions options, RecentWords words)
    {
        _options = options;
        _words = words;
        _html = new(new TextBuffer());
        pipeline.Setup(_html);
        Places = new(options.Mentions);
        _prose = MarkdownRenderers.Install(_html, this, options.Mentions);
    }

    /// <summary>The level of the document's sections; the headings inside are shown one level and more below the second.</summary>
    public int SectionLevel { get; set; }

    /// <summary>Whether what is being rendered stands inside a link, where no other link may stand.</summary>
    public bool IsInLink { get; set; }

    /// <summary>Where something stands that is noted when it is written.</summary>
    public NotedPlaces Places { get; }

    /// <summary>What the renderer writes into.</summary>
    private TextBuffer Buffer => (TextBuffer)_html.Writer;

    /// <summary>Characters written so far in this run.</summary>
    public int Offset => Buffer.Length;

    /// <param name="start">Where the Markdown begins in its source.</param>
    public void Begin(string markdown, int start, string path, int lineOffset, TextPlaces places, DiagnosticBag problems)
    {
        Places.Begin(markdown, start);
        (_markdown, _path, _lineOffset, _places, _problems) = (markdown, path, lineOffset, places, problems);
        _anchors.Clear();
        foreach (var anchor in _options.ReservedAnchors) _anchors[anchor] = 1;
        _links.Clear();
        _placeholders.Clear();
        _headings.Clear();
    }

    public ImmutableArray<DocumentLink> TakeLinks() => _links.ToImmutable();

    public TextSection Section(HeadingBlock heading, MarkdownDocument document, int start, int end)
    {
        _headings.Clear();
        _placeholders.Clear();
        var title = PlainText.Of(heading.Inline, _words);
        var anchor = UniqueAnchor(title);
        var tables = DataTables(title, document, start, end, out var dataBlocks);
        var html = Render(document, start, end, dataBlocks);
        return new()
        {
            Heading = title,
            Anchor = anchor,
            Location = PlaceOf(heading),
            Subheadings = [.. _headings],
            Html = html,
            Tables = tables,
            Opening = FirstParagraphOf(document, start, end),
            ListItems = CountListItems(document, start, end),
            IsEmpty = html.IsEmpty && tables.IsEmpty,
            Placeholders = [.. _placeholders],
        };
    }

    /// <summary>Renders the blocks from <paramref name="start"/> (included) to <paramref name="end"/> (excluded).</summary>
    public HtmlText Render(MarkdownDocument document, int start, int end, HashSet<Block>? leaveOut = null)
    {
        Reset();
        for (var i = start; i < end; i++)
        {
            if (leaveOut?.Contains(document[i]) != true && document[i] is not LinkReferenceDefinitionGroup) _html.Render(document[i]);
        }
        return TakeHtml();
    }

    /// <summary>Notes a hole whose label has just been written.</summary>
    public void AddHole(int start, HoleKind kind, string target) => _holes.Add((start, Offset, kind, target));

    public void AddLink(HoleKind kind, string target, string written, MarkdownObject at) => _links.Add(new(kind, target, written, PlaceOf(at)));

    /// <param name="source">The word stands at that index or a little after: escapes and trimmed space are not counted in it.</param>
    public void AddPlaceholder(string word, int source) =>
        _placeholders.Add(new(word, _places.Of(_markdown.IndexOf(word, source, StringComparison.Ordinal), word.Length)));

    public TextTable? TableOf(Block block) => TextTable.Of(block, _markdown);

    public TextHeading AddHeading(HeadingBlock heading)
    {
        var text = PlainText.Of(heading.Inline, _words);
        var added = new TextHeading(Math.Clamp(heading.Level - SectionLevel + 2, 3, 6), text, UniqueAnchor(text));
        _headings.Add(added);
        return added;
    }

    public void Refuse(string address, MarkdownObject at) => _problems.Add(DocumentProblems.UnsafeAddress(PlaceOf(at), address));

    /// <summary>A relative link as a path below the input folder, with its anchor; null where it leads out of it.</summary>
    public string? ResolveInput(string target) => InputPath.Resolve(_path, target, _words);

    /// <remarks>The parser takes the line below a heading that is underlined for its own, so that heading is asked for its index.</remarks>
    private SourceLocation PlaceOf(MarkdownObject at) =>
        at is HeadingBlock { IsSetext: true } ? _places.Of(at.Span.Start) : new(_path, _lineOffset + at.Line + 1, at.Column + 1, 0);

    private string UniqueAnchor(string text)
    {
        var anchor = _words.Of(Slug.Of(text));
        if (_anchors.TryAdd(anchor, 1)) return anchor;
        var number = _anchors[anchor] + 1;
        while (!_anchors.TryAdd($"{anchor}-{number}", 1)) number++;
        _anchors[anchor] = number;
        return $"{anchor}-{number}";
    }

    private ImmutableArray<DocumentTable> DataTables(string heading, MarkdownDocument document, int start, int end, out HashSet<Block>? blocks)
    {
        blocks = null;
        ImmutableArray<DocumentTable> tables = [];
        for (var i = start; i < end; i++)
        {
            if (TableOf(document[i]) is not { } table) continue;
            var headers = HeadersOf(table);
            if (!_options.ReadsTable(heading, headers)) continue;
            tables = tables.Add(new(headers, RowsOf(table), PlaceOf(table)));
            (blocks ??= []).Add(document[i]);
        }
        return tables;
    }

    private ImmutableArray<string> HeadersOf(TextTable table)
    {
        var headers = new string[table.Width];
        for (var column = 0; column < headers.Length; column++) headers[column] = table.TextOf(table.Cell(0, column), _words);
        return ImmutableCollectionsMarshal.AsImmutableArray(headers);
    }

    /// <summary>Those below the headers.</summary>
    private ImmutableArray<DocumentRow> RowsOf(TextTable table)
    {
        var rows = new DocumentRow[table.Rows - 1];
        for (var row = 0; row < rows.Length; row++) rows[row] = RowOf(table, row + 1);
        return ImmutableCollectionsMarshal.AsImmutableArray(rows);
    }

    private DocumentRow RowOf(TextTable table, int row)
    {
        var line = table.LineOf(row);
        var place = new SourceLocation(_path, _lineOffset + line + 1, 1);
        var cells = new DocumentCell[table.Width];
        for (var column = 0; column < cells.Length; column++) cells[column] = CellOf(table, table.Cell(row, column), line, place);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(cells), place);
    }

    private DocumentCell CellOf(TextTable table, TextCell cell, int line, SourceLocation placeOfRow)
    {
        if (cell.IsEmpty) return new("", placeOfRow);
        if (_prose.IsPlain(table, cell)) return new(table.TextOf(cell, _words), PlaceOfText(cell, line));
        Reset();
        _prose.WriteCell(_html, table, cell);
        return new(table.TextOf(cell, _words), PlaceOfText(cell, line)) { Html = TakeHtml() };
    }

    /// <summary>Where the first word of a cell stands.</summary>
    private SourceLocation PlaceOfText(TextCell cell, int line)
    {
        var at = cell.Start;
        while (at < _markdown.Length && _markdown[at] is ' ' or '\t') at++;
        return _places.Near(line, at);
    }

    private static ParagraphBlock? FirstParagraphOf(MarkdownDocument document, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (document[i] is ParagraphBlock paragraph) return paragraph;
        }
        return null;
    }

    private static int CountListItems(MarkdownDocument document, int start, int end)
    {
        var items = 0;
        for (var i = start; i < end; i++)
        {
            if (document[i] is ListBlock list) items += list.Count;
        }
        return items;
    }

    private void Reset()
    {
        _html.EnsureLine(); // so that what was written before leaves no trace in what comes
        Buffer.Clear();
        _holes.Clear();
        IsInLink = false;
    }

    /// <summary>The buffer as UTF-8, with the holes' offsets counted in bytes.</summary>
    private HtmlText TakeHtml()
    {
        var html = Buffer.Written.TrimEnd();
        if (html.IsEmpty) return HtmlText.Empty;
        if (ControlCharacters.IndexIn(html) >= 0) html = ControlCharacters.Show(html.ToString()); // written as entities
        var utf8 = new byte[Encoding.UTF8.GetByteCount(html)];
        Encoding.UTF8.GetBytes(html, utf8);
        if (_holes.Count == 0) return new(utf8, []);
        var holes = ImmutableArray.CreateBuilder<HtmlHole>(_holes.Count);
        var (chars, bytes) = (0, 0);
        foreach (var (start, untrimmed, kind, target) in _holes)
        {
            var end = Math.Min(untrimmed, html.Length);
            if (start >= end) continue; // a label of nothing but space at the end
            var byteStart = bytes + Encoding.UTF8.GetByteCount(html[chars..start]);
            var byteEnd = byteStart + Encoding.UTF8.GetByteCount(html[start..end]);
            holes.Add(new(byteStart, byteEnd, kind, target));
            (chars, bytes) = (end, byteEnd);
        }
        return new(utf8, holes.DrainToImmutable());
    }
}
