using System.Runtime.CompilerServices;

namespace Archive.Search.Indexing;

/// <summary>Where the terms of a document occur, and how often.</summary>
/// <remarks>Has state because it is filled word by word, and its arrays serve one document after the other.</remarks>
internal sealed class Occurrences
{
    /// <summary>Of an identifier, whose parts have positions, and of terms that are no words.</summary>
    public const int NoPosition = -1;

    /// <summary>A term that stands for no plain word.</summary>
    public const int NoWord = -1;

    /// <summary>By number in the lexicon: the place of its count, if that is there and of this number. So nothing need be cleared between documents.</summary>
    /// <remarks>A sparse set (Briggs and Torczon, An efficient representation for sparse sets, 1993).</remarks>
    private int[] _places = new int[1 << 12];

    /// <summary>In the order in which they came.</summary>
    private Count[] _counts = new Count[1024];

    private int _count;
    private int _terms;

    private Occurrence[] _occurrences = new Occurrence[4096];
    private int _occurrenceCount;
    private byte[] _counted = [];
    private byte[] _positions = [];
    private int[] _sorted = [];

    /// <summary>Begins the next document.</summary>
    public void Clear() => (_count, _terms, _occurrenceCount) = (0, 0, 0);

    /// <param name="position">In words from the start of the document, never less than that of the same term before; or <see cref="NoPosition"/>.</param>
    /// <param name="weight">More than 0.</param>
    /// <param name="word">The plain word as it is written, not stemmed, for corrections; or <see cref="NoWord"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int term, int position, int weight, int word = NoWord)
    {
        var place = PlaceOf(term);
        ref var count = ref _counts[place];
        if (count.Frequency == 0) _terms++;
        count.Frequency += weight;
        if (position != NoPosition)
        {
            count.Positions++;
            if (_occurrenceCount == _occurrences.Length) Array.Resize(ref _occurrences, _occurrenceCount * 2);
            _occurrences[_occurrenceCount++] = new(place, position);
        }
        if (word == term) count.IsWord = true;
        else if (word != NoWord) AddWord(word);
    }

    private void AddWord(int word)
    {
        var place = PlaceOf(word);
        _counts[place].IsWord = true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PlaceOf(int number)
    {
        if ((uint)number < (uint)_places.Length)
        {
            var place = _places[number];
            if (place < _count && _counts[place].Number == number) return place;
        }
        return NewPlace(number);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int NewPlace(int number)
    {
        if (number >= _places.Length) Array.Resize(ref _places, Math.Max(_places.Length * 2, number + 1));
        if (_count == _counts.Length) Array.Resize(ref _counts, _count * 2);
        _counts[_count] = new() { Number = number };
        return _places[number] = _count++;
    }

    /// <summary>What was added.</summary>
    public CountedTerms ToCounted(Lexicon lexicon)
    {
        var sorted = SortedByTerm();
        var counts = _counts.AsSpan(0, _count);
        var counted = RoomFor(1 + 4 * counts.Length, ref _counted);
        var positions = RoomFor(counts.Length + sorted.Length, ref _positions);
        var (at, end, next) = (0, 0, 0);
        Varints.Write(counted, ref at, _terms);
        foreach (ref var count in counts)
        {
            if (count.Frequency == 0) continue;
            var start = end;
            WritePositions(sorted[next..count.Next], positions, ref end);
            next = count.Next;
            CountedTermReader.Write(counted, ref at, count.Number, count.Frequency, end - start, count.IsWord);
        }
        var wordsStart = at;
        foreach (ref var count in counts)
        {
            if (count.Frequency == 0) Varints.Write(counted, ref at, count.Number);
        }
        return new() { Lexicon = lexicon, Bytes = counted[..at].ToArray(), WordsStart = wordsStart, Positions = positions[..end].ToArray() };
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
        var (sorted, counts, next) = (_sorted, _counts, 0);
        foreach (ref var count in counts.AsSpan(0, _count))
        {
            count.Next = next;
            next += count.Positions;
        }
        foreach (var occurrence in _occurrences.AsSpan(0, _occurrenceCount)) sorted[counts[occurrence.Place].Next++] = occurrence.Position;
        return sorted.AsSpan(0, _occurrenceCount);
    }

    /// <summary>0 for no position; else, and one more for the first, twice the position or the difference to the last one, and 1 where more follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WritePositions(ReadOnlySpan<int> positions, Span<byte> target, ref int at)
    {
        if (positions.IsEmpty)
        {
            target[at++] = 0;
            return;
        }
        var (before, first) = (0, 1);
        foreach (var position in positions[..^1])
        {
            Varints.Write(target, ref at, first + 2 * (position - before) + 1);
            (before, first) = (position, 0);
        }
        Varints.Write(target, ref at, first + 2 * (positions[^1] - before));
    }

    /// <summary>Of a term; or, where the frequency is 0, of a plain word that is not its own stem, and no term in other places of the document.</summary>
    private struct Count
    {
        /// <summary>In the lexicon.</summary>
        public int Number;

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
