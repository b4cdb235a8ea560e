using System.Buffers;
using System.Text;

namespace Archive.Incidents.Validation;

/// <summary>A text as a reader sees it: what does not show is gone, look-alikes of Latin letters are those, and the case is gone. It finds where each letter stood.</summary>
internal sealed class FoldedText(string written)
{
    // Cyrillic, Greek and Armenian letters that look like Latin ones, and those.
    private const string Foreign = "асеіјорѕхуԁһԛԝкмнтвгαβεικνορτυχγս";
    private const string Latin = "aceijopsxydhqwkmhtbrabeikvoptuxys";

    public string Written { get; } = written;

    public string Text { get; } = Fold(written);

    /// <summary>The part of the written text that a part of the folded one was made of.</summary>
    public string WrittenPart(int start, int length) => Written[OriginOf(start)..(OriginOf(start + length - 1) + 1)];

    /// <summary>Whether neither end of a part stands inside a word.</summary>
    public static bool IsWhole(ReadOnlySpan<char> folded, int start, int length) =>
        (start == 0 || !char.IsLetterOrDigit(folded[start - 1]) || !char.IsLetterOrDigit(folded[start]))
        && (start + length == folded.Length || !char.IsLetterOrDigit(folded[start + length]) || !char.IsLetterOrDigit(folded[start + length - 1]));

    public static string Fold(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var folded = ArrayPool<char>.Shared.Rent(text.Length);
        text.CopyTo(folded);
        var result = new string(Fold(folded.AsSpan(0, text.Length)));
        ArrayPool<char>.Shared.Return(folded);
        return result;
    }

    /// <summary>Folds a text where it stands, and gives the part that is left of it.</summary>
    public static Span<char> Fold(Span<char> text)
    {
        var length = 0;
        for (var rest = text; !rest.IsEmpty;)
        {
            var ascii = rest.IndexOfAnyExceptInRange('\0', '\u007F');
            var plain = rest[..(ascii < 0 ? rest.Length : ascii)];
            var to = text.Slice(length, plain.Length);
            plain.CopyTo(to);
            Ascii.ToLowerInPlace(to, out _);
            length += plain.Length;
            if (ascii < 0) break;
            if (!IsUnseen(rest[ascii])) text[length++] = Folded(rest[ascii]);
            rest = rest[(ascii + 1)..];
        }
        return text[..length];
    }

    /// <summary>Where the letter stood that became a folded one.</summary>
    private int OriginOf(int folded)
    {
        if (Text.Length == Written.Length) return folded;
        var origin = 0;
        for (var seen = 0; seen < folded || IsUnseen(Written[origin]); origin++)
        {
            if (!IsUnseen(Written[origin])) seen++;
        }
        return origin;
    }

    private static bool IsUnseen(char letter) => letter is '\u00AD' or '\u034F' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F');

    private static char Folded(char letter)
    {
        if (letter is >= '\uFF01' and <= '\uFF5E') return char.ToLowerInvariant((char)(letter - 0xFEE0)); // wide forms
        if (char.IsWhiteSpace(letter)) return ' ';
        if (letter is '\u2010' or '\u2011' or '\u2012' or '\u2013') return '-';
        var lower = char.ToLowerInvariant(letter);
        return Foreign.IndexOf(lower, StringComparison.Ordinal) is >= 0 and var at ? Latin[at] : lower;
    }
}
