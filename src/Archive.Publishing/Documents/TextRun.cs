using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using System.Text;

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
/// <param name="Anchor">The id of the nearest heading above; a heading has its own.</param>
public sealed record TextRun(TextRunKind Kind, string Text, string? Anchor)
{
    /// <summary>The runs of safe HTML in the order of the page; those of nothing but space are left out.</summary>
    /// <remarks>
    /// It reads what <see cref="MarkdownReader"/> wrote a moment before, so that the one parse serves the page and whoever looks for
    /// words, and costs nobody else anything.
    /// </remarks>
    /// <param name="anchor">The heading that all of it stands under, or null.</param>
    public static ImmutableArray<TextRun> Of(HtmlText html, string? anchor) => Of(html.Utf8, anchor);

    /// <summary>The same of HTML that is a string already.</summary>
    public static ImmutableArray<TextRun> Of(string html, string? anchor) => Of(Encoding.UTF8.GetBytes(html), anchor);

    private static ImmutableArray<TextRun> Of(ReadOnlySpan<byte> html, string? anchor)
    {
        if (html.IsEmpty) return [];
        var reader = new Reader(anchor);
        while (!html.IsEmpty)
        {
            var tag = html.IndexOf((byte)'<');
            reader.Add(tag < 0 ? html : html[..tag]);
            if (tag < 0) break;
            html = html[(tag + 1)..];
            var end = EndOf(html);
            reader.Tag(html[..end]);
            html = html[Math.Min(end + 1, html.Length)..];
        }
        return reader.Runs();
    }

    /// <summary>Attributes are escaped, so that the first <c>&gt;</c> ends a tag.</summary>
    private static int EndOf(ReadOnlySpan<byte> tag) => tag.IndexOf((byte)'>') is >= 0 and var end ? end : tag.Length;

    /// <remarks>Has state because it gathers a run until a block ends.</remarks>
    private sealed class Reader(string? anchor)
    {
        private readonly ImmutableArray<TextRun>.Builder _runs = ImmutableArray.CreateBuilder<TextRun>();
        private readonly ArrayBufferWriter<byte> _text = new(1024);
        private string? _anchor = anchor;
        private TextRunKind _kind = TextRunKind.Prose;
        private bool _isPermalink;

        public void Add(ReadOnlySpan<byte> text)
        {
            if (!_isPermalink) _text.Write(text);
        }

        /// <param name="tag">What stands between the angle brackets.</param>
        public void Tag(ReadOnlySpan<byte> tag)
        {
            var isEnd = tag.StartsWith("/"u8);
            var name = NameOf(isEnd ? tag[1..] : tag);
            if (name.SequenceEqual("a"u8)) _isPermalink = !isEnd && tag.StartsWith("a class=\"permalink\""u8);
            else if (!isEnd && (name.SequenceEqual("br"u8) || name.SequenceEqual("td"u8) || name.SequenceEqual("th"u8))) Add(" "u8);
            else if (IsBlock(name)) Block(tag, name, isEnd);
        }

        public ImmutableArray<TextRun> Runs()
        {
            EndRun();
            return _runs.DrainToImmutable();
        }

        private void Block(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name, bool isEnd)
        {
            EndRun();
            _kind = isEnd ? TextRunKind.Prose : name[0] == 'h' && name.Length == 2 && name[1] != 'r' ? TextRunKind.Heading : name.SequenceEqual("pre"u8) ? TextRunKind.Code : TextRunKind.Prose;
            if (_kind == TextRunKind.Heading && tag.IndexOf("id=\""u8) is >= 0 and var id) _anchor = Decoded(tag[(id + 4)..][..tag[(id + 4)..].IndexOf((byte)'"')]);
        }

        private void EndRun()
        {
            var text = Decoded(_text.WrittenSpan);
            if (_kind != TextRunKind.Code) text = text.Replace('\n', ' ');
            text = text.Trim();
            if (text.Length > 0) _runs.Add(new(_kind, text, _anchor));
            _text.ResetWrittenCount();
        }

        private static string Decoded(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8) is var text && utf8.Contains((byte)'&') ? WebUtility.HtmlDecode(text) : text;

        private static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> tag) => tag.IndexOf((byte)' ') is >= 0 and var end ? tag[..end] : tag;

        private static bool IsBlock(ReadOnlySpan<byte> name) => name.Length switch
        {
            1 => name[0] == 'p',
            2 => (name[0] == 'h' && name[1] is >= (byte)'1' and <= (byte)'6') || name.SequenceEqual("li"u8) || name.SequenceEqual("tr"u8) || name.SequenceEqual("ul"u8) || name.SequenceEqual("ol"u8) || name.SequenceEqual("hr"u8),
            3 => name.SequenceEqual("pre"u8) || name.SequenceEqual("div"u8),
            _ => name.SequenceEqual("blockquote"u8) || name.SequenceEqual("table"u8) || name.SequenceEqual("thead"u8) || name.SequenceEqual("tbody"u8),
        };
    }
}
