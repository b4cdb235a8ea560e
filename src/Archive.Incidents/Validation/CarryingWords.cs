using System.Buffers;

namespace Archive.Incidents.Validation;

/// <summary>The words that carry a text, each cut to what its other forms have too: <c>restarted the workers</c> → <c>restart</c>, <c>worker</c>.</summary>
/// <remarks>Has state because the same words are looked for in each row of a timeline, and those of one sentence after the other.</remarks>
internal sealed class CarryingWords
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(" ,.;:()\"'`/");

    private static readonly string[] Endings = ["ing", "ed", "es", "s", "e"];

    private readonly List<Range> _stems = [];
    private ReadOnlyMemory<char> _text;

    /// <summary>Takes other words instead.</summary>
    /// <param name="text">In lower case: a search that folds is ten times slower.</param>
    public CarryingWords Read(ReadOnlyMemory<char> text)
    {
        _text = text;
        _stems.Clear();
        foreach (var each in text.Span.SplitAny(Separators))
        {
            var word = text.Span[each];
            if (word.Length >= 3 && !IsSmall(word)) _stems.Add(each.Start.Value..(each.Start.Value + StemLength(word)));
        }
        return this;
    }

    public int Count => _stems.Count;

    /// <summary>Whether at least so many of them stand in another text, in one form or another.</summary>
    /// <param name="other">In lower case.</param>
    public bool AreIn(ReadOnlySpan<char> other, int least)
    {
        var missing = Count - least;
        for (var i = 0; i < _stems.Count && missing >= 0; i++)
        {
            if (!other.Contains(_text.Span[_stems[i]], StringComparison.Ordinal)) missing--;
        }
        return missing >= 0;
    }

    private static bool IsSmall(ReadOnlySpan<char> word) => word.Length <= 5 && word is "the" or "and" or "for" or "with" or "from" or "that" or "into" or "our" or "its" or "all" or "was" or "were" or "has" or "have" or "had" or "been" or "then" or "this" or "they" or "when" or "but" or "not" or "there";

    private static int StemLength(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal)) return word.Length - ending.Length;
        }
        return word.Length;
    }
}
