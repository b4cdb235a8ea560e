using System.Runtime.CompilerServices;

namespace Archive.Search.Indexing;

/// <summary>Reads the terms of an analysed document, each once, in the order in which they came.</summary>
internal ref struct CountedTermReader
{
    // of the byte behind the number of a term
    private const int WordBit = 1;
    private const int FrequencyShift = 1;
    private const int MostFrequency = 7;
    private const int LengthShift = 4;
    private const int MostLength = 15;

    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;
    private int _left;

    public CountedTermReader(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _left = Varints.Read(bytes, ref _at);
    }

    /// <summary>Its number in the lexicon of the document.</summary>
    public int Term { get; private set; }

    /// <summary>Weighted by field.</summary>
    public int Frequency { get; private set; }

    /// <summary>Where its positions begin among those of the document.</summary>
    public int PositionsStart { get; private set; }

    /// <summary>In bytes.</summary>
    public int PositionsLength { get; private set; }

    /// <summary>The document has it as a plain word too: see <see cref="InflectedWordReader"/> for the others.</summary>
    public bool IsWord { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (_left-- == 0) return false;
        PositionsStart += PositionsLength;
        Term = Varints.Read(_bytes, ref _at);
        var small = _bytes[_at++];
        IsWord = (small & WordBit) != 0;
        Frequency = small >> FrequencyShift & MostFrequency;
        PositionsLength = small >> LengthShift;
        if (Frequency == MostFrequency) Frequency += Varints.Read(_bytes, ref _at);
        if (PositionsLength == MostLength) PositionsLength += Varints.Read(_bytes, ref _at);
        return true;
    }

    /// <summary>The number, and a byte for all else where that is small; what it has no room for follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(Span<byte> bytes, ref int at, int term, int frequency, int positionsLength, bool isWord)
    {
        var (small, few) = (Math.Min(frequency, MostFrequency), Math.Min(positionsLength, MostLength));
        Varints.Write(bytes, ref at, term);
        bytes[at++] = (byte)((isWord ? WordBit : 0) | small << FrequencyShift | few << LengthShift);
        if (small == MostFrequency) Varints.Write(bytes, ref at, frequency - small);
        if (few == MostLength) Varints.Write(bytes, ref at, positionsLength - few);
    }
}

/// <summary>Reads the plain words of an analysed document that are not their own stem, each once.</summary>
internal ref struct InflectedWordReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>Its number in the lexicon of the document.</summary>
    public int Word { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (_at == _bytes.Length) return false;
        Word = Varints.Read(_bytes, ref _at);
        return true;
    }
}
