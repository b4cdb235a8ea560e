using System.Collections.Immutable;

namespace Archive.Incidents.Validation;

/// <summary>The words of a timeline's rows, to be compared with those of sentences.</summary>
/// <remarks>Has state because each sentence of the lessons is held against all rows.</remarks>
internal sealed class TimelineWords
{
    /// <summary>Fewer words that carry a sentence say too little to be the same.</summary>
    private const int FewestWords = 4;

    /// <summary>The share of a sentence's words that the row of a timeline has too.</summary>
    private const double SameWords = 0.75;

    private readonly ImmutableArray<ReadMoment> _rows;

    /// <summary>All rows in lower case, one behind the other.</summary>
    private readonly string _text;

    public TimelineWords(ImmutableArray<ReadMoment> rows)
    {
        _rows = rows;
        _text = string.Create(rows.Sum(static r => r.Moment.EventText.Length), rows, static (text, from) =>
        {
            foreach (var row in from)
            {
                row.Moment.EventText.AsSpan().ToLowerInvariant(text);
                text = text[row.Moment.EventText.Length..];
            }
        });
    }

    /// <summary>The first row that says what a sentence says; null where none does.</summary>
    /// <param name="lower">A text in lower case.</param>
    /// <param name="part">The sentence in it.</param>
    public string? RowLike(string lower, Range part)
    {
        var sentence = new CarryingWords(lower, part);
        var least = Math.Max(FewestWords, (int)Math.Ceiling(SameWords * sentence.Count));
        if (!sentence.AreIn(_text, least)) return null; // what all rows together lack, each of them lacks
        var start = 0;
        foreach (var row in _rows)
        {
            if (sentence.AreIn(_text.AsSpan(start, row.Moment.EventText.Length), least)) return row.Moment.EventText;
            start += row.Moment.EventText.Length;
        }
        return null;
    }
}
