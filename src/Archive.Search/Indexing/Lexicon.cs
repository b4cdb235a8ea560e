using Archive.Search.Analysis;

namespace Archive.Search.Indexing;

/// <summary>
/// Numbers strings, by the order in which they come. Has state because it is a memo: it only grows, and nothing shows which numbers it gave.
/// </summary>
/// <remarks>
/// For many threads at once. To look up takes no lock: what was numbered stays where it is in its tables, and a larger copy of them is
/// published whole. Who finds nothing in tables that are out of date asks again under the lock.
/// </remarks>
internal sealed class Lexicon
{
    public const int None = -1;

    private readonly Lock _adding = new();
    private volatile Tables _tables = new(new int[1 << 13], new Entry[1 << 12], new char[1 << 15]);
    private int _textLength;

    /// <summary>Not to be asked while others add.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int number] => _tables.Text(number);

    public KnownWord Known(int number) => _tables.Entries[number].Known;

    /// <summary>A memo: it may be lost when others add at the same time.</summary>
    public void Remember(int number, int stem) => _tables.Entries[number].Known.Stem = stem;

    public int Of(ReadOnlySpan<char> text)
    {
        var key = WordKey.Of(text, out var isExact);
        var number = _tables.Find(text, key, isExact, out _);
        return number == None ? Add(text, key, isExact) : number;
    }

    private int Add(ReadOnlySpan<char> text, WordKey key, bool isExact)
    {
        lock (_adding)
        {
            var known = _tables.Find(text, key, isExact, out _);
            if (known != None) return known;
            if (Count == _tables.Entries.Length) _tables = _tables.WithMoreEntries();
            if (_textLength + text.Length > _tables.Characters.Length) _tables = _tables.WithMoreCharacters(text.Length);
            var tables = _tables;
            tables.Find(text, key, isExact, out var slot);
            text.CopyTo(tables.Characters.AsSpan(_textLength));
            tables.Entries[Count] = new() { Key = key, Start = _textLength, Length = text.Length, Known = KnownWord.Of(text) };
            _textLength += text.Length;
            Volatile.Write(ref tables.Slots[slot], ++Count);
            return Count - 1;
        }
    }

    private struct Entry
    {
        public WordKey Key;
        public int Start;
        public int Length;
        public KnownWord Known;
    }

    /// <param name="slots">One more than a number, 0 for none: at the slot of its key, or behind it where others are there. Half of them stay empty.</param>
    /// <param name="entries">By number.</param>
    /// <param name="characters">Of all entries, one after the other.</param>
    private sealed class Tables(int[] slots, Entry[] entries, char[] characters)
    {
        public int[] Slots => slots;

        public Entry[] Entries => entries;

        public char[] Characters => characters;

        public ReadOnlySpan<char> Text(int number) => characters.AsSpan(entries[number].Start, entries[number].Length);

        /// <param name="empty">Where it would be added, if it was not found.</param>
        public int Find(ReadOnlySpan<char> text, WordKey key, bool isExact, out int empty)
        {
            var mask = slots.Length - 1;
            for (empty = (int)key.Slot & mask; ; empty = (empty + 1) & mask)
            {
                var number = Volatile.Read(ref slots[empty]) - 1;
                if (number == None) return None;
                ref var entry = ref entries[number];
                if (entry.Key == key && entry.Length == text.Length && (isExact || Text(number).SequenceEqual(text))) return number;
            }
        }

        /// <summary>Twice as many. Only to be asked when all are taken.</summary>
        public Tables WithMoreEntries()
        {
            var more = new Tables(new int[slots.Length * 2], new Entry[entries.Length * 2], characters);
            entries.CopyTo(more.Entries.AsSpan());
            var mask = more.Slots.Length - 1;
            for (var number = 0; number < entries.Length; number++)
            {
                var slot = (int)entries[number].Key.Slot & mask;
                while (more.Slots[slot] != 0) slot = (slot + 1) & mask;
                more.Slots[slot] = number + 1;
            }
            return more;
        }

        /// <summary>The slots are copied too: who still has these tables must not find what is only in the others.</summary>
        public Tables WithMoreCharacters(int length)
        {
            var more = new char[Math.Max(characters.Length * 2, characters.Length + length)];
            characters.CopyTo(more.AsSpan());
            return new([.. slots], entries, more);
        }
    }
}
