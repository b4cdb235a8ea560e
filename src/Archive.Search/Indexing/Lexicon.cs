using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Archive.Search.Indexing;

/// <summary>Numbers strings, by the order in which they come. Has state because it is a memo: it only grows, and nothing shows which numbers it gave.</summary>
internal sealed class Lexicon
{
    public const int None = -1;

    private int[] _slots = NewSlots(1 << 12);
    private Entry[] _entries = new Entry[1 << 11];
    private char[] _text = new char[1 << 14];
    private int _textLength;

    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int number] => _text.AsSpan(_entries[number].Start, _entries[number].Length);

    /// <summary>The number of the stem of a word; <see cref="None"/> until it was set.</summary>
    public ref int Stem(int number) => ref _entries[number].Stem;

    /// <summary>May be offered as a correction: 3 to 24 letters and nothing else.</summary>
    public bool IsPlainWord(int number) => _entries[number].IsPlainWord;

    public int Of(ReadOnlySpan<char> text)
    {
        var hash = Hash(text);
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var number = _slots[slot];
            if (number == None) return Add(text, hash, slot);
            if (_entries[number].Hash == hash && this[number].SequenceEqual(text)) return number;
        }
    }

    private int Add(ReadOnlySpan<char> text, uint hash, int slot)
    {
        if (Count == _entries.Length) Array.Resize(ref _entries, Count * 2);
        if (_textLength + text.Length > _text.Length) Array.Resize(ref _text, Math.Max(_text.Length * 2, _textLength + text.Length));
        text.CopyTo(_text.AsSpan(_textLength));
        _entries[Count] = new() { Start = _textLength, Length = text.Length, Hash = hash, Stem = None, IsPlainWord = IsPlain(text) };
        _textLength += text.Length;
        _slots[slot] = Count++;
        if (Count * 2 > _slots.Length) Grow();
        return Count - 1;
    }

    private void Grow()
    {
        _slots = NewSlots(_slots.Length * 2);
        var mask = _slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var slot = (int)_entries[number].Hash & mask;
            while (_slots[slot] != None) slot = (slot + 1) & mask;
            _slots[slot] = number;
        }
    }

    private static int[] NewSlots(int length)
    {
        var slots = new int[length];
        slots.AsSpan().Fill(None);
        return slots;
    }

    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        if (text.Length is < 3 or > 24) return false;
        foreach (var letter in text)
        {
            if (!char.IsLetter(letter)) return false;
        }
        return true;
    }

    /// <summary>Only for the slots of this process.</summary>
    private static uint Hash(ReadOnlySpan<char> text)
    {
        const ulong Factor = 0x9E3779B97F4A7C15;
        var bytes = MemoryMarshal.AsBytes(text);
        var hash = (ulong)text.Length * Factor;
        for (; bytes.Length >= 8; bytes = bytes[8..]) hash = Mixed(hash ^ MemoryMarshal.Read<ulong>(bytes));
        foreach (var unit in MemoryMarshal.Cast<byte, char>(bytes)) hash = Mixed(hash ^ unit);
        return (uint)(hash >> 32);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static ulong Mixed(ulong value) => (value ^ (value >> 29)) * Factor;
    }

    private struct Entry
    {
        public int Start;
        public int Length;
        public uint Hash;
        public int Stem;
        public bool IsPlainWord;
    }
}
