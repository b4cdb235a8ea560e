namespace Archive.Search.Indexing;

/// <summary>Where the terms of a document occur, and how often.</summary>
/// <remarks>Has state because it is filled word by word, and its arrays serve one document after the other.</remarks>
internal sealed class Occurrences
{
    /// <summary>Of an identifier, whose parts have positions, and of terms that are no words.</summary>
    public const int NoPosition = -1;

    private readonly List<int> _words = new(1024);
    private byte[] _counted = [];
    private byte[] _positions = [];
    private TermCount[] _terms = new TermCount[1024];
    private int _termCount;
    private Occurrence[] _occurrences = new Occurrence[4096];
    private int _occurrenceCount;

    /// <summary>By number in the lexicon.</summary>
    private Seen[] _seen = [];
    private int _document;
    private int[] _sorted = [];

    /// <summary>Begins the next document.</summary>
    public void Clear()
    {
        _document++;
        (_termCount, _occurrenceCount) = (0, 0);
        _words.Clear();
    }

    /// <param name="position">In words from the start of the document, never less than that of the same term before; or <see cref="NoPosition"/>.</param>
    public void Add(int term, int position, int weight)
    {
        ref var seen = ref SeenOf(term);
        if (seen.AsTermIn != _document)
        {
            (seen.AsTermIn, seen.Place) = (_document, _termCount);
            if (_termCount == _terms.Length) Array.Resize(ref _terms, _termCount * 2);
            _terms[_termCount++] = new() { Term = term };
        }
        ref var count = ref _terms[seen.Place];
        count.Frequency += weight;
        if (position == NoPosition) return;
        count.Positions++;
        if (_occurrenceCount == _occurrences.Length) Array.Resize(ref _occurrences, _occurrenceCount * 2);
        _occurrences[_occurrenceCount++] = new(seen.Place, position);
    }

    /// <summary>A plain word as it is written, not stemmed: for corrections.</summary>
    public void AddWord(int word)
    {
        ref var seen = ref SeenOf(word);
        if (seen.AsWordIn == _document) return;
        seen.AsWordIn = _document;
        _words.Add(word);
    }

    /// <summary>What was added.</summary>
    public CountedTerms ToCounted(Lexicon lexicon)
    {
        var sorted = SortedByTerm();
        var counted = RoomFor(1 + 3 * _termCount + _words.Count, ref _counted);
        var positions = RoomFor(_termCount + sorted.Length, ref _positions);
        var (at, end) = (0, 0);
        Varints.Write(counted, ref at, _termCount);
        foreach (ref readonly var term in _terms.AsSpan(0, _termCount))
        {
            var start = end;
            WritePositions(sorted[(term.Next - term.Positions)..term.Next], positions, ref end);
            Varints.Write(counted, ref at, term.Term);
            Varints.Write(counted, ref at, term.Frequency);
            Varints.Write(counted, ref at, end - start);
        }
        var wordsStart = at;
        foreach (var word in _words) Varints.Write(counted, ref at, word);
        return new() { Lexicon = lexicon, Bytes = counted[..at].ToArray(), WordsStart = wordsStart, Positions = positions[..end].ToArray() };
    }

    /// <param name="numbers">So many can be written.</param>
    private static Span<byte> RoomFor(int numbers, ref byte[] bytes)
    {
        if (bytes.Length < numbers * Varints.Longest) bytes = new byte[numbers * 2 * Varints.Longest];
        return bytes;
    }

    private ref Seen SeenOf(int number)
    {
        if (number >= _seen.Length) Array.Resize(ref _seen, Math.Max(number + 1, Math.Max(_seen.Length * 2, 4096)));
        return ref _seen[number];
    }

    /// <summary>A counting sort: the positions of one term keep the order of the text.</summary>
    private ReadOnlySpan<int> SortedByTerm()
    {
        if (_sorted.Length < _occurrenceCount) _sorted = new int[_occurrences.Length];
        var terms = _terms.AsSpan(0, _termCount);
        var next = 0;
        foreach (ref var term in terms)
        {
            term.Next = next;
            next += term.Positions;
        }
        foreach (var occurrence in _occurrences.AsSpan(0, _occurrenceCount)) _sorted[terms[occurrence.Place].Next++] = occurrence.Position;
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

    private struct Seen
    {
        /// <summary>The last document that had it.</summary>
        public int AsTermIn;

        /// <summary>Among the terms of that document.</summary>
        public int Place;

        /// <summary>The last document that had it as a plain word.</summary>
        public int AsWordIn;
    }

    private struct TermCount
    {
        public int Term;

        /// <summary>Weighted by field.</summary>
        public int Frequency;

        /// <summary>How many.</summary>
        public int Positions;

        /// <summary>Where the next of its positions goes, while they are sorted; then where they end.</summary>
        public int Next;
    }

    private readonly record struct Occurrence(int Place, int Position);
}
