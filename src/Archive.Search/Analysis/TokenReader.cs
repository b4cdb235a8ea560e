using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Archive.Search.Analysis;

/// <summary>
/// Cuts text into tokens without allocating. <c>Browser/analysis.js</c> takes the same steps.
/// </summary>
/// <remarks>
/// <para>Words are broken as UAX #29 does in essence; scripts without spaces give overlapping pairs of letters. A name is a run of words joined by
/// one of <c>- . _ : / \ @ $</c>, by <c>::</c>, or by a comma between digits. It gives itself, then its segments (between <c>: / \ @ ,</c>, then
/// between <c>. $</c>) where they are names too, then its parts: <c>java.lang.OutOfMemoryError</c> gives itself, java, lang, OutOfMemoryError,
/// out, of, memory, error.</para>
/// <para>An identifier comes before its parts and has the position of the first of them; every other token has a position of its own, so
/// that the tokens other than <see cref="TokenKind.Identifier"/> are the words of a phrase, one after the other.</para>
/// <para>Since parts are not stemmed and words are, a word of a query is to be looked up both as its <see cref="Term"/> and as its <see cref="Word"/>.</para>
/// </remarks>
public ref struct TokenReader
{
    /// <summary>In UTF-16 units, of a folded word; longer ones are cut there.</summary>
    public const int MaxLength = 64;

    /// <summary>A longer segment is not split by case: it is no name.</summary>
    private const int MaxCased = 48;

    private const int NotFolded = -1;

    private readonly ReadOnlySpan<char> _text;
    private readonly bool _isCode;
    private Characters _word;
    private Characters _stem;

    /// <summary>Of what stands in <see cref="_word"/>; <see cref="NotFolded"/> until somebody asks for it, where the key says it all.</summary>
    private int _wordLength;

    private WordKey _key;
    private TokenKind _kind;
    private int _words;

    // Where the next step begins; the chunk that it lies in, and where the large and the small segment of it end.
    private int _at;
    private Chunk _chunk;
    private int _largeEnd;
    private int _smallEnd;
    private bool _isPlain;
    private bool _isDressed;
    private bool _isPaired;
    private bool _isShort;

    public TokenReader(ReadOnlySpan<char> text, TextKind kind)
    {
        _text = text;
        _isCode = kind == TextKind.Code;
        Position = -1;
    }

    /// <summary>Counted in words from 0.</summary>
    public int Position { get; private set; }

    /// <summary>Where the token begins in the text as given, in UTF-16 units.</summary>
    public int Start { get; private set; }

    /// <summary>In the text as given.</summary>
    public int Length { get; private set; }

    public readonly TokenKind Kind => _kind == TokenKind.Word && StopWords.Contains(_key) ? TokenKind.StopWord : _kind;

    /// <summary>As <see cref="Kind"/>, but without asking whether a word is a stop word: who remembers that per distinct word asks less.</summary>
    internal readonly TokenKind KindOfAnyWord => _kind;

    /// <summary>Of <see cref="Word"/>, which need not be looked at by who finds its key.</summary>
    internal readonly WordKey Key => _key;

    /// <summary>Folded, not stemmed: what a lexicon for corrections and prefixes wants, and the key to remember a term by. Valid until the next move.</summary>
    [UnscopedRef]
    public ReadOnlySpan<char> Word
    {
        get
        {
            if (_wordLength == NotFolded) _wordLength = Letters.FoldAscii(_text.Slice(Start, Length), _word);
            return ((ReadOnlySpan<char>)_word)[.._wordLength];
        }
    }

    /// <summary>What is looked up: the stem of a word, else the same as <see cref="Word"/>. Computed at each call: remember it per distinct word and kind.</summary>
    [UnscopedRef]
    public ReadOnlySpan<char> Term
    {
        get
        {
            var word = Word;
            if (_kind is TokenKind.Identifier or TokenKind.Part) return word;
            word.CopyTo(_stem);
            return ((ReadOnlySpan<char>)_stem)[..Porter2.Stem(((Span<char>)_stem)[..word.Length])];
        }
    }

    public bool MoveNext()
    {
        while (true)
        {
            if (_at >= _chunk.End)
            {
                if (ReadPlainWord()) return true;
                if (!FindChunk()) return false;
                if (!_isPaired && OpenChunk()) return true;
            }

            if (_isPaired ? ReadPair() : ReadWithin()) return true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool ReadPlainWord()
    {
        var text = _text;
        var start = PlainWord.StartFrom(text, _at);
        var length = PlainWord.LengthAt(text, start, out var bytes);
        _at = start + length;
        if (length == 0) return false;
        _key = WordKey.Lower(bytes, length);
        (Start, Length, Position) = (start, length, _words++);
        (_wordLength, _kind) = (NotFolded, TokenKind.Word);
        return true;
    }

    /// <summary>The next run of letters that belong together; its bounds are without what dresses it.</summary>
    private bool FindChunk()
    {
        var text = _text;
        var start = _at;
        while (start < text.Length)
        {
            var units = Letters.WordUnits(text, start);
            if (units > 0) break;
            var point = Letters.PointAt(text, start, out units);
            if (Folding.IsPaired(point) && Folding.IsWord(point)) break;
            start += units;
        }

        if (start >= text.Length) return false;
        _at = _largeEnd = _smallEnd = start;
        _isPaired = Letters.WordUnits(text, start) == 0;
        _chunk = _isPaired ? new(start, PairedEnd(start), ChunkTraits.Foreign) : Chunk.At(text, start);
        return true;
    }

    private readonly int PairedEnd(int at)
    {
        while (at < _text.Length)
        {
            var point = Letters.PointAt(_text, at, out var units);
            if (!Folding.IsPaired(point) || !Folding.IsWord(point)) break;
            at += units;
        }

        return at;
    }

    /// <summary>Looks at a chunk as a whole. True: it is a name and the token.</summary>
    private bool OpenChunk()
    {
        var chunk = _text[_chunk.Start.._chunk.End];
        var dashes = _chunk.Dashes(_text, _isCode);
        var signs = _chunk.Signs(_text);
        _isDressed = dashes > 0 || signs > 0;
        _isPlain = false;
        if (!_isDressed)
        {
            var isCased = _chunk.Has(ChunkTraits.InnerCapital) && Letters.CasedEnd(chunk) < chunk.Length;
            _isPlain = !isCased && !_chunk.Has(_isCode ? ChunkTraits.Digit | ChunkTraits.AnyJoint : ChunkTraits.Digit | ChunkTraits.NameJoint);
            if (!_chunk.Has(ChunkTraits.AnyJoint) && !(isCased && chunk.Length <= MaxCased)) return false;
        }

        return Accept(_chunk.Start - dashes, _chunk.End + signs, TokenKind.Identifier);
    }

    /// <summary>The next segment that is a name, or the next part of one.</summary>
    private bool ReadWithin()
    {
        while (_at < _chunk.End && Letters.WordUnits(_text, _at) == 0) _at++;
        if (_at >= _chunk.End) return false;
        if (_at >= _largeEnd)
        {
            _largeEnd = SegmentEnd(_chunk.End, ChunkTraits.AnyLarge, Chunk.LargeJoints);
            _smallEnd = _at;
            var isWhole = !_isDressed && _at == _chunk.Start && _largeEnd == _chunk.End;
            if (!isWhole && IsCompound(_text[_at.._largeEnd]) && Accept(_at, _largeEnd, TokenKind.Identifier)) return true;
        }

        if (_at >= _smallEnd)
        {
            var isFirst = _at == _chunk.Start || Chunk.LargeJoints.Contains(_text[_at - 1]);
            _smallEnd = SegmentEnd(_largeEnd, ChunkTraits.SmallJoint, Chunk.SmallJoints);
            _isShort = _smallEnd - _at <= MaxCased;
            var isWhole = isFirst && _smallEnd == _largeEnd;
            if (!isWhole && IsCompound(_text[_at.._smallEnd]) && Accept(_at, _smallEnd, TokenKind.Identifier)) return true;
        }

        return ReadPart();
    }

    private bool ReadPart()
    {
        var end = SegmentEnd(_smallEnd, ChunkTraits.AnyPart, Chunk.PartJoints);
        if (_isShort && _chunk.Has(ChunkTraits.InnerCapital)) end = _at + Letters.CasedEnd(_text[_at..end]);
        var start = _at;
        _at = end;
        return Accept(start, end, _isPlain ? TokenKind.Word : TokenKind.Part);
    }

    private readonly int SegmentEnd(int limit, ChunkTraits traits, string separators)
    {
        if (!_chunk.Has(traits)) return limit;
        var length = _text[_at..limit].IndexOfAny(separators);
        return length < 0 ? limit : _at + length;
    }

    private static bool IsCompound(ReadOnlySpan<char> text) =>
        Letters.HasSeparator(text) || (text.Length <= MaxCased && Letters.CasedEnd(text) < text.Length);

    /// <summary>Two letters of a script without spaces; a mark of voice belongs to the letter before it.</summary>
    private bool ReadPair()
    {
        var second = PairedUnitEnd(_at);
        var isAlone = second >= _chunk.End;
        if (isAlone && _at != _chunk.Start)
        {
            _at = _chunk.End;
            return false;
        }

        var start = _at;
        _at = second;
        return Accept(start, isAlone ? second : PairedUnitEnd(second), TokenKind.Word);
    }

    private readonly int PairedUnitEnd(int at)
    {
        Span<char> folded = stackalloc char[TokenReader.MaxLength];
        for (var isFirst = true; at < _chunk.End; isFirst = false)
        {
            var point = Letters.PointAt(_text, at, out var units);
            if (!isFirst && Folding.Fold(point, folded) is var length && !(length == 0 || (length == 1 && folded[0] is '\u3099' or '\u309A'))) break;
            at += units;
        }

        return at;
    }

    /// <summary>Makes the token; false where nothing is left of it.</summary>
    private bool Accept(int start, int end, TokenKind kind)
    {
        (Start, Length, _kind) = (start, end - start, kind);
        var isForeign = _chunk.Has(ChunkTraits.Foreign);
        _wordLength = isForeign ? Letters.Fold(_text[start..end], _word) : NotFolded;
        if (_wordLength == 0) return false;
        _key = isForeign || Length > WordKey.Units ? WordKey.Of(Word) : WordKey.Lower(PlainWord.BytesAt(_text, start), Length);
        Position = kind == TokenKind.Identifier ? _words : _words++;
        return true;
    }

    [InlineArray(MaxLength)]
    private struct Characters
    {
        private char _first;
    }
}
