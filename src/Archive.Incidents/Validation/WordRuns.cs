using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Archive.Incidents.Validation;

/// <summary>The runs of letters and digits of a text, one after the other.</summary>
/// <remarks>For a <c>foreach</c> that makes no garbage. Looks at 64 characters at once: whole sites are read by runs.</remarks>
internal ref struct WordRuns(ReadOnlySpan<char> text)
{
    private const int Width = 64;

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;
    private int _block;
    private int _next;

    /// <summary>The letters and digits of the block that are still to come, a bit each.</summary>
    private ulong _rest;

    /// <summary>Where the run begins.</summary>
    public int Start { get; private set; }

    public readonly ReadOnlySpan<char> Current => _text[Start.._at];

    public readonly WordRuns GetEnumerator() => this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // as with words of prose, a call for each would cost as much as all else
    public bool MoveNext()
    {
        if (_rest == 0 && !MoveToRuns()) return false;
        var from = BitOperations.TrailingZeroCount(_rest);
        Start = _block + from;
        _at = Start + BitOperations.TrailingZeroCount(~(_rest >> from));
        _rest &= _rest + (1UL << from); // what is added is carried through the run, and leaves nothing of it
        if (_at == _block + Width) GoOn();
        return true;
    }

    /// <summary>Goes on to the next block in which a letter or digit stands; false where there is none.</summary>
    private bool MoveToRuns()
    {
        while (_rest == 0)
        {
            if (_next >= _text.Length) return false;
            MoveToBlock();
        }
        return true;
    }

    /// <summary>Follows a run that reaches the end of its block through those behind it.</summary>
    private void GoOn()
    {
        while (_at == _block + Width && _next < _text.Length)
        {
            MoveToBlock();
            _at += BitOperations.TrailingZeroCount(~_rest);
            _rest &= _rest + 1;
        }
    }

    private void MoveToBlock()
    {
        _block = _next;
        _rest = LettersAndDigits(_text.Slice(_block, Math.Min(Width, _text.Length - _block)));
        _next += Width;
    }

    /// <summary>Which characters are letters or digits, a bit each.</summary>
    /// <param name="text">At most 64 characters.</param>
    private static ulong LettersAndDigits(ReadOnlySpan<char> text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var (found, foreign, at) = (0UL, 0UL, 0);
        for (; at <= units.Length - Vector256<ushort>.Count; at += Vector256<ushort>.Count)
        {
            var letters = Vector256.Create(units[at..]);
            var isLetter = Vector256.LessThan((letters | Vector256.Create((ushort)0x20)) - Vector256.Create((ushort)'a'), Vector256.Create((ushort)26)); // whatever the case
            var isDigit = Vector256.LessThan(letters - Vector256.Create((ushort)'0'), Vector256.Create((ushort)10));
            found |= (ulong)(isLetter | isDigit).ExtractMostSignificantBits() << at;
            foreign |= (ulong)Vector256.GreaterThanOrEqual(letters, Vector256.Create((ushort)0x80)).ExtractMostSignificantBits() << at;
        }
        foreign |= at == Width ? 0 : ((1UL << text.Length - at) - 1) << at; // the last few are looked at one by one as well
        for (; foreign != 0; foreign &= foreign - 1)
        {
            var one = BitOperations.TrailingZeroCount(foreign);
            if (char.IsLetterOrDigit(text[one])) found |= 1UL << one;
        }
        return found;
    }
}
