using System.Buffers.Binary;
using System.Text;

namespace Archive.Search.Indexing;

/// <summary>All strings of a lexicon as UTF-8, in the order of these bytes.</summary>
internal sealed class SortedLexicon
{
    /// <summary>One after the other, by number.</summary>
    private readonly byte[] _utf8;

    /// <summary>By number, and one more for the end.</summary>
    private readonly int[] _starts;

    /// <summary>In order.</summary>
    private readonly int[] _numbers;

    public SortedLexicon(MergedLexicon lexicon)
    {
        _starts = new int[lexicon.Count + 1];
        for (var number = 0; number < lexicon.Count; number++) _starts[number + 1] = _starts[number] + Encoding.UTF8.GetByteCount(lexicon[number]);
        _utf8 = new byte[_starts[^1]];
        _numbers = new int[lexicon.Count];
        for (var number = 0; number < lexicon.Count; number++)
        {
            Encoding.UTF8.GetBytes(lexicon[number], _utf8.AsSpan(_starts[number]));
            _numbers[number] = number;
        }
        Sort();
    }

    public ReadOnlySpan<byte> this[int number] => _utf8.AsSpan(_starts[number].._starts[number + 1]);

    /// <summary>The numbers of those that occur, in the order of the strings.</summary>
    /// <param name="counts">By number: how many documents have it.</param>
    public int[] Having(int[] counts, int least = 1) => Array.FindAll(_numbers, number => counts[number] >= least);

    /// <summary>By the first eight bytes, as numbers, which tell most of them apart; then by all.</summary>
    private void Sort()
    {
        var keys = Array.ConvertAll(_numbers, number => FirstEight(this[number]));
        Array.Sort(keys, _numbers);
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start];) end++;
            if (end - start > 1) _numbers.AsSpan(start, end - start).Sort((a, b) => this[a].SequenceCompareTo(this[b]));
        }
    }

    private static ulong FirstEight(ReadOnlySpan<byte> text)
    {
        if (text.Length >= 8) return BinaryPrimitives.ReadUInt64BigEndian(text);
        var key = 0UL;
        foreach (var one in text) key = key << 8 | one;
        return key << (8 * (8 - text.Length));
    }
}
