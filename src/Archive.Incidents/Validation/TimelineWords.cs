using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Archive.Incidents.Validation;

/// <summary>The words of a timeline's rows, to be compared with those of sentences.</summary>
/// <remarks>Has state because each sentence of the lessons is held against all rows; the texts in lower case stand in borrowed memory.</remarks>
internal sealed class TimelineWords : IDisposable
{
    /// <summary>Fewer words that carry a sentence say too little to be the same.</summary>
    private const int FewestWords = 4;

    /// <summary>The share of a sentence's words that the row of a timeline has too.</summary>
    private const double SameWords = 0.75;

    private readonly ImmutableArray<ReadMoment> _rows;
    private readonly CarryingWords _sentence = new();

    /// <summary>All rows in lower case, one behind the other.</summary>
    private readonly char[] _told;
    private readonly int _length;

    private char[] _lower = [];

    public TimelineWords(ImmutableArray<ReadMoment> rows)
    {
        _rows = rows;
        foreach (var row in rows) _length += row.Moment.EventText.Length;
        _told = ArrayPool<char>.Shared.Rent(_length);
        var rest = _told.AsSpan();
        foreach (var row in rows) rest = rest[Lower(row.Moment.EventText, rest)..];
    }

    /// <summary>A text in lower case; valid until the next one is asked for.</summary>
    public ReadOnlyMemory<char> Lower(string text)
    {
        if (_lower.Length < text.Length)
        {
            ArrayPool<char>.Shared.Return(_lower);
            _lower = ArrayPool<char>.Shared.Rent(text.Length);
        }
        return _lower.AsMemory(0, Lower(text, _lower));
    }

    /// <summary>Nearly all texts are ASCII, which is a tenth of the work.</summary>
    private static int Lower(ReadOnlySpan<char> text, Span<char> to) => Ascii.ToLower(text, to, out var length) == OperationStatus.Done ? length : text.ToLowerInvariant(to);

    /// <summary>The first row that says what a sentence says; null where none does.</summary>
    /// <param name="sentence">In lower case.</param>
    public string? RowLike(ReadOnlyMemory<char> sentence)
    {
        var words = _sentence.Read(sentence);
        var least = Math.Max(FewestWords, (int)Math.Ceiling(SameWords * words.Count));
        if (!words.AreIn(_told.AsSpan(0, _length), least)) return null; // what all rows together lack, each of them lacks
        var start = 0;
        foreach (var row in _rows)
        {
            if (words.AreIn(_told.AsSpan(start, row.Moment.EventText.Length), least)) return row.Moment.EventText;
            start += row.Moment.EventText.Length;
        }
        return null;
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_told);
        ArrayPool<char>.Shared.Return(_lower);
    }
}
