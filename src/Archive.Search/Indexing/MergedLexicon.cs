using System.Runtime.CompilerServices;

namespace Archive.Search.Indexing;

/// <summary>One numbering over the lexicons of all documents: where they have but one, its own.</summary>
internal sealed class MergedLexicon
{
    private readonly Lexicon _all;
    private readonly Dictionary<Lexicon, int[]?> _numbers = new(ReferenceEqualityComparer.Instance);

    public MergedLexicon(IReadOnlyList<AnalyzedDocument> documents)
    {
        foreach (var document in documents) _numbers.TryAdd(document.Lexicon, null);
        if (_numbers.Count == 1)
        {
            _all = documents[0].Lexicon;
            return;
        }
        _all = new();
        foreach (var lexicon in _numbers.Keys) _numbers[lexicon] = Merge(lexicon);
    }

    public int Count => _all.Count;

    public ReadOnlySpan<char> this[int number] => _all[number];

    public MergedNumbers NumbersOf(Lexicon lexicon) => new(_numbers[lexicon]);

    private int[] Merge(Lexicon lexicon)
    {
        var numbers = new int[lexicon.Count];
        for (var number = 0; number < numbers.Length; number++) numbers[number] = _all.Of(lexicon[number]);
        return numbers;
    }
}

/// <summary>By number in the lexicon of a document: the number in all of them.</summary>
/// <param name="numbers">Null where they are the same.</param>
internal readonly struct MergedNumbers(int[]? numbers)
{
    public int this[int number]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => numbers is null ? number : numbers[number];
    }
}
