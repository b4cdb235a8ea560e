using System.Collections.Immutable;
using Archive.Search.Analysis;

namespace Archive.Search.Querying;

/// <summary>A text of many lines is reduced to what identifies it: fingerprints, names, then its longest words.</summary>
internal static class PastedText
{
    private const int MaxText = 50_000;
    private const int MaxLines = 400;
    private const int MaxFingerprints = 8;
    private const int MaxNames = 6;
    private const int MaxWords = 12;

    private static readonly string[] Trouble =
    [
        "error", "exception", "fail", "fatal", "panic", "denied", "refused", "timeout", "timed out", "caused by", "cannot", "unable",
    ];

    public static bool Looks(string text) => text.Length > SearchQuery.MaxLine || Lines(text, 2).Count > 1;

    public static SearchQuery Reduce(string text)
    {
        var lines = Lines(text.Length > MaxText ? text[..MaxText] : text, MaxLines);
        var byTrouble = lines.ToLookup(TellsTrouble);
        var fingerprints = byTrouble[true].Concat(byTrouble[false]).SelectMany(SearchQuery.FingerprintsOf).Distinct(StringComparer.Ordinal);
        var names = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        var words = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines) Collect(line, names, words);
        var longest = words.Keys.Select((word, place) => (word, place)).OrderByDescending(each => each.word.Length).ThenBy(each => each.place).Take(MaxWords);
        var kept = names.Keys.Take(MaxNames).Concat(longest.OrderBy(each => each.place).Select(each => each.word));
        var clauses = kept.Select(word => SearchQuery.Should(new WordQuery(null, word)));
        return new(new([.. clauses]), [.. fingerprints.Take(MaxFingerprints)], IsLiteral: false);
    }

    private static List<string> Lines(string text, int most)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length && lines.Count < most;)
        {
            var length = text.AsSpan(at).IndexOfAny('\r', '\n');
            var line = length < 0 ? text.AsSpan(at) : text.AsSpan(at, length);
            at += line.Length + 1;
            if (!IsBlank(line)) lines.Add(line[..Math.Min(line.Length, SearchQuery.MaxLine)].ToString());
        }

        return lines;
    }

    private static bool IsBlank(ReadOnlySpan<char> line)
    {
        foreach (var unit in line)
        {
            if (!SearchQuery.IsSpace(unit)) return false;
        }

        return true;
    }

    private static bool TellsTrouble(string line)
    {
        var lower = string.Create(line.Length, line, (target, source) =>
        {
            for (var i = 0; i < target.Length; i++) target[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
        });
        return Trouble.Any(word => lower.Contains(word, StringComparison.Ordinal));
    }

    private static void Collect(string line, OrderedDictionary<string, string> names, OrderedDictionary<string, string> words)
    {
        var end = 0;
        var tokens = new TokenReader(line, TextKind.Code);
        while (tokens.MoveNext())
        {
            if (tokens.Start < end) continue;
            var word = tokens.Word.ToString();
            if (tokens.Kind == TokenKind.Identifier)
            {
                end = tokens.Start + tokens.Length;
                if (word.Length > 4 && (!word.AsSpan().ContainsAnyInRange('0', '9') || IsCode(word))) names.TryAdd(word, word);
            }
            else if (tokens.Kind == TokenKind.Word ? word.Length > 2 : tokens.Kind == TokenKind.Part && IsNumbered(word))
            {
                words.TryAdd(word, word);
            }
        }
    }

    /// <summary><c>ora-00060</c>, <c>inc-031</c>.</summary>
    private static bool IsCode(ReadOnlySpan<char> word)
    {
        var dash = word.IndexOf('-');
        return dash is >= 2 and <= 5 && word.Length - dash is >= 4 and <= 7
            && !word[..dash].ContainsAnyExceptInRange('a', 'z') && !word[(dash + 1)..].ContainsAnyExceptInRange('0', '9');
    }

    /// <summary><c>x509</c>, <c>utf8</c>.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> word)
    {
        var letters = word.IndexOfAnyExceptInRange('a', 'z');
        return letters is >= 1 and <= 6 && word.Length - letters <= 4 && !word[letters..].ContainsAnyExceptInRange('0', '9');
    }
}
