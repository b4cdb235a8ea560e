using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Archive.Incidents.Validation.Prose;

/// <summary>Where words of ASCII letters begin, in order.</summary>
/// <remarks>For a <c>foreach</c>. Looks at 64 characters at once: every word of every postmortem passes here, and going from letter to letter takes three times as long.</remarks>
/// <param name="from">The first character that is looked at; the one before it says whether it begins a word.</param>
/// <param name="last">The last one that may begin a word.</param>
internal ref struct WordStarts(string text, int from, int last)
{
    private const int Width = 64;

    private int _next = from;
    private int _block = from;

    /// <summary>The starts in the block that are still to come, a bit each.</summary>
    private ulong _starts;

    /// <summary>Whether the character before the next block is a letter: 1 or 0.</summary>
    private ulong _isInWord = from > 0 && from <= last && char.IsAsciiLetter(text[from - 1]) ? 1UL : 0;

    public int Current { get; private set; }

    public readonly WordStarts GetEnumerator() => this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // a call for every word would cost as much as all else that is done with most of them
    public bool MoveNext()
    {
        if (_starts == 0 && !MoveToStarts()) return false;
        Current = _block + BitOperations.TrailingZeroCount(_starts);
        _starts &= _starts - 1;
        return Current <= last;
    }

    /// <summary>Goes on to the next block in which words begin; false where there is none.</summary>
    private bool MoveToStarts()
    {
        while (_starts == 0)
        {
            if (_next > last) return false;
            _block = _next;
            var letters = Letters(text.AsSpan(_block, Math.Min(Width, text.Length - _block)));
            _starts = letters & ~((letters << 1) | _isInWord);
            _isInWord = letters >> (Width - 1);
            _next += Width;
        }
        return true;
    }

    /// <summary>Which characters are letters, a bit each.</summary>
    /// <param name="text">At most 64 characters.</param>
    private static ulong Letters(ReadOnlySpan<char> text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var (letters, at) = (0UL, 0);
        for (; at <= units.Length - Vector256<ushort>.Count; at += Vector256<ushort>.Count)
        {
            var places = (Vector256.Create(units[at..]) | Vector256.Create((ushort)0x20)) - Vector256.Create((ushort)'a'); // in the alphabet, whatever the case
            letters |= (ulong)Vector256.LessThan(places, Vector256.Create((ushort)26)).ExtractMostSignificantBits() << at;
        }
        for (; at < units.Length; at++)
        {
            if (char.IsAsciiLetter(text[at])) letters |= 1UL << at;
        }
        return letters;
    }
}
