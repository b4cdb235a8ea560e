using System.Runtime.CompilerServices;

namespace Archive.Search.Analysis;

/// <summary>What a unit of text is, as far as the way of most of English through <see cref="TokenReader"/> must know.</summary>
internal enum AsciiClass : byte
{
    Break = (byte)' ',
    Lower = (byte)'a',
    Upper = (byte)'A',
    Digit = (byte)'0',

    /// <summary>May join words, or belong to one.</summary>
    Joint = (byte)'-',

    /// <summary>Not ASCII.</summary>
    Other = (byte)'?',
}

internal static class AsciiClasses
{
    /// <summary>By unit, as the letters of <see cref="AsciiClass"/>.</summary>
    private static ReadOnlySpan<byte> Classes =>
        "                "u8 +
        "                "u8 +
        "   --  -   -----"u8 +
        "0000000000-     "u8 +
        "-AAAAAAAAAAAAAAA"u8 +
        "AAAAAAAAAAA -  -"u8 +
        " aaaaaaaaaaaaaaa"u8 +
        "aaaaaaaaaaa     "u8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static AsciiClass Of(char unit)
    {
        var classes = Classes;
        return unit < classes.Length ? (AsciiClass)classes[unit] : AsciiClass.Other;
    }
}
