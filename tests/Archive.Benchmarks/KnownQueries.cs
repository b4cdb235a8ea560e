using System.Collections.Immutable;

namespace Archive.Benchmarks;

/// <summary>Draws what somebody would type who looks for a document that they know, of each kind one per document. The same documents give the same queries.</summary>
/// <remarks>
/// Words are drawn as Azzopardi, de Rijke and Balog do ("Building simulated queries for known-item topics", 2007, popularity × discrimination): from title and summary,
/// a word of the title counting twice, in proportion to its frequency there × the logarithm of documents / documents with it.
/// A query ought to identify its item, so up to eight are drawn and the first that fits one document only is taken; where none does, the last is
/// taken and counted apart.
/// </remarks>
public sealed class KnownQueries(KnownCorpus corpus, ulong seed)
{
    public const string Words = "words";
    public const string Prefix = "prefix";
    public const string Typo = "typo";
    public const string Phrase = "phrase";
    public const string AsLogged = "error as logged";
    public const string OtherIds = "error with other ids";

    public static ImmutableArray<string> Kinds { get; } = [Words, Prefix, Typo, Phrase, AsLogged, OtherIds];

    private const int Draws = 8;
    private const int WordsOfQuery = 4;
    private const int WordsOfPhrase = 6;
    private const int LeastWord = 4;
    private const int LeastTypo = 5;
    private const int LeastPrefix = 3;

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz";

    /// <returns>Null where the document has nothing of this kind: no line of a log, no run of words.</returns>
    public KnownItem? Of(int document, string kind)
    {
        var known = corpus.Documents[document];
        var dice = new Dice(seed ^ ((ulong)document << 8) ^ (ulong)Kinds.IndexOf(kind));
        KnownItem? item = null;
        for (var draw = 0; draw < Draws && item is not { IsAlone: true }; draw++)
        {
            if (Drawn(known, kind, dice) is not var (text, fits)) return null;
            item = new(kind, text, known.Document.Id, fits);
        }
        return item;
    }

    private (string Text, int Fits)? Drawn(KnownDocument known, string kind, Dice dice) => kind switch
    {
        Phrase => DrawnPhrase(known, dice),
        AsLogged => DrawnLine(known, dice, _ => true) is { } line ? (line, corpus.WithLine(line)) : null,
        OtherIds => DrawnLine(known, dice, l => ChangedValues.ShapeOf(l) != l) is { } line ? (ChangedValues.Of(line, dice), corpus.WithShapeOf(line)) : null,
        _ => DrawnWords(known, dice) is { IsEmpty: false } words ? Typed(words, kind, dice) : null,
    };

    private (string Text, int Fits)? Typed(ImmutableArray<string> words, string kind, Dice dice)
    {
        switch (kind)
        {
            case Prefix:
                var beginning = words[^1][..Math.Max(LeastPrefix, words[^1].Length / 2)];
                return (string.Join(' ', words[..^1].Add(beginning)), corpus.WithAll(words[..^1], beginning));
            case Typo:
                ImmutableArray<int> places = [.. Enumerable.Range(0, words.Length).Where(i => words[i].Length >= LeastTypo)];
                if (places.IsEmpty) return null;
                var place = dice.Pick(places);
                var mistyped = words[place];
                while (corpus.Knows(mistyped)) mistyped = Mistyped(words[place], dice);
                return (string.Join(' ', words.SetItem(place, mistyped)), corpus.WithAll(words));
            default:
                return (string.Join(' ', words), corpus.WithAll(words));
        }
    }

    /// <summary>In the order of the document; fewer where title and summary have no more.</summary>
    private ImmutableArray<string> DrawnWords(KnownDocument known, Dice dice)
    {
        var weights = new OrderedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (word, times) in known.TitleWords().Select(w => (w, 2)).Concat(known.SummaryWordsOf().Select(w => (w, 1))).Where(w => w.w.Length >= LeastWord))
        {
            weights[word] = weights.GetValueOrDefault(word) + times * Math.Log((double)corpus.Documents.Length / corpus.Having(word));
        }
        var chosen = new List<int>();
        while (chosen.Count < Math.Min(WordsOfQuery, weights.Count))
        {
            var at = weights.Values.Index().Where(w => !chosen.Contains(w.Index)).Sum(w => w.Item) * dice.Share();
            var next = weights.Values.Index().Where(w => !chosen.Contains(w.Index)).ToList();
            chosen.Add(next.SkipWhile(w => (at -= w.Item) > 0).Append(next[^1]).First().Index);
        }
        return [.. chosen.Order().Select(i => weights.GetAt(i).Key)];
    }

    private (string Text, int Fits)? DrawnPhrase(KnownDocument known, Dice dice)
    {
        ImmutableArray<ImmutableArray<string>> runs = [.. known.Runs().Where(run => run.Length >= WordsOfPhrase)];
        if (runs.IsEmpty) return null;
        var run = dice.Pick(runs);
        var from = dice.Below(run.Length - WordsOfPhrase + 1);
        var phrase = run[from..(from + WordsOfPhrase)];
        return ($"\"{string.Join(' ', phrase)}\"", corpus.WithRun(phrase));
    }

    private static string? DrawnLine(KnownDocument known, Dice dice, Func<string, bool> isFit)
    {
        ImmutableArray<string> lines = [.. known.Logged().Where(ChangedValues.IsTrouble).Where(isFit)];
        return lines.IsEmpty ? null : dice.Pick(lines);
    }

    /// <summary>One letter other, more or less, or two neighbours swapped.</summary>
    private static string Mistyped(string word, Dice dice)
    {
        var at = dice.Below(word.Length - 1);
        var letter = dice.Text(1, Alphabet);
        return dice.Below(4) switch
        {
            0 => $"{word[..at]}{letter}{word[(at + 1)..]}",
            1 => $"{word[..at]}{letter}{word[at..]}",
            2 => $"{word[..at]}{word[(at + 1)..]}",
            _ => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
        };
    }
}
