using System.Globalization;

namespace Archive.Search.Analysis;

/// <summary>
/// Which code points are parts of words, and what each is folded to: NFKC, case, diacritics, as <c>Browser/folding.js</c> does it. The table
/// is written from that module, since InvariantGlobalization leaves .NET without normalisation.
/// </summary>
internal static class Folding
{
    /// <summary>Where breaks begin and end in turn, above ASCII: steps from U+0080 in base 36; the same string stands in <c>Browser/folding.js</c>.</summary>
    public const string Breaks =
        "0 16 1 2 1 4 2 1 1 3 2 1 3 1 n 1 v 1 cq 4 c e 5 7 1 1 1 h 39 1 8 1 5 2 1 1 32 1 3v 1 5z 6 15 8 19 1 1 1 2 1 2 1 18 t b 1 1 3 22 4 2u 1 8 2 a 1 j 2 h1 2 a 1 w3 1 22 1 f 1 a 2 4l n y 4 7g 6 4r 1 h0 9 vf 8 10 b 1kl c 4 q 5 1d q 5 b 6 g 1c 1c 2 1 4 1 2 a 1 1 3 5 6 1 1 1 1 1 1 4 1 b 2 4 5 5 4 1 1 1m 22e e8 ed 3 p f 1 5 2 5 4 2i 2 3 1 2i 1 44 g w 1c g e8 534 1s r9c 6io fd 1 3s x a3 i 1s 2 1i 14 c 4 g g g 1s 41 f a 7 q 6 q b 3e w 1534 sg 5j4 268 iadc";

    private const char Break = '\0';
    private const char Silent = '\u0001';
    private const char Long = '\u0002';
    private const int FirstHangul = 0xAC00;
    private const int LastHangul = 0xD7A3;

    private static readonly (char[] Plane, int[] Toggles, Dictionary<int, string> Others) Table = ReadTable();

    /// <summary>A unit of the basic plane belongs to a word; halves of surrogate pairs do not.</summary>
    public static bool IsWord(char unit) => Table.Plane[unit] != Break;

    /// <summary>Any code point belongs to a word.</summary>
    public static bool IsWord(int point) => point < 0x10000 ? IsWord((char)point) : IsBetweenBreaks(Table.Toggles, point);

    /// <summary>Scripts that put no spaces between words are read in overlapping pairs.</summary>
    public static bool IsPaired(int point) => point >= 0x0E00 && point switch
    {
        <= 0x0EFF or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) => true,
        (>= 0x3005 and <= 0x3007) or (>= 0x3040 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) => true,
        (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) => true,
        (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFF9F) or (>= 0x20000 and <= 0x3FFFF) => true,
        _ => false,
    };

    /// <summary>Writes what a code point of a word is folded to. Returns its length, 0 for what cannot be seen or said; -1 where it does not fit.</summary>
    public static int Fold(int point, Span<char> target)
    {
        if (point < 0x10000)
        {
            var folded = Table.Plane[point];
            if (folded > Long)
            {
                if (target.IsEmpty) return -1;
                target[0] = folded;
                return 1;
            }

            if (folded is Silent or Break) return 0;
            if (point is >= FirstHangul and <= LastHangul) return DecomposeHangul(point - FirstHangul, target);
        }
        else if (!IsWord(point))
        {
            return 0;
        }

        return FoldRare(point, target);
    }

    private static int FoldRare(int point, Span<char> target)
    {
        if (Table.Others.TryGetValue(point, out var text)) return text.TryCopyTo(target) ? text.Length : -1;
        if (target.Length < 2) return -1;
        target[0] = (char)(0xD800 + ((point - 0x10000) >> 10));
        target[1] = (char)(0xDC00 + (point & 0x3FF));
        return 2;
    }

    /// <summary>Syllable number to two or three jamo: Unicode, chapter 3.12.</summary>
    private static int DecomposeHangul(int syllable, Span<char> target)
    {
        var trailing = syllable % 28;
        var length = trailing == 0 ? 2 : 3;
        if (target.Length < length) return -1;
        target[0] = (char)(0x1100 + (syllable / 588));
        target[1] = (char)(0x1161 + (syllable % 588 / 28));
        if (trailing != 0) target[2] = (char)(0x11A7 + trailing);
        return length;
    }

    private static bool IsBetweenBreaks(int[] toggles, int point)
    {
        var at = Array.BinarySearch(toggles, point);
        return (at >= 0 ? at : ~at - 1) % 2 != 0;
    }

    private static (char[] Plane, int[] Toggles, Dictionary<int, string> Others) ReadTable()
    {
        var point = 0x80;
        int[] toggles = [.. Breaks.Split(' ').Select(step => point += OfBase36(step))];
        var plane = new char[0x10000];
        for (var i = 0; i < plane.Length; i++) plane[i] = i < 0x80 ? FoldAscii((char)i) : IsBetweenBreaks(toggles, i) ? (char)i : Break;
        plane.AsSpan(FirstHangul, LastHangul - FirstHangul + 1).Fill(Long);
        var others = new Dictionary<int, string>();
        using var stream = typeof(Folding).Assembly.GetManifestResourceStream("Folding.txt") ?? throw new InvalidOperationException("Folding.txt is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line) ReadLine(line, plane, others);
        return (plane, toggles, others);
    }

    private static char FoldAscii(char unit) => char.IsAsciiLetterOrDigit(unit) ? char.ToLowerInvariant(unit) : Break;

    private static int OfBase36(string digits) => digits.Aggregate(0, (sum, digit) => (sum * 36) + (digit <= '9' ? digit - '0' : digit - 'a' + 10));

    /// <summary>
    /// <c>ad</c> and <c>200c-200f</c> are silent; <c>391-3a9 +20</c> adds, with a colon for each second one; <c>df={ss}aaa</c> lists from there on.
    /// </summary>
    private static void ReadLine(string line, char[] plane, Dictionary<int, string> others)
    {
        var end = line.AsSpan().IndexOfAny(" =");
        var place = end < 0 ? line : line[..end];
        var dash = place.AsSpan().IndexOfAny("-:");
        var first = int.Parse(dash < 0 ? place : place[..dash], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (end >= 0 && line[end] == '=')
        {
            ReadList(line.AsSpan(end + 1), first, plane, others);
            return;
        }

        var last = dash < 0 ? first : int.Parse(place.AsSpan(dash + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var step = dash >= 0 && place[dash] == ':' ? 2 : 1;
        var change = end < 0 ? 0 : int.Parse(line.AsSpan(end + 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) * (line[end + 1] == '-' ? -1 : 1);
        for (var point = first; point <= last; point += step) Set(point, end < 0 ? "" : char.ConvertFromUtf32(point + change), plane, others);
    }

    private static void ReadList(ReadOnlySpan<char> list, int point, char[] plane, Dictionary<int, string> others)
    {
        while (!list.IsEmpty)
        {
            var length = list[0] == '{' ? list.IndexOf('}') + 1 : 1;
            Set(point++, list[..length].Trim("{}").ToString(), plane, others);
            list = list[length..];
        }
    }

    private static void Set(int point, string text, char[] plane, Dictionary<int, string> others)
    {
        if (point < 0x10000) plane[point] = text.Length switch { 0 => Silent, 1 => text[0], _ => Long };
        if (point >= 0x10000 || text.Length > 1) others[point] = text;
    }
}
