namespace Archive.Search.Analysis;

/// <summary>What a unit of text is, as far as the shortcut for plain words must know.</summary>
internal enum AsciiClass : byte
{
    Break,
    Lower,
    Upper,
    Digit,

    /// <summary>May join words, or belong to one.</summary>
    Joint,

    /// <summary>Not ASCII.</summary>
    Other,
}

internal static class AsciiClasses
{
    private static readonly AsciiClass[] Classes = [.. Enumerable.Range(0, 128).Select(unit => Classify((char)unit))];

    public static AsciiClass Of(char unit)
    {
        var classes = Classes;
        return unit < classes.Length ? classes[unit] : AsciiClass.Other;
    }

    private static AsciiClass Classify(char unit) => unit switch
    {
        >= 'a' and <= 'z' => AsciiClass.Lower,
        >= 'A' and <= 'Z' => AsciiClass.Upper,
        >= '0' and <= '9' => AsciiClass.Digit,
        '-' or '.' or '_' or ':' or '/' or '\\' or '@' or '$' or ',' or '\'' or '+' or '#' => AsciiClass.Joint,
        _ => AsciiClass.Break,
    };
}
