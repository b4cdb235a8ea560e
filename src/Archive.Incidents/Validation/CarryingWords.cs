using System.Buffers;
using System.Collections.Frozen;

namespace Archive.Incidents.Validation;

/// <summary>The words that carry a text, each cut to what its other forms have too: <c>restarted the workers</c> → <c>restart</c>, <c>worker</c>.</summary>
/// <remarks>Has state because the same words are looked for in each row of a timeline.</remarks>
internal sealed class CarryingWords
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(" ,.;:()\"'`/");

    private static readonly string[] Endings = ["ing", "ed", "es", "s", "e"];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Small =
        FrozenSet.Create(StringComparer.Ordinal, "the", "and", "for", "with", "from", "that", "into", "our", "its", "all", "was", "were", "has", "have", "had", "been", "then", "there", "this", "they", "when", "but", "not").GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<Range> _stems = [];
    private readonly string _text;

    /// <param name="text">In lower case: a search that folds is ten times slower.</param>
    /// <param name="part">The part of it that is meant.</param>
    public CarryingWords(string text, Range part)
    {
        _text = text;
        var (start, length) = part.GetOffsetAndLength(text.Length);
        foreach (var each in text.AsSpan(start, length).SplitAny(Separators))
        {
            var (from, letters) = (start + each.Start.Value, each.End.Value - each.Start.Value);
            if (letters >= 3 && !Small.Contains(text.AsSpan(from, letters))) _stems.Add(from..(from + StemLength(text.AsSpan(from, letters))));
        }
    }

    public int Count => _stems.Count;

    /// <summary>Whether at least so many of them stand in another text, in one form or another.</summary>
    /// <param name="other">In lower case.</param>
    public bool AreIn(ReadOnlySpan<char> other, int least)
    {
        var missing = Count - least;
        for (var i = 0; i < _stems.Count && missing >= 0; i++)
        {
            if (!other.Contains(_text.AsSpan()[_stems[i]], StringComparison.Ordinal)) missing--;
        }
        return missing >= 0;
    }

    private static int StemLength(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal)) return word.Length - ending.Length;
        }
        return word.Length;
    }
}
