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

    /// <summary>A bit for each shape of a run under which something is filed; most runs of a text need no more than one look at it.</summary>
    private readonly ulong[] _shapes = new ulong[1 << 10];

    /// <param name="words">Folded.</param>
    public WordSearch(ImmutableArray<PrivateWord> words)
    {
        _filed = new(words.Length);
        foreach (var word in words)
        {
            foreach (var run in new WordRuns(word.Text)) RunAt(run).Words++;
        }
        _withoutRun = [.. words.Where(word => !TryFile(word))];
    }

    /// <summary>Each place where a word stands whole, in no order.</summary>
    public List<FoundWord> In(ReadOnlySpan<char> folded)
    {
        var (found, shapes) = (new List<FoundWord>(), _shapes);
        var byRun = _runs.GetAlternateLookup<ReadOnlySpan<char>>();
        var runs = new WordRuns(folded);
        while (runs.MoveNext())
        {
            if (!IsIn(shapes, ShapeOf(runs.Current)) || !byRun.TryGetValue(runs.Current, out var known)) continue;
            for (var at = known.LastFiled; at != None; at = _filed[at].Before)
            {
                var (word, start) = (_filed[at].Word, runs.Start - _filed[at].Offset);
                if (start >= 0 && folded[start..].StartsWith(word.Text, StringComparison.Ordinal) && FoldedText.IsWhole(folded, start, word.Text.Length)) found.Add(new(start, word));
            }
        }
        foreach (var word in _withoutRun)
        {
            for (var from = 0; folded[from..].IndexOf(word.Text, StringComparison.Ordinal) is >= 0 and var at; from += at + 1) found.Add(new(from + at, word));
        }
        return found;
    }

    /// <summary>Files a word under the first of its rarest runs; false where it has none.</summary>
    private bool TryFile(PrivateWord word)
    {
        var rarest = ReadOnlySpan<char>.Empty;
        var (offset, fewest) = (0, int.MaxValue);
        var runs = new WordRuns(word.Text);
        while (runs.MoveNext())
        {
            var words = RunAt(runs.Current).Words;
            if (words >= fewest) continue;
            rarest = runs.Current;
            (offset, fewest) = (runs.Start, words);
        }
        if (rarest.IsEmpty) return false;
        ref var run = ref RunAt(rarest);
        _filed.Add(new(word, offset, run.LastFiled));
        run.LastFiled = _filed.Count - 1;
        _shapes[ShapeOf(rarest) / 64] |= 1UL << ShapeOf(rarest);
        return true;
    }

    private ref Run RunAt(ReadOnlySpan<char> letters)
    {
        ref var run = ref CollectionsMarshal.GetValueRefOrAddDefault(_runs.GetAlternateLookup<ReadOnlySpan<char>>(), letters, out var isThere);
        if (!isThere) run.LastFiled = None;
        return ref run;
    }

    private static bool IsIn(ulong[] shapes, int shape) => (shapes[shape / 64] >> shape & 1) != 0;

    private static int ShapeOf(ReadOnlySpan<char> run) => (((run[0] * 31 + run[^1]) * 31 + run[run.Length / 2]) * 31 + run.Length) & 0xFFFF;

    /// <param name="Offset">Where in the word the run begins under which it is filed.</param>
    /// <param name="Before">The word that was filed before it under the same run.</param>
    private readonly record struct Filed(PrivateWord Word, int Offset, int Before);

    /// <summary>A run of letters and digits that words have.</summary>
    private struct Run
    {
        /// <summary>How often words have it.</summary>
        public int Words;

        /// <summary>The last word that is filed under it; each knows the one before.</summary>
        public int LastFiled;
    }
}

/// <summary>A private word in a text.</summary>
internal readonly record struct FoundWord(int Start, PrivateWord Word);
