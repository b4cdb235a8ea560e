using System.Buffers;
using System.Text;

namespace Archive.Publishing.Mail;

/// <summary>Header fields: folded as RFC 5322 has it, and other letters than ASCII as encoded words of RFC 2047.</summary>
internal static class MailHeader
{
    /// <summary>RFC 5322 asks for lines of at most 78 characters.</summary>
    private const int LineLength = 78;

    /// <summary>RFC 2047 allows 75 characters; with the 12 of <c>=?utf-8?B?…?=</c> and the 56 that hold 42 bytes, a word also fits behind the name of its field.</summary>
    private const int BytesPerWord = 42;

    private static readonly SearchValues<char> Specials = SearchValues.Create("()<>[]:;@\\,.\"");

    /// <summary>A field of free text.</summary>
    public static string Text(string name, string text)
    {
        var line = OneLine(text);
        return IsPlain(line) ? Folded(name, line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : Folded(name, EncodedWords(line));
    }

    /// <summary>A field of one address with the name of who has it.</summary>
    public static string Address(string name, string display, string address)
    {
        var line = OneLine(display);
        if (line.Length == 0) return $"{name}: <{address}>";
        if (!IsPlain(line)) return Folded(name, [.. EncodedWords(line), $"<{address}>"]);
        if (!line.AsSpan().ContainsAny(Specials)) return Folded(name, [.. line.Split(' '), $"<{address}>"]);
        var quoted = $"\"{line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        return Folded(name, [.. quoted.Split(' '), $"<{address}>"]);
    }

    /// <summary>A line end or a control character would begin another field.</summary>
    private static string OneLine(string text) =>
        string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether it can stand as it is: ASCII, nothing that reads as an encoded word, and no word too long for a line.</summary>
    private static bool IsPlain(string line) =>
        Ascii.IsValid(line) && !line.Contains("=?", StringComparison.Ordinal) && line.Split(' ').All(w => w.Length < LineLength - 12);

    private static List<string> EncodedWords(string line)
    {
        var words = new List<string>();
        var bytes = new List<byte>(BytesPerWord);
        Span<byte> letter = stackalloc byte[4];
        foreach (var rune in line.EnumerateRunes()) // a letter is never split between two words
        {
            var length = rune.EncodeToUtf8(letter);
            if (bytes.Count + length > BytesPerWord) Take();
            bytes.AddRange(letter[..length]);
        }
        Take();
        return words;

        void Take()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=");
            bytes.Clear();
        }
    }

    /// <summary>Words by spaces, with a line end before the space where a word does not fit.</summary>
    private static string Folded(string name, IReadOnlyList<string> words)
    {
        var text = new StringBuilder(name).Append(':');
        var column = text.Length;
        foreach (var word in words)
        {
            if (column + 1 + word.Length > LineLength && column > name.Length + 1)
            {
                text.Append("\r\n");
                column = 0;
            }
            text.Append(' ').Append(word);
            column += 1 + word.Length;
        }
        return text.ToString();
    }
}
