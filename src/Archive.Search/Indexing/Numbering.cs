using System.Numerics;

namespace Archive.Search.Indexing;

/// <summary>Gives each number its place, by the order in which they come.</summary>
/// <remarks>Has state because it is filled number by number, for one document after the other.</remarks>
internal sealed class Numbering
{
    private const int UsualSlots = 1 << 11;

    /// <summary>By the hash of a number, or behind that where others are: one more than its place, 0 for none. Half of them stay empty.</summary>
    private int[] _slots = new int[UsualSlots];

    private int[] _numbers = new int[UsualSlots / 2];

    public int Count { get; private set; }

    /// <summary>By place.</summary>
    public ReadOnlySpan<int> Numbers => _numbers.AsSpan(0, Count);

    public void Clear()
    {
        // after a very long document those that follow shall not clear its table again and again
        if (_slots.Length > UsualSlots) _slots = new int[UsualSlots];
        else Array.Clear(_slots);
        Count = 0;
    }

    /// <summary>Its place, new or not.</summary>
    public int PlaceOf(int number) => Find(number, out var empty) is >= 0 and var place ? place : Add(number, empty);

    /// <summary>Its place; -1 where it has none.</summary>
    public int Find(int number) => Find(number, out _);

    private int Find(int number, out int empty)
    {
        var mask = _slots.Length - 1;
        for (empty = SlotOf(number); ; empty = (empty + 1) & mask)
        {
            var place = _slots[empty] - 1;
            if (place < 0 || _numbers[place] == number) return place;
        }
    }

    private int Add(int number, int slot)
    {
        if (Count == _numbers.Length) Array.Resize(ref _numbers, Count * 2);
        _numbers[Count] = number;
        _slots[slot] = ++Count;
        if (Count * 2 > _slots.Length) Spread();
        return Count - 1;
    }

    /// <summary>Over twice as many slots.</summary>
    private void Spread()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var place = 0; place < Count; place++)
        {
            var slot = SlotOf(_numbers[place]);
            while (_slots[slot] != 0) slot = (slot + 1) & mask;
            _slots[slot] = place + 1;
        }
    }

    /// <summary>Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).</summary>
    private int SlotOf(int number) => (int)((uint)number * 0x9E3779B9 >> (32 - BitOperations.Log2((uint)_slots.Length)));
}
