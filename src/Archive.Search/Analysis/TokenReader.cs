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

    private readonly ReadOnlySpan<char> _text;
    private readonly bool _isCode;
    private Characters _word;
    private Characters _stem;
    private int _wordLength;
    private int _words;

    // Where the next step begins, and where the chunk, its large and its small segment end that it lies in.
    private int _at;
    private int _chunkEnd;
    private int _largeEnd;
    private int _smallEnd;
    private int _chunkStart;
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
        while (true)
        {
            if (_at >= _chunkEnd)
            {
                if (ReadSimpleWord()) return true;
                if (!FindChunk()) return false;
                if (!_isPaired && OpenChunk()) return true;
            }

            if (_isPaired ? ReadPair() : ReadWithin()) return true;
        }
    }

    /// <summary>A shortcut for most of English: letters of ASCII, at most the first a capital, between breaks that join nothing.</summary>
    private bool ReadSimpleWord()
    {
        var text = _text;
        var start = _at;
        while (start < text.Length && AsciiClasses.Of(text[start]) is AsciiClass.Break or AsciiClass.Joint) start++;
        _at = start;
        if (start == text.Length || (start > 0 && text[start - 1] == '-') || AsciiClasses.Of(text[start]) is not (AsciiClass.Lower or AsciiClass.Upper)) return false;
        Span<char> word = _word;
        word[0] = (char)(text[start] | 0x20);
        var end = start + 1;
        while (end < text.Length && end - start < MaxLength && AsciiClasses.Of(text[end]) == AsciiClass.Lower)
        {
            word[end - start] = text[end];
            end++;
        }

        if (!EndsSimply(end)) return false;
        (_at, _chunkEnd, _wordLength) = (end, end, end - start);
        (Start, Length, Position) = (start, end - start, _words++);
        Kind = StopWords.Contains(word[..(end - start)]) ? TokenKind.StopWord : TokenKind.Word;
        return true;
    }

    private readonly bool EndsSimply(int end)
    {
        if (end == _text.Length) return true;
        var after = AsciiClasses.Of(_text[end]);
        if (after == AsciiClass.Break) return true;
        if (after != AsciiClass.Joint || _text[end] is '+' or '#') return false;
        return end + 1 == _text.Length || AsciiClasses.Of(_text[end + 1]) == AsciiClass.Break;
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
        _chunkStart = _at = _largeEnd = _smallEnd = start;
        _isPaired = Letters.WordUnits(text, start) == 0;
        _chunkEnd = _isPaired ? PairedEnd(start) : ChunkEnd(start);
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

    private readonly int ChunkEnd(int at)
    {
        while (true)
        {
            int units;
            while ((units = Letters.WordUnits(_text, at)) > 0) at += units;
            var joint = JointUnits(at);
            if (joint == 0) return at;
            at += joint;
        }
    }

    /// <summary>How many units join the word before a place with one behind it; 0: none.</summary>
    private readonly int JointUnits(int at)
    {
        if (at + 1 >= _text.Length) return 0;
        switch (_text[at])
        {
            case ':' when _text[at + 1] == ':' && Letters.WordUnits(_text, at + 2) > 0:
                return 2;
            case '-' or '.' or '_' or ':' or '/' or '\\' or '@' or '$':
                break;
            case ',' when char.IsAsciiDigit(_text[at - 1]) && char.IsAsciiDigit(_text[at + 1]):
            case '\'' or '’' when !char.IsAsciiDigit(_text[at - 1]) && !char.IsAsciiDigit(_text[at + 1]):
                break;
            default:
                return 0;
        }

        return Letters.WordUnits(_text, at + 1) > 0 ? 1 : 0;
    }

    /// <summary>Looks at a chunk as a whole. True: it is a name and the token.</summary>
    private bool OpenChunk()
    {
        var chunk = _text[_chunkStart.._chunkEnd];
        var dashes = Dashes();
        var signs = Signs(chunk);
        _isDressed = dashes > 0 || signs > 0;
        _isPlain = false;
        if (!_isDressed)
        {
            var isCased = Letters.CasedEnd(chunk) < chunk.Length;
            var joints = _isCode ? "0123456789-/:\\@,.$_" : "0123456789:\\@,.$_";
            _isPlain = !isCased && !chunk.ContainsAny(joints);
            if (_isPlain && !chunk.ContainsAny('-', '/')) return false;
            if (!IsCompound(chunk)) return false;
        }

        return Accept(_chunkStart - dashes, _chunkEnd + signs, TokenKind.Identifier);
    }

    /// <summary>Of a command-line flag; one dash makes a flag in code only.</summary>
    private readonly int Dashes()
    {
        var start = _chunkStart;
        if (start == 0 || _text[start - 1] != '-' || !char.IsAsciiLetter(_text[start])) return 0;
        var dashes = start > 1 && _text[start - 2] == '-' ? 2 : _isCode ? 1 : 0;
        return start == dashes || " \t\r\n\"'`([=|".Contains(_text[start - dashes - 1]) ? dashes : 0;
    }

    /// <summary>Of <c>C++</c> and <c>C#</c>.</summary>
    private readonly int Signs(ReadOnlySpan<char> chunk)
    {
        var after = _text[_chunkEnd..];
        if (after.IsEmpty || after[0] is not ('+' or '#')) return 0;
        foreach (var unit in chunk)
        {
            if (!char.IsAsciiLetter(unit)) return 0;
        }

        if (after is ['+', '+', ..] and not ['+', '+', '+', ..]) return 2;
        return chunk.Length == 1 && after[0] == '#' && (after.Length == 1 || !char.IsAsciiLetterOrDigit(after[1])) ? 1 : 0;
    }

    /// <summary>The next segment that is a name, or the next part of one.</summary>
    private bool ReadWithin()
    {
        while (_at < _chunkEnd && Letters.WordUnits(_text, _at) == 0) _at++;
        if (_at >= _chunkEnd) return false;
        if (_at >= _largeEnd)
        {
            _largeEnd = SegmentEnd(_chunkEnd, ":\\/@,");
            _smallEnd = _at;
            var isWhole = !_isDressed && _at == _chunkStart && _largeEnd == _chunkEnd;
            if (!isWhole && IsCompound(_text[_at.._largeEnd]) && Accept(_at, _largeEnd, TokenKind.Identifier)) return true;
        }

        if (_at >= _smallEnd)
        {
            var isFirst = _at == _chunkStart || ":\\/@,".Contains(_text[_at - 1]);
            _smallEnd = SegmentEnd(_largeEnd, ".$");
            _isShort = _smallEnd - _at <= MaxCased;
            var isWhole = isFirst && _smallEnd == _largeEnd;
            if (!isWhole && IsCompound(_text[_at.._smallEnd]) && Accept(_at, _smallEnd, TokenKind.Identifier)) return true;
        }

        return ReadPart();
    }

    private bool ReadPart()
    {
        var end = SegmentEnd(_smallEnd, "-_");
        var part = _text[_at..end];
        if (_isShort) end = _at + Letters.CasedEnd(part);
        var start = _at;
        _at = end;
        if (!Accept(start, end, TokenKind.Part)) return false;
        if (_isPlain) Kind = StopWords.Contains(Word) ? TokenKind.StopWord : TokenKind.Word;
        return true;
    }

    private readonly int SegmentEnd(int limit, string separators)
    {
        var length = _text[_at..limit].IndexOfAny(separators);
        return length < 0 ? limit : _at + length;
    }

    private static bool IsCompound(ReadOnlySpan<char> text) =>
        Letters.HasSeparator(text) || (text.Length <= MaxCased && Letters.CasedEnd(text) < text.Length);

    /// <summary>Two letters of a script without spaces; a mark of voice belongs to the letter before it.</summary>
    private bool ReadPair()
    {
        var second = PairedUnitEnd(_at);
        var isAlone = second >= _chunkEnd;
        if (isAlone && _at != _chunkStart)
        {
            _at = _chunkEnd;
            return false;
        }

        var start = _at;
        _at = second;
        return Accept(start, isAlone ? second : PairedUnitEnd(second), TokenKind.Word);
    }

    private readonly int PairedUnitEnd(int at)
    {
        Span<char> folded = stackalloc char[TokenReader.MaxLength];
        for (var isFirst = true; at < _chunkEnd; isFirst = false)
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
        _wordLength = Letters.Fold(_text[start..end], _word);
        if (_wordLength == 0) return false;
        (Start, Length, Kind) = (start, end - start, kind);
        Position = kind == TokenKind.Identifier ? _words : _words++;
        return true;
    }

    [InlineArray(MaxLength)]
    private struct Characters
    {
        private char _first;
    }
}
