using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Archive.Search.Analysis;

/// <summary>Sixteen bytes of a string: its units, where they are so few and all ASCII, and zeros; else a hash of it.</summary>
internal readonly record struct WordKey(ulong Low, ulong High)
{
    /// <summary>Up to so many UTF-16 units of ASCII fit as they are.</summary>
    public const int Units = 16;

    private const ulong Factor = 0x9E3779B97F4A7C15;

    /// <summary>No exact key has it, since the last byte of one is ASCII.</summary>
    private const ulong Inexact = 1UL << 63;

    /// <summary>From a place before the middle on, so many bytes are kept as lie before the middle.</summary>
    private static ReadOnlySpan<byte> Kept =>
    [
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>Two strings of one length that have this key are the same.</summary>
    public bool IsExact => (long)High >= 0;

    /// <summary>Where to begin to look in a table, modulo its length. Only for this process.</summary>
    public uint Slot
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (uint)(Mixed(Low * Factor ^ High) >> 32);
    }

    public static WordKey Of(ReadOnlySpan<char> text)
    {
        if (text.Length > Units) return Hashed(text);
        Span<ushort> units = stackalloc ushort[Units];
        units.Clear();
        text.CopyTo(MemoryMarshal.Cast<ushort, char>(units));
        var (first, last) = (Vector128.Create<ushort>(units), Vector128.Create<ushort>(units[(Units / 2)..]));
        return ((first | last) & Vector128.Create((ushort)0xFF80)) == Vector128<ushort>.Zero ? new(Vector128.Narrow(first, last)) : Hashed(text);
    }

    /// <summary>Of the first of some bytes in lower case, which are ASCII.</summary>
    /// <param name="length">How many, no more than <see cref="Units"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordKey Lower(Vector128<byte> bytes, int length)
    {
        var isCapital = Vector128.LessThan(bytes - Vector128.Create((byte)'A'), Vector128.Create((byte)26));
        return new((bytes | isCapital & Vector128.Create((byte)0x20)) & Vector128.Create(Kept.Slice(Units - length, Units)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(WordKey other) => Low == other.Low && High == other.High;

    public override int GetHashCode() => (int)Slot;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private WordKey(Vector128<byte> bytes) : this(bytes.AsUInt64().ToScalar(), bytes.AsUInt64().GetElement(1))
    {
    }

    private static WordKey Hashed(ReadOnlySpan<char> text)
    {
        var bytes = MemoryMarshal.AsBytes(text);
        var hash = (ulong)text.Length * Factor;
        for (; bytes.Length >= 8; bytes = bytes[8..]) hash = Mixed(hash ^ MemoryMarshal.Read<ulong>(bytes));
        foreach (var unit in MemoryMarshal.Cast<byte, char>(bytes)) hash = Mixed(hash ^ unit);
        return new(hash, Inexact);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mixed(ulong value) => (value ^ (value >> 29)) * Factor;
}
