namespace Archive.Search.Analysis;

/// <summary>Collects the words of a fingerprint: without what leads a log line, and # only between words.</summary>
internal ref struct FingerprintWords(Span<char> buffer)
{
    private const int MaxWords = 32;
    private const int MinWords = 2;
    private const int MinLetters = 8;

    /// <summary>Of the buffer to give: each word with a space.</summary>
    public const int MaxLength = MaxWords * (TokenReader.MaxLength + 1);

    private readonly Span<char> _buffer = buffer;
    private int _length;
    private int _count;
    private int _constants;
    private int _letters;
    private bool _isAfterVariable;

    public readonly bool IsFull => _count == MaxWords;

    public void AddVariable()
    {
        if (_count == 0 || _isAfterVariable || IsFull) return;
        Append("#");
        _isAfterVariable = true;
    }

    public void Add(scoped ReadOnlySpan<char> word)
    {
        if (IsFull || (_count == 0 && IsLeading(word))) return;
        Append(word);
        CountConstant(word.Length);
    }

    /// <summary>node12 is node#.</summary>
    public void AddWithoutDigits(scoped ReadOnlySpan<char> word)
    {
        if (IsFull) return;
        var length = 0;
        Span<char> replaced = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsAsciiDigit(word[i])) replaced[length++] = word[i];
            else if (i == 0 || !char.IsAsciiDigit(word[i - 1])) replaced[length++] = '#';
        }

        Append(replaced[..length]);
        CountConstant(length);
    }

    /// <summary>In the buffer; nothing where too little is constant.</summary>
    public readonly ReadOnlySpan<char> ToFingerprint()
    {
        if (_constants < MinWords || _letters < MinLetters) return [];
        var text = _buffer[..(_length - 1)];
        return _isAfterVariable ? text[..^2] : text;
    }

    private void CountConstant(int letters)
    {
        _constants++;
        _letters += letters;
        _isAfterVariable = false;
    }

    private void Append(scoped ReadOnlySpan<char> word)
    {
        word.CopyTo(_buffer[_length..]);
        _length += word.Length;
        _buffer[_length++] = ' ';
        _count++;
    }

    private static bool IsLeading(ReadOnlySpan<char> word) => word is
        "error" or "err" or "warn" or "warning" or "info" or "debug" or "trace" or "fatal" or "critical" or "crit" or "notice" or "severe" or
        "level" or "jan" or "feb" or "mar" or "apr" or "may" or "jun" or "jul" or "aug" or "sep" or "oct" or "nov" or "dec" or
        "mon" or "tue" or "wed" or "thu" or "fri" or "sat" or "sun" or "utc" or "gmt";
}
