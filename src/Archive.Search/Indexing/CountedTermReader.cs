namespace Archive.Search.Indexing;

/// <summary>Reads the terms of an analysed document, each once, in the order in which they came.</summary>
internal ref struct CountedTermReader
{
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

    public bool MoveNext()
    {
        if (_left-- == 0) return false;
        PositionsStart += PositionsLength;
        Term = Varints.Read(_bytes, ref _at);
        Frequency = Varints.Read(_bytes, ref _at);
        PositionsLength = Varints.Read(_bytes, ref _at);
        return true;
    }
}

/// <summary>Reads the plain words of an analysed document, each once.</summary>
internal ref struct CountedWordReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>Its number in the lexicon of the document.</summary>
    public int Word { get; private set; }

    public bool MoveNext()
    {
        if (_at == _bytes.Length) return false;
        Word = Varints.Read(_bytes, ref _at);
        return true;
    }
}
