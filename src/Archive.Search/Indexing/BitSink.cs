using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Archive.Search.Indexing;

/// <summary>Bits that grow; of a byte the lowest comes first.</summary>
internal sealed class BitSink(int capacity = 256)
{
    private readonly ByteSink _bytes = new(capacity);
    private ulong _open;
    private int _count;

    /// <summary>In bits.</summary>
    public long Length => _bytes.Length * 8L + _count;

    /// <summary>The lowest so many bits of a value.</summary>
    /// <param name="count">0 to 24.</param>
    public void Bits(uint value, int count) => Add(value & ((1U << count) - 1), count);

    /// <summary>Rice's code: a one for each 2^<paramref name="low"/> in the value, a zero, then the lowest bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Rice(uint value, int low)
    {
        var high = (int)(value >> low);
        if ((uint)(high + low) < 24) Add((value & ((1U << low) - 1)) << (high + 1) | ((1U << high) - 1), high + 1 + low);
        else RiceLong(value, low);
    }

    private void RiceLong(uint value, int low)
    {
        var high = value >> low;
        for (; high >= 24; high -= 24) Bits(uint.MaxValue, 24);
        Bits((1U << (int)high) - 1, (int)high + 1);
        Bits(value, low);
    }

    /// <param name="value">That has no other bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(uint value, int count)
    {
        _open |= (ulong)value << _count;
        _count += count;
        if (_count >= 32) Flush();
    }

    private void Flush()
    {
        _bytes.UInt32((uint)_open);
        _open >>= 32;
        _count -= 32;
    }

    /// <summary>Some bits of other ones.</summary>
    /// <param name="start">The first bit.</param>
    /// <param name="end">To here, not included.</param>
    public void Append(ReadOnlySpan<byte> bits, long start, long end)
    {
        for (; end - start >= 24; start += 24) Bits(From(bits, start), 24);
        Bits(From(bits, start), (int)(end - start));
    }

    /// <summary>25 bits or more from one on, or what is there.</summary>
    private static uint From(ReadOnlySpan<byte> bits, long start)
    {
        var rest = bits[(int)(start >> 3)..];
        if (rest.Length >= sizeof(uint)) return BinaryPrimitives.ReadUInt32LittleEndian(rest) >> (int)(start & 7);
        var value = 0U;
        for (var i = 0; i < rest.Length; i++) value |= (uint)rest[i] << (8 * i);
        return value >> (int)(start & 7);
    }

    /// <summary>How many bits <see cref="Rice"/> takes for all of some values.</summary>
    public static long RiceLength(ReadOnlySpan<uint> values, int low)
    {
        var (sums, ends) = (Vector128<ulong>.Zero, values.Length - values.Length % Vector128<uint>.Count);
        for (var at = 0; at < ends; at += Vector128<uint>.Count)
        {
            var (lower, upper) = Vector128.Widen(Vector128.ShiftRightLogical(Vector128.Create(values[at..]), low));
            sums += lower + upper;
        }
        var bits = values.Length * (low + 1L) + (long)Vector128.Sum(sums);
        foreach (var value in values[ends..]) bits += value >> low;
        return bits;
    }

    /// <summary>The least number of low bits, no more than these, with which some values take the fewest.</summary>
    /// <remarks>The more low bits, the less another one saves: so there is one valley, which is looked for from where the mean says that it is.</remarks>
    public static int BestLow(ReadOnlySpan<uint> values, int most)
    {
        if (values.IsEmpty) return 0;
        var mean = (RiceLength(values, 0) - values.Length) / values.Length;
        var best = Math.Min(BitOperations.Log2((uint)mean | 1), most);
        var least = RiceLength(values, best);
        var start = best;
        for (var low = best - 1; low >= 0 && RiceLength(values, low) is var bits && bits <= least; low--) (best, least) = (low, bits);
        if (best < start) return best;
        for (var low = best + 1; low <= most && RiceLength(values, low) is var bits && bits < least; low++) (best, least) = (low, bits);
        return best;
    }

    /// <summary>Fills the last byte with zeros.</summary>
    public ReadOnlySpan<byte> Closed()
    {
        for (; _count > 0; _count -= 8, _open >>= 8) _bytes.Byte((byte)_open);
        _count = 0;
        return _bytes.Span;
    }

    public void Clear()
    {
        _bytes.Clear();
        (_open, _count) = (0, 0);
    }
}
