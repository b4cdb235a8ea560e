namespace Archive.Search.Analysis;

/// <summary>What a run of text holds. What it does not hold need not be looked for.</summary>
[Flags]
internal enum ChunkTraits
{
    None = 0,
    Digit = 1,

    /// <summary>Behind the first unit, of ASCII.</summary>
    InnerCapital = 2,

    /// <summary>Anything but ASCII.</summary>
    Foreign = 4,

    /// <summary>Between large segments: one of <see cref="Chunk.LargeJoints"/> but the slash.</summary>
    LargeJoint = 8,

    /// <summary>A joint between large segments that prose has too.</summary>
    Slash = 16,

    /// <summary>One of <see cref="Chunk.SmallJoints"/>.</summary>
    SmallJoint = 32,

    Underline = 64,

    /// <summary>A joint between parts that prose has too.</summary>
    Hyphen = 128,

    AnyLarge = LargeJoint | Slash,
    AnyPart = Underline | Hyphen,
    AnyJoint = AnyLarge | SmallJoint | AnyPart,

    /// <summary>What makes a name of a run of letters in prose.</summary>
    NameJoint = LargeJoint | SmallJoint | Underline,
}

/// <summary>A run of letters and digits that belong together, without what dresses it.</summary>
internal readonly record struct Chunk(int Start, int End, ChunkTraits Traits)
{
    public const string LargeJoints = ":\\/@,";
    public const string SmallJoints = ".$";
    public const string PartJoints = "-_";

    public int Length => End - Start;

    public bool Has(ChunkTraits traits) => (Traits & traits) != ChunkTraits.None;

    /// <param name="start">Where a word begins that is no pair.</param>
    public static Chunk At(ReadOnlySpan<char> text, int start)
    {
        var traits = ChunkTraits.None;
        var at = start;
        while (true)
        {
            at = WordEnd(text, at, start, ref traits);
            var joint = JointUnits(text, at);
            if (joint == 0) return new(start, at, traits);
            traits |= OfJoint(text[at]);
            at += joint;
        }
    }

    private static int WordEnd(ReadOnlySpan<char> text, int at, int start, ref ChunkTraits traits)
    {
        for (; at < text.Length; at++)
        {
            var kind = AsciiClasses.Of(text[at]);
            if (kind == AsciiClass.Lower) continue;
            if (kind == AsciiClass.Digit) traits |= ChunkTraits.Digit;
            else if (kind == AsciiClass.Upper) traits |= at > start ? ChunkTraits.InnerCapital : ChunkTraits.None;
            else if (kind == AsciiClass.Other && Letters.WordUnits(text, at) is > 0 and var units)
            {
                traits |= ChunkTraits.Foreign;
                at += units - 1;
            }
            else break;
        }
        return at;
    }

    /// <summary>How many units join the word before a place with one behind it; 0: none.</summary>
    private static int JointUnits(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length || AsciiClasses.Of(text[at]) == AsciiClass.Break) return 0;
        switch (text[at])
        {
            case ':' when text[at + 1] == ':' && Letters.WordUnits(text, at + 2) > 0:
                return 2;
            case '-' or '.' or '_' or ':' or '/' or '\\' or '@' or '$':
                break;
            case ',' when char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]):
            case '\'' or '’' when !char.IsAsciiDigit(text[at - 1]) && !char.IsAsciiDigit(text[at + 1]):
                break;
            default:
                return 0;
        }

        return Letters.WordUnits(text, at + 1) > 0 ? 1 : 0;
    }

    private static ChunkTraits OfJoint(char joint) => joint switch
    {
        '-' => ChunkTraits.Hyphen,
        '_' => ChunkTraits.Underline,
        '/' => ChunkTraits.Slash,
        '.' or '$' => ChunkTraits.SmallJoint,
        '\'' => ChunkTraits.None,
        '’' => ChunkTraits.Foreign,
        _ => ChunkTraits.LargeJoint,
    };

    /// <summary>Of a command-line flag; one dash makes a flag in code only.</summary>
    public int Dashes(ReadOnlySpan<char> text, bool isCode)
    {
        if (Start == 0 || text[Start - 1] != '-' || !char.IsAsciiLetter(text[Start])) return 0;
        var dashes = Start > 1 && text[Start - 2] == '-' ? 2 : isCode ? 1 : 0;
        return Start == dashes || " \t\r\n\"'`([=|".Contains(text[Start - dashes - 1]) ? dashes : 0;
    }

    /// <summary>Of <c>C++</c> and <c>C#</c>.</summary>
    public int Signs(ReadOnlySpan<char> text)
    {
        var after = text[End..];
        if (after.IsEmpty || after[0] is not ('+' or '#')) return 0;
        foreach (var unit in text[Start..End])
        {
            if (!char.IsAsciiLetter(unit)) return 0;
        }

        if (after is ['+', '+', ..] and not ['+', '+', '+', ..]) return 2;
        return Length == 1 && after[0] == '#' && (after.Length == 1 || !char.IsAsciiLetterOrDigit(after[1])) ? 1 : 0;
    }
}
