using System.Buffers;

namespace Archive.Search.Analysis;

/// <summary>What stays of an error line when its numbers, ids, times, addresses, paths and quoted values become <c>#</c>; a quoted message stays.</summary>
/// <remarks><c>Browser/fingerprint.js</c> takes the same steps.</remarks>
public static class Fingerprint
{
    private const int MaxLine = 1000;
    private const int MaxQuoted = 200;
    private const string Quotes = "\"'`";

    private static readonly SearchValues<char> WordUnits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>Those of words, and those that join them to a piece.</summary>
    private static readonly SearchValues<char> PieceUnits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._:/\\@$");

    /// <summary>In UTF-16 units.</summary>
    internal const int MaxLength = FingerprintWords.MaxLength;

    /// <summary>The normalised line; null where too little is left to recognise anything by: less than two words and eight letters that do not vary.</summary>
    public static string? Of(ReadOnlySpan<char> line) => Of(line, keepsQuoted: false, stackalloc char[MaxLength]) is { IsEmpty: false } fingerprint ? fingerprint.ToString() : null;

    /// <summary>What tells the same trouble of one thing from that of another: with the names in quotes. Null where there are none.</summary>
    public static string? WithNames(ReadOnlySpan<char> line) =>
        HasQuotes(line) && Of(line) is { } fingerprint && Of(line, keepsQuoted: true, stackalloc char[MaxLength]) is { IsEmpty: false } named && !named.SequenceEqual(fingerprint) ? named.ToString() : null;

    internal static bool HasQuotes(ReadOnlySpan<char> line) => line.ContainsAny(Quotes);

    /// <param name="buffer">Holds it; <see cref="MaxLength"/> units are enough.</param>
    /// <returns>Nothing where too little is left.</returns>
    internal static ReadOnlySpan<char> Of(ReadOnlySpan<char> line, bool keepsQuoted, Span<char> buffer)
    {
        if (line.Length > MaxLine) line = line[..MaxLine];
        var words = new FingerprintWords(buffer);
        var end = -1;
        for (var at = 0; at < line.Length && !words.IsFull;)
        {
            var quoted = at != end && Quotes.Contains(line[at]) ? QuotedLength(line, at) : 0;
            if (quoted > 0 && (keepsQuoted || IsMessage(line.Slice(at, quoted))))
            {
                end = at + quoted - 1;
                quoted = 0;
            }

            if (quoted > 0 || line[at] == '#')
            {
                words.AddVariable();
                at += Math.Max(quoted, 1);
                continue;
            }

            var length = EndOf(PieceUnits, line, at) - at;
            if (length > 0) AddPiece(ref words, line.Slice(at, length));
            at += Math.Max(length, 1);
        }

        return words.ToFingerprint();
    }

    /// <summary>Three words or more are no value: <c>msg="connection reset by peer"</c>.</summary>
    private static bool IsMessage(ReadOnlySpan<char> quoted) => quoted.Count(' ') > 1;

    /// <summary>Of a quoted value with its quotes; 0: none begins with the quote that stands here.</summary>
    private static int QuotedLength(ReadOnlySpan<char> line, int at)
    {
        if (at > 0 && IsInWord(line[at - 1])) return 0;
        for (var i = at + 1; i < line.Length && i - at <= MaxQuoted; i++)
        {
            if (line[i] == line[at] && (i + 1 == line.Length || !IsInWord(line[i + 1]))) return i > at + 1 ? i - at + 1 : 0;
        }

        return 0;
    }

    private static bool IsInWord(char unit) => char.IsAsciiLetterOrDigit(unit) || unit > 0x7F;

    /// <summary>Where what begins here ends, which holds some units of ASCII and all letters beyond.</summary>
    private static int EndOf(SearchValues<char> units, ReadOnlySpan<char> text, int at)
    {
        while (true)
        {
            var length = text[at..].IndexOfAnyExcept(units);
            if (length < 0) return text.Length;
            at += length;
            if (text[at] < 0x80 || !Folding.IsWord(Letters.PointAt(text, at, out var letter))) return at;
            at += letter;
        }
    }

