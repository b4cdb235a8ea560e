namespace Archive.Publishing.Secrets;

/// <summary>A part of a text that somebody should not have to read there.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">Its characters.</param>
/// <param name="What">What it is, with its article, never the text itself: <c>a GitHub token</c>.</param>
public readonly record struct FoundText(int Start, int Length, string What)
{
    public int End => Start + Length;
}
