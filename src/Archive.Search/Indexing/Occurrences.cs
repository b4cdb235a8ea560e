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
    private Occurrence[] _occurrences = new Occurrence[4096];
    private int _occurrenceCount;
    private byte[] _counted = [];
    private byte[] _positions = [];
    private int[] _sorted = [];

    /// <summary>Begins the next document.</summary>
    public void Clear() => _occurrenceCount = 0;

    /// <param name="position">In words from the start of the document, never less than that of the same term before; or <see cref="NoPosition"/>.</param>
    /// <param name="weight">More than 0.</param>
    /// <param name="word">The plain word as it is written, not stemmed, for corrections; or <see cref="NoWord"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int term, int position, int weight, int word = NoWord)
    {
        if (_occurrenceCount == _occurrences.Length) Array.Resize(ref _occurrences, _occurrenceCount * 2);
        _occurrences[_occurrenceCount++] = new() { Term = term, Position = position, Weight = weight, Word = word };
    }

    /// <summary>What was added.</summary>
    public CountedTerms ToCounted(Lexicon lexicon)
    {
        var positioned = CountAll(out var terms);
        var sorted = SortedByTerm(positioned);
        var counts = _counts.AsSpan(0, _count);
        var counted = RoomFor(1 + 4 * counts.Length, ref _counted);
        var positions = RoomFor(counts.Length + positioned, ref _positions);
        var (at, end, next) = (0, 0, 0);
        Varints.Write(counted, ref at, terms);
        foreach (ref var count in counts)
        {
            if (count.Frequency == 0) continue;
            var start = end;
            WritePositions(sorted, ref next, count.Positions, positions, ref end);
            CountedTermReader.Write(counted, ref at, count.Number, count.Frequency, end - start, count.IsWord);
        }
        var wordsStart = at;
        foreach (ref var count in counts)
        {
            if (count.Frequency == 0) Varints.Write(counted, ref at, count.Number);
        }
        return new() { Lexicon = lexicon, Bytes = counted[..at].ToArray(), WordsStart = wordsStart, Positions = positions[..end].ToArray() };
    }

    /// <summary>Puts the places of terms into their occurrences.</summary>
    /// <param name="terms">How many there are.</param>
    /// <returns>How many positions there are.</returns>
    private int CountAll(out int terms)
    {
        var positions = 0;
        (_count, terms) = (0, 0);
        foreach (ref var occurrence in _occurrences.AsSpan(0, _occurrenceCount))
        {
            var place = PlaceOf(occurrence.Term);
            ref var count = ref _counts[place];
            if (count.Frequency == 0) terms++;
            count.Frequency += occurrence.Weight;
            if (occurrence.Word == occurrence.Term) count.IsWord = true;
            occurrence.Place = place;
            if (occurrence.Position != NoPosition)
            {
                count.Positions++;
                positions++;
            }
            if (occurrence.Word == NoWord || occurrence.Word == occurrence.Term) continue;
            place = PlaceOf(occurrence.Word);
            _counts[place].IsWord = true;
        }
        return positions;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PlaceOf(int number)
    {
        var (places, counts) = (_places, _counts);
        if ((uint)number < (uint)places.Length)
        {
            var place = places[number];
            if (place < _count && counts[place].Number == number) return place;
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

    /// <param name="numbers">So many can be written.</param>
    private static Span<byte> RoomFor(int numbers, ref byte[] bytes)
    {
        if (bytes.Length < numbers * Varints.Longest) bytes = new byte[numbers * 2 * Varints.Longest];
        return bytes;
    }

    /// <summary>A counting sort: the positions of one term keep the order of the text.</summary>
    private ReadOnlySpan<int> SortedByTerm(int positions)
    {
        if (_sorted.Length < positions) _sorted = new int[positions * 2];
        var (sorted, counts, next) = (_sorted, _counts, 0);
        foreach (ref var count in counts.AsSpan(0, _count))
        {
            count.Next = next;
            next += count.Positions;
        }
        foreach (ref var occurrence in _occurrences.AsSpan(0, _occurrenceCount))
        {
            if (occurrence.Position != NoPosition) sorted[counts[occurrence.Place].Next++] = occurrence.Position;
        }
        return sorted.AsSpan(0, positions);
    }

    /// <summary>0 for no position; else, and one more for the first, twice the position or the difference to the last one, and 1 where more follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WritePositions(ReadOnlySpan<int> sorted, ref int next, int left, Span<byte> target, ref int at)
    {
        if (left == 0)
        {
            target[at++] = 0;
            return;
        }
        for (var (before, first) = (0, 1); left > 0; first = 0)
        {
            var position = sorted[next++];
            left--;
            Varints.Write(target, ref at, first + 2 * (position - before) + (left > 0 ? 1 : 0));
            before = position;
        }
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

    /// <summary>What was added; and, once that is counted, the place of the term.</summary>
    private struct Occurrence
    {
        public int Term;
        public int Position;
        public int Weight;
        public int Word;
        public int Place;
    }
}
