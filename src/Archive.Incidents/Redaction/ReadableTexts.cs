using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Archive.Incidents.Validation;

namespace Archive.Incidents.Redaction;

/// <summary>What a person or a program would read in a file of a site: its path, its content without escapes, and that without tags. All folded.</summary>
/// <remarks>Has state because its texts stand in borrowed memory: thousands of files are read, and nearly none has anything that is kept.</remarks>
internal sealed partial class ReadableTexts : IDisposable
{
    // what a reader sees apart: their tags become spaces, all others nothing
    private static readonly ImmutableArray<string> Blocks = ["p", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "td", "th", "blockquote", "pre", "hr", "br", "div", "section", "article", "header", "footer", "nav", "main", "title", "text"];

    private static readonly ImmutableArray<ImmutableArray<string>> BlocksByLetter = [.. Enumerable.Range('a', 26).Select(letter => Blocks.Where(b => b[0] == letter).ToImmutableArray())];

    private readonly string _path;
    private readonly char[] _letters;
    private readonly char[] _untagged;
    private readonly int _length;
    private readonly int _untaggedLength;

    private ReadableTexts(string file, ReadOnlySpan<byte> utf8)
    {
        _path = FoldedText.Fold(file.Replace('/', ' '));
        _letters = ArrayPool<char>.Shared.Rent(Encoding.UTF8.GetMaxCharCount(utf8.Length));
        var content = Decoded(_letters.AsSpan(0, Encoding.UTF8.GetChars(utf8, _letters)));
        _untagged = ArrayPool<char>.Shared.Rent(content.Length);
        if (content.Contains('<')) _untaggedLength = FoldedText.Fold(UntaggedIn(content, _untagged)).Length;
        _length = FoldedText.Fold(content).Length;
    }

    /// <param name="bytes">The file's: text in UTF-8, packed or not. Others give texts in which nothing is found.</param>
    public static ReadableTexts Of(string file, ReadOnlySpan<byte> bytes) => new(file, bytes is [0x1f, 0x8b, ..] ? Unpacked(bytes) : bytes);

    public ReadOnlySpan<char> Path => _path;

    public ReadOnlySpan<char> Content => _letters.AsSpan(0, _length);

    /// <summary>Empty where the content has no tags.</summary>
    public ReadOnlySpan<char> WithoutTags => _untagged.AsSpan(0, _untaggedLength);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_letters);
        ArrayPool<char>.Shared.Return(_untagged);
    }

    /// <summary>Without the escapes of HTML, of addresses, of JSON and of style sheets, twice: a feed holds HTML inside XML. Nothing becomes longer, so that all is done in place.</summary>
    private static Span<char> Decoded(Span<char> text)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            text = WithoutReferences(text);
            text = WithoutPercents(text);
            if (text.Contains('\\')) text = WithoutEscapes(text);
        }
        return text;
    }

    /// <summary>Without HTML's character references: <c>&amp;amp;</c>, <c>&amp;#39;</c>.</summary>
    private static Span<char> WithoutReferences(Span<char> text)
    {
        var (read, length) = (0, 0);
        while (text[read..].IndexOf('&') is >= 0 and var next)
        {
            text.Slice(read, next).CopyTo(text[length..]);
            (read, length) = (read + next, length + next);
            var end = text[(read + 1)..].IndexOfAny(';', '&') + 1;
            var isReference = end > 0 && text[read + end] == ';';
            var decoded = isReference ? WebUtility.HtmlDecode(text.Slice(read, end + 1).ToString()) : "&";
            decoded.CopyTo(text[length..]);
            (read, length) = (read + (isReference ? end + 1 : 1), length + decoded.Length);
        }
        text[read..].CopyTo(text[length..]);
        return text[..(length + text.Length - read)];
    }

    /// <summary>Without the escapes of addresses: <c>%C3%A9</c>. Only what stands behind a percent sign is given to be read, since that is done letter by letter.</summary>
    private static Span<char> WithoutPercents(Span<char> text)
    {
        var (read, length) = (0, 0);
        while (text[read..].IndexOf('%') is >= 0 and var next)
        {
            text.Slice(read, next).CopyTo(text[length..]);
            (read, length) = (read + next, length + next);
            var escapes = text.Slice(read, EscapesAt(text[read..]));
            Uri.TryUnescapeDataString(escapes, escapes, out var decoded); // there is room: they become shorter
            escapes[..decoded].CopyTo(text[length..]);
            (read, length) = (read + escapes.Length, length + decoded);
        }
        text[read..].CopyTo(text[length..]);
        return text[..(length + text.Length - read)];
    }

    /// <summary>The length of the escapes that follow one another without a letter between them.</summary>
    private static int EscapesAt(ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length && (text[length] == '%' || char.IsAsciiHexDigit(text[length]))) length++;
        return length;
    }

    /// <summary>Without the escapes of JSON and of style sheets: <c>\u00e9</c>, <c>\xe9</c>, <c>\e9</c>.</summary>
    private static Span<char> WithoutEscapes(Span<char> text)
    {
        var (read, length) = (0, 0);
        foreach (var match in Escape().EnumerateMatches(text)) // what is written stands before what is still to be read
        {
            var escape = text.Slice(match.Index, match.Length);
            var code = int.Parse(escape[(escape[1] is 'u' or 'x' ? 2 : 1)..].TrimEnd(' '), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            text[read..match.Index].CopyTo(text[length..]);
            length += match.Index - read;
            if (Rune.IsValid(code)) length += new Rune(code).EncodeToUtf16(text[length..]);
            read = match.Index + match.Length;
        }
        text[read..].CopyTo(text[length..]);
        return text[..(length + text.Length - read)];
    }

    private static byte[] Unpacked(ReadOnlySpan<byte> bytes)
    {
        using var unpack = new GZipStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        unpack.CopyTo(plain);
        return plain.ToArray();
    }

    /// <param name="plain">Room for all of the text.</param>
    private static Span<char> UntaggedIn(ReadOnlySpan<char> text, Span<char> plain)
    {
        var length = 0;
        while (text.IndexOf('<') is >= 0 and var open && text[open..].IndexOf('>') is >= 0 and var tag)
        {
            text[..open].CopyTo(plain[length..]);
            length += open;
            if (IsBlock(text[(open + 1)..])) plain[length++] = ' ';
            text = text[(open + tag + 1)..];
        }
        text.CopyTo(plain[length..]);
        return plain[..(length + text.Length)];
    }

    private static bool IsBlock(ReadOnlySpan<char> tag)
    {
        if (tag is ['/', ..]) tag = tag[1..];
        if (tag is not [>= 'a' and <= 'z', ..]) return false;
        foreach (var name in BlocksByLetter[tag[0] - 'a'])
        {
            if (tag.StartsWith(name, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    [GeneratedRegex(@"\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\[0-9a-fA-F]{2,6} ?", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
