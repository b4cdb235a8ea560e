using System.Globalization;
using Markdig.Syntax;

namespace Archive.Publishing.Documents;

/// <summary>What an item of a list begins with.</summary>
/// <param name="Type">The bullet; <c>1</c> for a number.</param>
/// <param name="Delimiter">Behind a number; NUL behind a bullet.</param>
/// <param name="Number">0 for a bullet.</param>
/// <param name="Width">With the space behind it; 0 where there is no marker.</param>
internal readonly record struct ListMarker(char Type, char Delimiter, int Number, int Width)
{
    /// <summary>A longer number is none (CommonMark 0.31, 5.2).</summary>
    public const int MostDigits = 9;

    public bool IsLike(ListMarker other) => Width > 0 && Type == other.Type && Delimiter == other.Delimiter;

    /// <summary>The list that begins with it.</summary>
    public ListBlock List(int line, int start)
    {
        var list = new ListBlock(null!) { BulletType = Type, Line = line, Span = new(start, start), IsOpen = false };
        if (Number == 0) return list;
        (list.IsOrdered, list.OrderedDelimiter, list.DefaultOrderedStart) = (true, Delimiter, "1");
        list.OrderedStart = Number == 1 ? "1" : Number.ToString(CultureInfo.InvariantCulture);
        return list;
    }
}
