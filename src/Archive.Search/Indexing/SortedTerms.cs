using System.Buffers.Binary;
using System.Text;

namespace Archive.Search.Indexing;

/// <summary>Terms in the order of their UTF-8 bytes.</summary>
/// <param name="Terms">Those that occur.</param>
/// <param name="Numbers">Of each of them in the lexicon.</param>
internal sealed record SortedTerms(byte[][] Terms, int[] Numbers)
{
    /// <param name="counts">By number in the lexicon: how many documents have it.</param>
    public static SortedTerms Of(MergedLexicon lexicon, int[] counts, int least = 1)
    {
        var numbers = Enumerable.Range(0, counts.Length).Where(n => counts[n] >= least).ToArray();
        var terms = Array.ConvertAll(numbers, n => Encoding.UTF8.GetBytes(lexicon[n].ToArray()));
        var keys = Array.ConvertAll(terms, FirstEight);
        var order = Enumerable.Range(0, numbers.Length).ToArray();
        Array.Sort(keys, order);
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && keys[end] == keys[start];) end++;
            order.AsSpan(start, end - start).Sort((a, b) => terms[a].AsSpan().SequenceCompareTo(terms[b]));
        }
        return new(Array.ConvertAll(order, i => terms[i]), Array.ConvertAll(order, i => numbers[i]));
    }

    private static ulong FirstEight(byte[] term)
    {
        Span<byte> eight = stackalloc byte[8];
        eight.Clear();
        term.AsSpan(0, Math.Min(8, term.Length)).CopyTo(eight);
        return BinaryPrimitives.ReadUInt64BigEndian(eight);
    }
}
