namespace Archive.Search.Indexing;

/// <summary>Where the terms of a document occur, and how often.</summary>
/// <remarks>Has state because it is filled word by word, and its arrays serve one document after the other.</remarks>
internal sealed class Occurrences
{
    /// <summary>Of an identifier, whose parts have positions, and of terms that are no words.</summary>
    public const int NoPosition = -1;

    /// <summary>A term that stands for no plain word.</summary>
    public const int NoWord = -1;

    private readonly Numbering _terms = new();

    /// <summary>By place of the term.</summary>
    private TermCount[] _counts = new TermCount[1024];

    /// <summary>Plain words that are not their own stem.</summary>
    private readonly Numbering _inflected = new();

    private Occurrence[] _occurrences = new Occurrence[4096];
    private int _occurrenceCount;
    private byte[] _counted = [];
    private byte[] _positions = [];
    private int[] _sorted = [];
    private int[] _others = [];

    /// <summary>Begins the next document.</summary>
    public void Clear()
    {
        _terms.Clear();
        _inflected.Clear();
        _occurrenceCount = 0;
    }

    /// <param name="position">In words from the start of the document, never less than that of the same term before; or <see cref="NoPosition"/>.</param>
    /// <param name="word">The plain word as it is written, not stemmed, for corrections; or <see cref="NoWord"/>.</param>
    public void Add(int term, int position, int weight, int word = NoWord)
    {
        var known = _terms.Count;
        var place = _terms.PlaceOf(term);
        if (place == _counts.Length) Array.Resize(ref _counts, place * 2);
        ref var count = ref _counts[place];
        if (place == known) count = default;
        count.Frequency += weight;
        if (word == term) count.IsWord = true;
        else if (word != NoWord) _inflected.PlaceOf(word);
        if (position == NoPosition) return;
        count.Positions++;
        if (_occurrenceCount == _occurrences.Length) Array.Resize(ref _occurrences, _occurrenceCount * 2);
        _occurrences[_occurrenceCount++] = new(place, position);
    }

    /// <summary>What was added.</summary>
    public CountedTerms ToCounted(Lexicon lexicon)
    {
        var sorted = SortedByTerm();
        var inflected = WithoutTerms(_inflected.Numbers);
        var counted = RoomFor(1 + 4 * _terms.Count + inflected.Length, ref _counted);
        var positions = RoomFor(_terms.Count + sorted.Length, ref _positions);
        var (at, end) = (0, 0);
        Varints.Write(counted, ref at, _terms.Count);
        for (var place = 0; place < _terms.Count; place++)
        {
            ref readonly var count = ref _counts[place];
            var start = end;
            WritePositions(sorted[(count.Next - count.Positions)..count.Next], positions, ref end);
            CountedTermReader.Write(counted, ref at, _terms.Numbers[place], count.Frequency, end - start, count.IsWord);
        }
        var wordsStart = at;
        foreach (var word in inflected) Varints.Write(counted, ref at, word);
        return new() { Lexicon = lexicon, Bytes = counted[..at].ToArray(), WordsStart = wordsStart, Positions = positions[..end].ToArray() };
    }

    /// <summary>What is a term in other places of the document, where it belongs to code and is not stemmed, is remembered with the term.</summary>
    private ReadOnlySpan<int> WithoutTerms(ReadOnlySpan<int> words)
    {
        if (_others.Length < words.Length) _others = new int[words.Length * 2];
        var left = 0;
        foreach (var word in words)
        {
            if (_terms.Find(word) is >= 0 and var place) _counts[place].IsWord = true;
            else _others[left++] = word;
        }
        return _others.AsSpan(0, left);
    }

    /// <param name="numbers">So many can be written.</param>
    private static Span<byte> RoomFor(int numbers, ref byte[] bytes)
    {
        if (bytes.Length < numbers * Varints.Longest) bytes = new byte[numbers * 2 * Varints.Longest];
        return bytes;
    }

    /// <summary>A counting sort: the positions of one term keep the order of the text.</summary>
    private ReadOnlySpan<int> SortedByTerm()
    {
        if (_sorted.Length < _occurrenceCount) _sorted = new int[_occurrences.Length];
        var counts = _counts.AsSpan(0, _terms.Count);
        var next = 0;
        foreach (ref var count in counts)
        {
            count.Next = next;
            next += count.Positions;
        }
        foreach (var occurrence in _occurrences.AsSpan(0, _occurrenceCount)) _sorted[counts[occurrence.Place].Next++] = occurrence.Position;
        return _sorted.AsSpan(0, _occurrenceCount);
    }

    /// <summary>0 for no position; else, and one more for the first, twice the position or the difference to the last one, and 1 where more follow.</summary>
    private static void WritePositions(ReadOnlySpan<int> positions, Span<byte> target, ref int at)
    {
        if (positions.IsEmpty) target[at++] = 0;
        var (before, first) = (0, 1);
        for (var i = 0; i < positions.Length; i++)
        {
            var more = i + 1 < positions.Length ? 1 : 0;
            Varints.Write(target, ref at, first + 2 * (positions[i] - before) + more);
            (before, first) = (positions[i], 0);
        }
    }

    private struct TermCount
    {
        /// <summary>Weighted by field.</summary>
        public int Frequency;

        /// <summary>How many.</summary>
        public int Positions;

        /// <summary>Where the next of its positions goes, while they are sorted; then where they end.</summary>
        public int Next;

        /// <summary>It is a plain word as it is written, somewhere.</summary>
        public bool IsWord;
    }

    private readonly record struct Occurrence(int Place, int Position);
}
