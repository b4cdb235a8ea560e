using System.Collections.Immutable;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Archive.Incidents.Validation;

namespace Archive.Incidents.Redaction;

/// <summary>What a person or a program would read in a file of a site.</summary>
internal static partial class ReadableTexts
{
    // what a reader sees apart: their tags become spaces, all others nothing
    private static readonly ImmutableArray<string> Blocks = ["p", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "td", "th", "blockquote", "pre", "hr", "br", "div", "section", "article", "header", "footer", "nav", "main", "title", "text"];

    private static readonly ImmutableArray<ImmutableArray<string>> BlocksByLetter = [.. Enumerable.Range('a', 26).Select(letter => Blocks.Where(b => b[0] == letter).ToImmutableArray())];

    /// <summary>The path; the content without escapes; and, where it has tags, without those.</summary>
    public static ImmutableArray<FoldedText> Of(string file, ReadOnlySpan<byte> bytes)
    {
        var path = new FoldedText(file.Replace('/', ' '));
        var content = Decoded(bytes is [0x1f, 0x8b, ..] ? Unpacked(bytes) : Encoding.UTF8.GetString(bytes));
        return content.Contains('<', StringComparison.Ordinal) ? [path, new(content), new(WithoutTags(content))] : [path, new(content)];
    }

    /// <summary>Without the escapes of HTML, of addresses, of JSON and of style sheets, twice: a feed holds HTML inside XML.</summary>
    private static string Decoded(string text)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            text = WebUtility.HtmlDecode(text);
            if (text.Contains('%', StringComparison.Ordinal)) text = Uri.UnescapeDataString(text);
            if (!text.Contains('\\', StringComparison.Ordinal)) continue;
            text = Escape().Replace(text, m => Convert.ToInt32(m.Groups["hex"].Value, 16) is var code && Rune.IsValid(code) ? new Rune(code).ToString() : "");
        }
        return text;
    }

    private static string Unpacked(ReadOnlySpan<byte> bytes)
    {
        using var unpack = new GZipStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
        using var plain = new StreamReader(unpack, Encoding.UTF8);
        return plain.ReadToEnd();
    }

    private static string WithoutTags(string text)
    {
        var plain = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOf('<') is >= 0 and var open && rest[open..].IndexOf('>') is >= 0 and var length)
        {
            plain.Append(rest[..open]);
            if (IsBlock(rest[(open + 1)..])) plain.Append(' ');
            rest = rest[(open + length + 1)..];
        }
        return plain.Append(rest).ToString();
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

    [GeneratedRegex(@"\\u(?<hex>[0-9a-fA-F]{4})|\\x(?<hex>[0-9a-fA-F]{2})|\\(?<hex>[0-9a-fA-F]{2,6}) ?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();
}
