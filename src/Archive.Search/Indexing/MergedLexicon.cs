namespace Archive.Search.Indexing;

/// <summary>One numbering over the lexicons of all documents: where they have but one, its own.</summary>
internal sealed class MergedLexicon
{
    private readonly Lexicon _all;
    private readonly Dictionary<Lexicon, int[]> _numbers = new(ReferenceEqualityComparer.Instance);

    public MergedLexicon(IReadOnlyList<AnalyzedDocument> documents)
    {
        foreach (var document in documents) _numbers.TryAdd(document.Lexicon, []);
        if (_numbers.Count == 1)
        {
            _all = documents[0].Lexicon;
            _numbers[_all] = [.. Enumerable.Range(0, _all.Count)];
            return;
        }
        _all = new();
        foreach (var lexicon in _numbers.Keys) _numbers[lexicon] = Merge(lexicon);
    }

    public int Count => _all.Count;

    public ReadOnlySpan<char> this[int number] => _all[number];

    /// <summary>By number in the lexicon of a document: the number here.</summary>
    public int[] NumbersOf(Lexicon lexicon) => _numbers[lexicon];

    private int[] Merge(Lexicon lexicon)
    {
        var numbers = new int[lexicon.Count];
        for (var number = 0; number < numbers.Length; number++) numbers[number] = _all.Of(lexicon[number]);
        return numbers;
    }
}
