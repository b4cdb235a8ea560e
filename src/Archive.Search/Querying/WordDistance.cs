using System.Collections.Immutable;
using Archive.Search.Indexing;

namespace Archive.Search.Querying;

/// <summary>Words that differ by few edits: a letter more, less or other, or two neighbours swapped (optimal string alignment).</summary>
internal static class WordDistance
{
    /// <summary>How many edits a word of this length may have.</summary>
    public static int EditsFor(string word) => word.Length < 4 ? 0 : word.Length < 8 ? 1 : 2;

    /// <summary>The nearest words, the most frequent of them first. The word itself is not among them.</summary>
    /// <remarks>First those that begin as the word does, or as its second letter does; all others only where there are none and the word has five letters.</remarks>
    public static ImmutableArray<CountedWord> Nearest(IndexReader index, string word, int edits, int most)
    {
        if (edits == 0 || word.Length < 2) return [];
        string[] near = [IndexFormat.WordFileOf(word[0]), IndexFormat.WordFileOf(word[1])];
        var found = Within(index, near.Distinct(StringComparer.Ordinal), word, edits);
        if (found.Count == 0 && word.Length >= 5) found = Within(index, index.Manifest.Words.Keys.Except(near, StringComparer.Ordinal), word, edits);
        return [.. found.OrderBy(f => f.Edits).ThenByDescending(f => f.Word.Documents).ThenBy(f => f.Word.Word, StringComparer.Ordinal).Take(most).Select(f => f.Word)];
    }

    private static List<(CountedWord Word, int Edits)> Within(IndexReader index, IEnumerable<string> letters, string word, int edits)
    {
        var found = new List<(CountedWord, int)>();
        foreach (var candidate in letters.SelectMany(letter => index.Words(letter)))
        {
            if (Math.Abs(candidate.Word.Length - word.Length) > edits) continue;
            var distance = Between(word, candidate.Word);
            if (distance > 0 && distance <= edits) found.Add((candidate, distance));
        }
        return found;
    }

    /// <summary>Optimal string alignment distance over UTF-16 units.</summary>
    public static int Between(string a, string b)
    {
        var (twoBefore, before, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) before[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(before[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], twoBefore[j - 2] + 1);
            }
            (twoBefore, before, row) = (before, row, twoBefore);
        }
        return before[b.Length];
    }
}
