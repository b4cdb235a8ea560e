namespace Archive.Incidents.Validation;

/// <summary>The runs of letters and digits of a text, one after the other.</summary>
/// <remarks>For a <c>foreach</c> that makes no garbage: whole sites are read by runs.</remarks>
internal ref struct WordRuns(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>Where the run begins.</summary>
    public int Start { get; private set; }

    public readonly ReadOnlySpan<char> Current => _text[Start.._at];

    public readonly WordRuns GetEnumerator() => this;

    public bool MoveNext()
    {
        var letters = _text;
        var start = _at;
        while (start < letters.Length && !char.IsLetterOrDigit(letters[start])) start++;
        var end = start;
        while (end < letters.Length && char.IsLetterOrDigit(letters[end])) end++;
        (Start, _at) = (start, end);
        return end > start;
    }
}
