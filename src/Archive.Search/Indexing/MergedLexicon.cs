namespace Archive.Search.Indexing;

/// <summary>One numbering over the lexicons of all documents: that of the largest, with what the others have beside it.</summary>
internal sealed class MergedLexicon
{
    private readonly Lexicon _all = new();
    private readonly Dictionary<Lexicon, int[]> _numbers = new(ReferenceEqualityComparer.Instance);

    public MergedLexicon(IReadOnlyList<AnalyzedDocument> documents)
    {
        foreach (var document in documents)
        {
            if (!_numbers.ContainsKey(document.Lexicon)) _numbers.Add(document.Lexicon, Merge(document.Lexicon));
        }
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
