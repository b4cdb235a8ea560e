using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Archive.Search.Analysis;

/// <summary>Sixteen bytes of a string: all that it is, together with its length, where it is short; else a hash of it.</summary>
internal readonly record struct WordKey(ulong Low, ulong High)
{
    private const ulong Factor = 0x9E3779B97F4A7C15;

    /// <summary>No exact key of more than eight units has it, since the last of them is ASCII.</summary>
    private const ulong Inexact = 1UL << 63;

    /// <summary>Up to so many UTF-16 units fit as they are.</summary>
    private const int Units = 8;

    /// <summary>And so many of ASCII.</summary>
    private const int AsciiUnits = 16;

    public static WordKey Of(ReadOnlySpan<char> text, out bool isExact)
    {
        isExact = true;
        if (text.Length <= Units) return OfUnits(text);
        if (text.Length <= AsciiUnits)
        {
            var units = MemoryMarshal.Cast<char, ushort>(text);
            var (first, last) = (Vector128.Create(units[..Units]), Vector128.Create(units[^Units..]));
            if ((first | last) is var both && (both & Vector128.Create((ushort)0xFF80)) == Vector128<ushort>.Zero)
            {
                var bytes = Vector128.Narrow(first, last).AsUInt64();
                return new(bytes.ToScalar(), bytes.GetElement(1));
            }
        }
        isExact = false;
        return Hashed(text);
    }

    /// <summary>Where to begin to look in a table, modulo its length. Only for this process.</summary>
    public uint Slot => (uint)(Mixed(Low * Factor ^ High) >> 32);

    /// <summary>The ends may overlap: with the length they say it all.</summary>
    private static WordKey OfUnits(ReadOnlySpan<char> text)
    {
        var bytes = MemoryMarshal.AsBytes(text);
        return text.Length switch
        {
            >= 4 => new(MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[^8..])),
            >= 2 => new(MemoryMarshal.Read<uint>(bytes), MemoryMarshal.Read<uint>(bytes[^4..])),
            1 => new(text[0], 0),
            _ => default,
        };
    }

    private static WordKey Hashed(ReadOnlySpan<char> text)
    {
        var bytes = MemoryMarshal.AsBytes(text);
        var hash = (ulong)text.Length * Factor;
        for (; bytes.Length >= 8; bytes = bytes[8..]) hash = Mixed(hash ^ MemoryMarshal.Read<ulong>(bytes));
        foreach (var unit in MemoryMarshal.Cast<byte, char>(bytes)) hash = Mixed(hash ^ unit);
        return new(hash, Inexact);
    }

    private static ulong Mixed(ulong value) => (value ^ (value >> 29)) * Factor;
}
