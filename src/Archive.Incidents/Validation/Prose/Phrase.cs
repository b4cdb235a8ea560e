using System.Buffers;

namespace Archive.Incidents.Validation.Prose;

/// <summary>A turn of phrase that a pattern found in a part, and what stands around it.</summary>
internal readonly record struct Phrase(ProsePart Part, int Start, int Length)
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?;");

    public ReadOnlySpan<char> Text => Part.Text.AsSpan(Start, Length);

    /// <summary>Some characters before it, from the beginning of its sentence at the earliest.</summary>
    public ReadOnlySpan<char> Before
    {
        get
        {
            var before = Part.Text.AsSpan(0, Start);
            before = before[Math.Max(0, before.Length - 60)..];
            return before[(before.LastIndexOfAny(SentenceEnds) + 1)..];
        }
    }

    /// <summary>It, with what stands around it in its sentence.</summary>
    public ReadOnlySpan<char> Around
    {
        get
        {
            var start = Start - Before.Length;
            return Part.Text.AsSpan(start, Math.Min(End + 20, Part.Text.Length) - start);
        }
    }

    public bool IsNegated => ProsePatterns.Negated().IsMatch(Before);

    /// <summary>Asked, or left to be seen.</summary>
    public bool IsOpen => IsQuestion || ProsePatterns.Conditional().IsMatch(Before);

    public bool IsQuestion
    {
        get
        {
            var rest = Part.Text.AsSpan(End);
            var end = rest.IndexOfAny('.', '!', '?');
            return end >= 0 && rest[end] == '?';
        }
    }

    /// <summary><c>which should never have been merged</c> judges, where <c>which should have been merged</c> tells of a list.</summary>
    public bool IsNever => Text.Contains(" never", StringComparison.OrdinalIgnoreCase);

    public bool IsSubordinate => ProsePatterns.Subordinate().IsMatch(Before);

    /// <summary><c>we should have automated tests</c> asks for tests, and blames nobody.</summary>
    public bool IsAdjective => ProsePatterns.HaveAdjective().IsMatch(Part.Text.AsSpan(Start, Math.Min(Length + 24, Part.Text.Length - Start)));

    /// <summary>Whether a program is what failed or forgot.</summary>
    public bool IsOfMachine => ProsePatterns.Machine().IsMatch(Before);

    private int End => Start + Length;
}
