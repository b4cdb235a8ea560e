using System.Buffers;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Archive.Tests.Boundaries;

/// <summary>A secret word that stands in a file or in its path, and in what form.</summary>
internal sealed record Leak(string Word, string File, string Form);

/// <summary>Looks for words in the bytes and paths of a site, however they are written.</summary>
internal static partial class LeakScanner
{
    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|\\([0-9a-fA-F]{1,6}) ?")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\u00AD\u200B-\u200F\u2060\uFEFF\s]+")]
    private static partial Regex InvisibleOrSpace();

    public static IReadOnlyList<Leak> Find(IReadOnlyDictionary<string, byte[]> files, IReadOnlyCollection<string> words)
    {
        var forms = words.SelectMany(w => FormsOf(w).Select(f => (Word: w, Form: f))).ToArray();
        var anyCase = SearchValues.Create([.. forms.Where(f => f.Form.AnyCase).Select(f => f.Form.Text)], StringComparison.OrdinalIgnoreCase);
        var exact = SearchValues.Create([.. forms.Where(f => !f.Form.AnyCase).Select(f => f.Form.Text)], StringComparison.Ordinal);
        return
        [
            .. from file in files
               from text in TextsOf(file.Key, file.Value)
               where text.AsSpan().ContainsAny(anyCase) || text.AsSpan().ContainsAny(exact)
               from found in forms
               where text.Contains(found.Form.Text, found.Form.AnyCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
               select new Leak(found.Word, file.Key, found.Form.Name),
        ];
    }

    /// <summary>A file's path and contents as they stand, and as a reader or a program would decode them.</summary>
    private static IEnumerable<string> TextsOf(string path, byte[] bytes)
    {
        if (bytes is [0x1f, 0x8b, ..])
        {
            foreach (var text in TextsOf(path, Unpacked(bytes))) yield return text;
        }
        else if (path.EndsWith(".bin", StringComparison.Ordinal) && Inflated(bytes) is { } plain)
        {
            foreach (var text in TextsOf(path[..^4], plain)) yield return text;
        }
        foreach (var raw in (string[])[path, Encoding.UTF8.GetString(bytes), Encoding.Unicode.GetString(bytes)])
        {
            var decoded = Decoded(raw);
            yield return raw;
            yield return decoded;
            yield return Tag().Replace(decoded, "");
            yield return InvisibleOrSpace().Replace(raw, "");
            yield return InvisibleOrSpace().Replace(Tag().Replace(decoded, ""), "");
        }
    }

    /// <summary>Without the escapes of HTML, of addresses, of JSON and of style sheets, twice: a feed holds HTML inside XML.</summary>
    private static string Decoded(string text)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            text = Uri.UnescapeDataString(WebUtility.HtmlDecode(text));
            text = Escape().Replace(text, m => LetterOf(string.Concat(m.Groups.Values.Skip(1).Select(g => g.Value))));
        }
        return text;
    }

    private static string LetterOf(string hex) =>
        Convert.ToInt32(hex, 16) is var code && Rune.IsValid(code) ? new Rune(code).ToString() : "";

    private static byte[] Unpacked(byte[] bytes)
    {
        using var plain = new MemoryStream();
        using (var unpack = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress)) unpack.CopyTo(plain);
        return plain.ToArray();
    }

    /// <summary>Null where a file of the search index is not deflated.</summary>
    private static byte[]? Inflated(byte[] bytes)
    {
        try
        {
            using var plain = new MemoryStream();
            using (var unpack = new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress)) unpack.CopyTo(plain);
            return plain.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Name, string Text, bool AnyCase)> FormsOf(string word)
    {
        yield return ("plain", word, AnyCase: true);
        yield return ("reversed", new([.. word.Reverse()]), AnyCase: true);
        yield return ("hex", Convert.ToHexString(Encoding.UTF8.GetBytes(word)), AnyCase: true);
        foreach (var spelling in (string[])[word, word.ToUpperInvariant(), char.ToUpperInvariant(word[0]) + word[1..]])
        {
            for (var shift = 0; shift < 3; shift++) yield return ("base64", Base64Core(spelling, shift), AnyCase: false);
        }
    }

    /// <summary>The letters of base64 that depend on the word alone when it begins <paramref name="shift"/> bytes into a group of three.</summary>
    private static string Base64Core(string word, int shift)
    {
        var length = shift + Encoding.UTF8.GetByteCount(word);
        var first = shift == 0 ? 0 : shift + 1;
        return Convert.ToBase64String([.. new byte[shift], .. Encoding.UTF8.GetBytes(word)])[first..(length * 8 / 6)];
    }
}
