using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Archive.Search.Analysis;

/// <summary>
/// Cuts text into tokens without allocating. The reader of a query takes the same steps as the indexer.
/// </summary>
/// <remarks>
/// An identifier comes before its parts and has the position of the first of them; every other token has a position of its own, so that
/// the tokens other than <see cref="TokenKind.Identifier"/> are the words of a phrase, one after the other. Identifiers lie in each
/// other: <c>java.lang.OutOfMemoryError</c> gives itself, java, lang, OutOfMemoryError, out, of, memory, error.
/// Since parts are not stemmed and words are, a word of a query is to be looked up both as its <see cref="Term"/> and as its <see cref="Word"/>.
/// </remarks>
public ref struct TokenReader
{
    /// <summary>In UTF-16 units, of a folded word; longer ones are cut there.</summary>
    public const int MaxLength = 64;

    private readonly ReadOnlySpan<char> _text;
    private readonly TextKind _kind;
    private Characters _word;
    private Characters _stem;
    private int _wordLength;

    public TokenReader(ReadOnlySpan<char> text, TextKind kind)
    {
        _text = text;
        _kind = kind;
        Position = -1;
    }

    /// <summary>Counted in words from 0.</summary>
    public int Position { get; private set; }

    /// <summary>Where the token begins in the text as given, in UTF-16 units.</summary>
    public int Start { get; private set; }

    /// <summary>In the text as given.</summary>
    public int Length { get; private set; }

    public TokenKind Kind { get; private set; }

    /// <summary>Folded, not stemmed: what a lexicon for corrections and prefixes wants, and the key to remember a term by. Valid until the next move.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<char> Word => ((ReadOnlySpan<char>)_word)[.._wordLength];

    /// <summary>What is looked up: the stem of a word, else the same as <see cref="Word"/>. Computed at each call: remember it per distinct word and kind.</summary>
    [UnscopedRef]
    public ReadOnlySpan<char> Term
    {
        get
        {
            if (Kind is TokenKind.Identifier or TokenKind.Part) return Word;
            Word.CopyTo(_stem);
            return ((ReadOnlySpan<char>)_stem)[..Porter2.Stem(((Span<char>)_stem)[.._wordLength])];
        }
    }

    public bool MoveNext()
    {
        var start = Start + Length;
        while (start < _text.Length && !char.IsLetterOrDigit(_text[start])) start++;
        var end = start;
        while (end < _text.Length && char.IsLetterOrDigit(_text[end])) end++;
        (Start, Length) = (start, end - start);
        if (Length == 0) return false;
        Position++;
        _wordLength = Math.Min(Length, MaxLength);
        _text.Slice(start, _wordLength).ToLowerInvariant(_word);
        Kind = _kind == TextKind.Code && Word.ContainsAnyInRange('0', '9') ? TokenKind.Part : TokenKind.Word;
        return true;
    }

    [InlineArray(MaxLength)]
    private struct Characters
    {
        private char _first;
    }
}
