using Archive.Search.Analysis;

namespace Archive.Search.Indexing;

/// <summary>
/// Numbers strings, by the order in which they come. Has state because it is a memo: it only grows, and nothing shows which numbers it gave.
/// </summary>
/// <remarks>
/// For many threads at once. To look up takes no lock: what was numbered stays where it is, and only the table of slots is copied to a
/// larger one, which is published whole. Who finds nothing in a table that is out of date asks again under the lock.
/// </remarks>
internal sealed class Lexicon
{
    public const int None = -1;

    private readonly Lock _adding = new();
    private volatile Tables _tables = new(slots: 1 << 12, texts: 1 << 8);

    /// <summary>Behind the last text.</summary>
    private int _textEnd;

    /// <summary>Not to be asked while others add.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int number] => _tables.Text(number);

    public KnownWord Known(int number) => _tables.Entry(number).Known;

    /// <summary>So that nobody has to stem it again.</summary>
    public void Remember(int number, int stem) => _tables.Entry(number).Known.Stem = stem;

    public int Of(ReadOnlySpan<char> text) => Of(text, WordKey.Of(text));

    /// <param name="key">Of the text.</param>
    public int Of(ReadOnlySpan<char> text, WordKey key)
    {
        var number = _tables.Find(text, key, out _);
        return number == None ? Add(text, key) : number;
    }

    private int Add(ReadOnlySpan<char> text, WordKey key)
    {
        lock (_adding)
        {
            var known = _tables.Find(text, key, out _);
            if (known != None) return known;
            if (Count * 2 == _tables.Slots.Length) _tables = _tables.WithMoreSlots();
            var start = Tables.StartOf(_textEnd, text.Length);
            if (!_tables.HasBlockAt(start)) _tables = _tables.WithMoreTexts(start);
            var tables = _tables;
            tables.Find(text, key, out var slot);
            text.CopyTo(tables.RoomAt(start, text.Length));
            tables.RoomFor(Count) = new() { Key = key, Start = start, Length = text.Length, Known = KnownWord.Of(text, key) };
            _textEnd = start + text.Length;
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

    /// <summary>Whoever has older ones sees less and nothing wrong: a number is in their slots only if its text and entry are in their blocks.</summary>
    private sealed class Tables
    {
        // entries and characters lie in blocks that are never copied: the lexicon of a large archive has many megabytes
        private const int EntriesInBlock = 1 << 11;
        private const int TextInBlock = 1 << 15;

        private readonly Entry[]?[] _entries;
        private readonly char[]?[] _texts;

        /// <param name="slots">A power of two.</param>
        public Tables(int slots, int texts) : this(new int[slots], new Entry[Math.Max(1, slots / 2 / EntriesInBlock)][], new char[texts][])
        {
        }

        private Tables(int[] slots, Entry[]?[] entries, char[]?[] texts) => (Slots, _entries, _texts) = (slots, entries, texts);

        /// <summary>One more than a number, 0 for none: at the slot of its key, or behind it where others are there. Half of them stay empty.</summary>
        public int[] Slots { get; }

        /// <param name="number">That is in the slots: so its block is there, and that of its text.</param>
        public ref Entry Entry(int number) => ref _entries[number / EntriesInBlock]![number % EntriesInBlock];

        public ReadOnlySpan<char> Text(int number)
        {
            ref var entry = ref Entry(number);
            return _texts[entry.Start / TextInBlock].AsSpan(entry.Start % TextInBlock, entry.Length);
        }

        /// <param name="empty">Where it would be added, if it was not found.</param>
        public int Find(ReadOnlySpan<char> text, WordKey key, out int empty)
        {
            var mask = Slots.Length - 1;
            for (empty = (int)key.Slot & mask; ; empty = (empty + 1) & mask)
            {
                var number = Volatile.Read(ref Slots[empty]) - 1;
                if (number == None) return None;
                ref var entry = ref Entry(number);
                if (entry.Key == key && entry.Length == text.Length && (key.IsExact || Text(number).SequenceEqual(text))) return number;
            }
        }

        /// <summary>Makes the block of the next number where it is the first of it.</summary>
        public ref Entry RoomFor(int number)
        {
            _entries[number / EntriesInBlock] ??= new Entry[EntriesInBlock];
            return ref Entry(number);
        }

        /// <summary>No text lies in two blocks; one that is longer than a block has a longer one.</summary>
        public static int StartOf(int end, int length) =>
            end % TextInBlock == 0 || end % TextInBlock + length <= TextInBlock ? end : (end / TextInBlock + 1) * TextInBlock;

        public bool HasBlockAt(int start) => start / TextInBlock < _texts.Length;

        /// <param name="start">Of <see cref="StartOf"/>.</param>
        public Span<char> RoomAt(int start, int length) =>
            (_texts[start / TextInBlock] ??= new char[Math.Max(TextInBlock, length)]).AsSpan(start % TextInBlock);

        /// <summary>Twice as many.</summary>
        public Tables WithMoreSlots()
        {
            var more = new Tables(new int[Slots.Length * 2], new Entry[Math.Max(1, Slots.Length / EntriesInBlock)][], _texts);
            _entries.CopyTo(more._entries);
            var mask = more.Slots.Length - 1;
            foreach (var taken in Slots)
            {
                if (taken == 0) continue;
                var slot = (int)Entry(taken - 1).Key.Slot & mask;
                while (more.Slots[slot] != 0) slot = (slot + 1) & mask;
                more.Slots[slot] = taken;
            }
            return more;
        }

        /// <summary>The slots are copied too: who still has these tables must not find what is only in the others.</summary>
        public Tables WithMoreTexts(int start)
        {
            var more = new char[]?[Math.Max(_texts.Length * 2, start / TextInBlock + 1)];
            _texts.CopyTo(more, 0);
            return new([.. Slots], _entries, more);
        }
    }
}
