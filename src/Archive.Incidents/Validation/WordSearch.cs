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
    private const int None = -1;

    private readonly Dictionary<string, Run> _runs = new(StringComparer.Ordinal);
    private readonly List<Filed> _filed;
    private readonly ImmutableArray<PrivateWord> _withoutRun;

    /// <param name="words">Folded.</param>
    public WordSearch(ImmutableArray<PrivateWord> words)
    {
        _filed = new(words.Length);
        foreach (var word in words)
        {
            foreach (var run in new Runs(word.Text)) RunAt(word.Text.AsSpan()[run]).Words++;
        }
        foreach (var word in words) File(word);
        _withoutRun = [.. words.Where(w => !new Runs(w.Text).MoveNext())];
    }

    /// <summary>Each place where a word stands whole, in no order.</summary>
    public IEnumerable<(int Start, PrivateWord Word)> In(FoldedText folded)
    {
        var text = folded.Text;
        foreach (var run in new Runs(text))
        {
            if (!_runs.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan()[run], out var known)) continue;
            for (var at = known.LastFiled; at != None; at = _filed[at].Before)
            {
                var (word, start) = (_filed[at].Word, run.Start.Value - _filed[at].Offset);
                if (start >= 0 && text.AsSpan(start).StartsWith(word.Text, StringComparison.Ordinal) && folded.IsWhole(start, word.Text.Length)) yield return (start, word);
            }
        }
        foreach (var word in _withoutRun)
        {
            for (var at = text.IndexOf(word.Text, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word.Text, at + 1, StringComparison.Ordinal)) yield return (at, word);
        }
    }

    private void File(PrivateWord word)
    {
        var (rarest, fewest) = (default(Range), int.MaxValue);
        foreach (var run in new Runs(word.Text))
        {
            var words = RunAt(word.Text.AsSpan()[run]).Words;
            if (words < fewest) (rarest, fewest) = (run, words);
        }
        if (fewest == int.MaxValue) return;
        ref var filed = ref RunAt(word.Text.AsSpan()[rarest]);
        _filed.Add(new(word, rarest.Start.Value, filed.LastFiled));
        filed.LastFiled = _filed.Count - 1;
    }

    private ref Run RunAt(ReadOnlySpan<char> letters)
    {
        ref var run = ref CollectionsMarshal.GetValueRefOrAddDefault(_runs.GetAlternateLookup<ReadOnlySpan<char>>(), letters, out var isThere);
        if (!isThere) run.LastFiled = None;
        return ref run;
    }

    /// <summary>A run of letters and digits that words have.</summary>
    private struct Run
    {
        /// <summary>How often words have it.</summary>
        public int Words;

        /// <summary>The last word that is filed under it; each knows the one before.</summary>
        public int LastFiled;
    }

    /// <param name="Offset">Where in the word the run begins under which it is filed.</param>
    /// <param name="Before">The word that was filed before it under the same run.</param>
    private readonly record struct Filed(PrivateWord Word, int Offset, int Before);

    /// <summary>The runs of letters and digits of a text, one after the other.</summary>
    private struct Runs(string text)
    {
        private int _at;

        public Range Current { get; private set; }

        public readonly Runs GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_at < text.Length && !char.IsLetterOrDigit(text[_at])) _at++;
            var start = _at;
            while (_at < text.Length && char.IsLetterOrDigit(text[_at])) _at++;
            Current = start.._at;
            return _at > start;
        }
    }
}