    private static void AddPiece(ref FingerprintWords words, ReadOnlySpan<char> piece)
    {
        var isVariable = piece.ContainsAny('/', '\\', ':') && (IsPath(piece) || IsAddress(piece));
        Span<char> folded = stackalloc char[TokenReader.MaxLength];
        for (var at = 0; at < piece.Length;)
        {
            var end = EndOf(WordUnits, piece, at);
            if (end > at)
            {
                if (isVariable)
                {
                    words.AddVariable();
                    return;
                }

                var word = folded[..Letters.Fold(piece[at..end], folded)];
                if (!AddWord(ref words, word, piece[..at])) return;
            }

            at = end + 1;
        }
    }

    private static bool IsPath(ReadOnlySpan<char> piece)
    {
        var start = piece.StartsWith("..") ? 2 : piece.StartsWith(".") ? 1 : 0;
        return piece.Contains('\\') || piece.Count('/') > 1 || (piece.Length > start + 1 && piece[start] == '/');
    }

    /// <summary>Of IPv6, and times of day.</summary>
    private static bool IsAddress(ReadOnlySpan<char> piece)
    {
        if (piece.Count(':') < 2) return false;
        foreach (var unit in piece)
        {
            if (!char.IsAsciiHexDigit(unit) && unit is not (':' or '.')) return false;
        }

        return true;
    }

    /// <summary>False: the rest of the piece belongs to the same id.</summary>
    private static bool AddWord(ref FingerprintWords words, scoped ReadOnlySpan<char> word, ReadOnlySpan<char> before)
    {
        var changes = Changes(word, out var digits);
        if (digits == word.Length)
        {
            if (digits == 0) return true;
            if (word.Length > 3 && word[0] == '0' && EndsWithPrefix(before)) words.Add(word);
            else words.AddVariable();
        }
        else if (digits == 0)
        {
            words.Add(word);
        }
        else if (IsNumberWithUnit(word, digits) || (word.Length > 2 && word.StartsWith("0x") && IsHex(word[2..])))
        {
            words.AddVariable();
        }
        else if ((word.Length > 5 && IsHex(word)) || (word.Length > 3 && changes > 1))
        {
            words.AddVariable();
            return false;
        }
        else
        {
            words.AddWithoutDigits(word);
        }

        return true;
    }

    private static int Changes(scoped ReadOnlySpan<char> word, out int digits)
    {
        var changes = 0;
        digits = 0;
        if (!word.ContainsAnyInRange('0', '9')) return 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsAsciiDigit(word[i])) digits++;
            if (i > 0 && char.IsAsciiDigit(word[i]) != char.IsAsciiDigit(word[i - 1])) changes++;
        }

        return changes;
    }

    /// <summary>ORA-00060: digits that begin with 0 behind a few capitals are a code, not a number.</summary>
    private static bool EndsWithPrefix(ReadOnlySpan<char> before)
    {
        if (!before.EndsWith("-")) return false;
        var capitals = before[..^1];
        var start = capitals.Length;
        while (start > 0 && char.IsAsciiLetterUpper(capitals[start - 1])) start--;
        return capitals.Length - start is >= 2 and <= 5 && (start == 0 || capitals[start - 1] is '-' or '.' or '_' or ':' or '/' or '@' or '$');
    }

    private static bool IsNumberWithUnit(ReadOnlySpan<char> word, int digits) =>
        word.Length - digits <= 3 && !word[..digits].ContainsAnyExceptInRange('0', '9') && !word[digits..].ContainsAnyExceptInRange('a', 'z');

    private static bool IsHex(ReadOnlySpan<char> word)
    {
        foreach (var unit in word)
        {
            if (!char.IsAsciiHexDigitLower(unit) && !char.IsAsciiDigit(unit)) return false;
        }

        return true;
    }
}
