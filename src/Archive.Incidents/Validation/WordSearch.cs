using System.Collections;
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

    /// <summary>A bit for each shape of a run under which something is filed; most runs of a text need no more than one look at it.</summary>
    private readonly BitArray _shapes = new(1 << 16);

    /// <param name="words">Folded.</param>
    public WordSearch(ImmutableArray<PrivateWord> words)
    {
        var wordsWith = RunsOf(words);
        var withoutRun = ImmutableArray.CreateBuilder<PrivateWord>();
        foreach (var word in words)
        {
            if (RarestRun(word.Text, wordsWith) is not ({ Length: > 0 } rarest, var offset))
            {
                withoutRun.Add(word);
                continue;
            }
            (CollectionsMarshal.GetValueRefOrAddDefault(_byRun, rarest, out _) ??= []).Add(new(word, offset));
            _shapes[ShapeOf(rarest)] = true;
        }
        _withoutRun = withoutRun.DrainToImmutable();
    }

    /// <summary>Each place where a word stands whole, in no order.</summary>
    public List<FoundWord> In(FoldedText folded)
    {
        var found = new List<FoundWord>();
        var text = folded.Text;
        var byRun = _byRun.GetAlternateLookup<ReadOnlySpan<char>>();
        var runs = new WordRuns(text);
        while (runs.MoveNext())
        {
            if (!_shapes[ShapeOf(runs.Current)] || !byRun.TryGetValue(runs.Current, out var filed)) continue;
            foreach (var (word, offset) in filed)
            {
                var start = runs.Start - offset;
                if (start >= 0 && text.AsSpan(start).StartsWith(word.Text, StringComparison.Ordinal) && folded.IsWhole(start, word.Text.Length)) found.Add(new(start, word));
            }
        }
        foreach (var word in _withoutRun)
        {
            for (var at = text.IndexOf(word.Text, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word.Text, at + 1, StringComparison.Ordinal)) found.Add(new(at, word));
        }
        return found;
    }

    /// <summary>How often each run stands in the words.</summary>
    private static Dictionary<string, int> RunsOf(ImmutableArray<PrivateWord> words)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var bySpan = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in words)
        {
            foreach (var run in new WordRuns(word.Text)) CollectionsMarshal.GetValueRefOrAddDefault(bySpan, run, out _)++;
        }
        return counts;
    }

    /// <summary>The first of the rarest runs of a word, and where in the word it begins; an empty run where the word has none.</summary>
    private static (string Run, int Offset) RarestRun(string word, Dictionary<string, int> counts)
    {
        var bySpan = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var (rarest, offset, least) = ("", 0, int.MaxValue);
        var runs = new WordRuns(word);
        while (runs.MoveNext())
        {
            if (!bySpan.TryGetValue(runs.Current, out var run, out var count) || count >= least) continue;
            (rarest, offset, least) = (run, runs.Start, count);
        }
        return (rarest, offset);
    }

    private static int ShapeOf(ReadOnlySpan<char> run) => (((run[0] * 31 + run[^1]) * 31 + run[run.Length / 2]) * 31 + run.Length) & 0xFFFF;

    /// <param name="Offset">Where in the word the run begins under which it is filed.</param>
    private readonly record struct Filed(PrivateWord Word, int Offset);
}

/// <summary>A private word in a text.</summary>
internal readonly record struct FoundWord(int Start, PrivateWord Word);
