using System.Net;
using System.Runtime.InteropServices;
using System.Text;

namespace Archive.Publishing.Documents;

/// <summary>Finds the words in safe HTML.</summary>
/// <remarks>
/// It reads what <see cref="MarkdownReader"/> wrote a moment before, so that the one parse serves the page and whoever looks for
/// words, and costs nobody else anything. Has state because its arrays serve one document after the other: the texts of an archive
/// would be strings of several times its size.
/// </remarks>
public sealed class TextRunReader
{
    private readonly List<TextRun> _runs = [];
    private char[] _text = new char[1 << 14];

    /// <summary>Where the run begins that is being gathered, and where its next word goes.</summary>
    private int _start;
    private int _end;

    private string? _anchor;
    private TextRunKind _kind;
    private bool _isPermalink;

    /// <summary>Begins the next document: the texts of all runs that it gave are no longer to be read.</summary>
    public void Clear() => _end = 0;

    /// <summary>The runs in the order of the page, until others are asked for; those of nothing but space are left out.</summary>
    /// <param name="anchor">The heading that all of it stands under, or null.</param>
    public ReadOnlySpan<TextRun> Of(HtmlText html, string? anchor) => Of(html.Utf8, anchor);

    /// <summary>The same of HTML that is a string already.</summary>
    public ReadOnlySpan<TextRun> Of(string html, string? anchor) => Of(Encoding.UTF8.GetBytes(html), anchor);

    private ReadOnlySpan<TextRun> Of(ReadOnlySpan<byte> html, string? anchor)
    {
        _runs.Clear();
        (_start, _anchor, _kind, _isPermalink) = (_end, anchor, TextRunKind.Prose, false);
        while (!html.IsEmpty)
        {
            var tag = html.IndexOf((byte)'<');
            Add(tag < 0 ? html : html[..tag]);
            if (tag < 0) break;
            html = html[(tag + 1)..];
            var end = EndOf(html);
            Tag(html[..end]);
            html = html[Math.Min(end + 1, html.Length)..];
        }
        EndRun();
        return CollectionsMarshal.AsSpan(_runs);
    }

    /// <summary>Attributes are escaped, so that the first <c>&gt;</c> ends a tag.</summary>
    private static int EndOf(ReadOnlySpan<byte> tag) => tag.IndexOf((byte)'>') is >= 0 and var end ? end : tag.Length;

    private void Add(ReadOnlySpan<byte> text)
    {
        if (_isPermalink) return;
        if (text.Length > _text.Length - _end) MakeRoom(text.Length);
        for (int entity; (entity = text.IndexOf((byte)'&')) >= 0;)
        {
            AddPlain(text[..entity]);
            text = text[entity..];
            if (UnitOf(text, out var length) is { } unit)
            {
                _text[_end++] = unit;
                text = text[length..];
                continue;
            }
            var decoded = WebUtility.HtmlDecode(Encoding.UTF8.GetString(text));
            decoded.CopyTo(_text.AsSpan(_end));
            _end += decoded.Length;
            return;
        }
        AddPlain(text);
    }

    private void AddPlain(ReadOnlySpan<byte> text) => _end += Encoding.UTF8.GetChars(text, _text.AsSpan(_end));

    /// <summary>Of those that rendered Markdown has; null of any other.</summary>
    private static char? UnitOf(ReadOnlySpan<byte> text, out int length)
    {
        (char? unit, length) = text switch
        {
            _ when text.StartsWith("&quot;"u8) => ('"', 6),
            _ when text.StartsWith("&amp;"u8) => ('&', 5),
            _ when text.StartsWith("&lt;"u8) => ('<', 4),
            _ when text.StartsWith("&gt;"u8) => ('>', 4),
            _ => (default(char?), 0),
        };
        return unit;
    }

    /// <summary>The runs that are done stay in the array where they are.</summary>
    private void MakeRoom(int more)
    {
        var open = _text.AsSpan(_start.._end);
        var larger = new char[Math.Max(_text.Length * 2, open.Length + more)];
        open.CopyTo(larger);
        (_text, _start, _end) = (larger, 0, open.Length);
    }

    /// <param name="tag">What stands between the angle brackets.</param>
    private void Tag(ReadOnlySpan<byte> tag)
    {
        var isEnd = !tag.IsEmpty && tag[0] == '/';
        var kind = KindOf(NameOf(isEnd ? tag[1..] : tag));
        if (kind == TagKind.Link) _isPermalink = !isEnd && tag.StartsWith("a class=\"permalink\""u8);
        else if (kind == TagKind.Space && !isEnd) Add(" "u8);
        else if (kind > TagKind.Space) Block(tag, kind, isEnd);
    }

    private void Block(ReadOnlySpan<byte> tag, TagKind kind, bool isEnd)
    {
        EndRun();
        _kind = isEnd ? TextRunKind.Prose : kind == TagKind.Heading ? TextRunKind.Heading : kind == TagKind.Code ? TextRunKind.Code : TextRunKind.Prose;
        if (_kind == TextRunKind.Heading && tag.IndexOf("id=\""u8) is >= 0 and var id) _anchor = Decoded(tag[(id + 4)..][..tag[(id + 4)..].IndexOf((byte)'"')]);
    }

    private void EndRun()
    {
        var text = _text.AsMemory(_start.._end);
        if (_kind != TextRunKind.Code) text.Span.Replace('\n', ' ');
        text = text.Trim();
        if (!text.IsEmpty) _runs.Add(new(_kind, text, _anchor));
        _start = _end;
    }

    private static string Decoded(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8) is var text && utf8.Contains((byte)'&') ? WebUtility.HtmlDecode(text) : text;

    private static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> tag)
    {
        for (var end = 0; end < tag.Length; end++)
        {
            if (tag[end] == ' ') return tag[..end];
        }
        return tag;
    }

    private static TagKind KindOf(ReadOnlySpan<byte> name) => name switch
    {
        [(byte)'a'] => TagKind.Link,
        [(byte)'p'] => TagKind.Block,
        [(byte)'b', (byte)'r'] or [(byte)'t', (byte)'d' or (byte)'h'] => TagKind.Space,
        [(byte)'h', >= (byte)'1' and <= (byte)'6'] => TagKind.Heading,
        [(byte)'l', (byte)'i'] or [(byte)'t', (byte)'r'] or [(byte)'u' or (byte)'o', (byte)'l'] or [(byte)'h', (byte)'r'] => TagKind.Block,
        [_, _] or [_] or [] => TagKind.Inline,
        _ when name.SequenceEqual("pre"u8) => TagKind.Code,
        _ when name.SequenceEqual("div"u8) || name.SequenceEqual("blockquote"u8) || name.SequenceEqual("table"u8) || name.SequenceEqual("thead"u8) || name.SequenceEqual("tbody"u8) => TagKind.Block,
        _ => TagKind.Inline,
    };

    /// <summary>What a tag says to who looks for runs; the ones that end a run come last.</summary>
    private enum TagKind
    {
        Inline,
        Link,

        /// <summary>It parts words.</summary>
        Space,
        Block,
        Heading,
        Code,
    }
}
