using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Archive.Incidents.Validation;

/// <summary>Finds any of many private words in a text in one pass, however many they are.</summary>
/// <remarks>
/// A word stands whole, so each of its runs of letters and digits is a whole run of the text. Every word is filed under that run of it which the fewest words have
/// (<c>inc-2026-031</c> under <c>031</c>, not under <c>inc</c>), and each run of the text is looked up once.
/// </remarks>
internal sealed class WordSearch
{
    private readonly Dictionary<string, List<Filed>> _byRun = new(StringComparer.Ordinal);
    private readonly ImmutableArray<PrivateWord> _withoutRun;

    /// <param name="words">Folded.</param>
    public WordSearch(ImmutableArray<PrivateWord> words)
    {
        var wordsWith = words.SelectMany(w => RunsOf(w.Text).Select(r => w.Text[r]).Distinct(StringComparer.Ordinal)).CountBy(r => r, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (!RunsOf(word.Text).Any()) continue;
            var rarest = RunsOf(word.Text).MinBy(r => wordsWith[word.Text[r]]);
            var filed = CollectionsMarshal.GetValueRefOrAddDefault(_byRun, word.Text[rarest], out _) ??= [];
            filed.Add(new(word, rarest.Start.Value));
        }
        _withoutRun = [.. words.Where(w => !RunsOf(w.Text).Any())];
    }

    /// <summary>Each place where a word stands whole, in no order.</summary>
    public IEnumerable<(int Start, PrivateWord Word)> In(FoldedText folded)
    {
        var text = folded.Text;
        foreach (var run in RunsOf(text))
        {
            if (!_byRun.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan()[run], out var filed)) continue;
            foreach (var (word, offset) in filed)
            {
                var start = run.Start.Value - offset;
                if (start >= 0 && text.AsSpan(start).StartsWith(word.Text, StringComparison.Ordinal) && folded.IsWhole(start, word.Text.Length)) yield return (start, word);
            }
        }
        foreach (var word in _withoutRun)
        {
            for (var at = text.IndexOf(word.Text, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word.Text, at + 1, StringComparison.Ordinal)) yield return (at, word);
        }
    }

    /// <summary>The runs of letters and digits of a text.</summary>
    private static IEnumerable<Range> RunsOf(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at])) continue;
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
            yield return start..at;
        }
    }

    /// <param name="Offset">Where in the word the run begins under which it is filed.</param>
    private readonly record struct Filed(PrivateWord Word, int Offset);
}
