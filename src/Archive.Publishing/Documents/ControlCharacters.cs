using System.Buffers;

namespace Archive.Publishing.Documents;

/// <summary>Characters that no reader sees and that some formats cannot hold: they are read as U+FFFD, which everybody sees.</summary>
/// <remarks>
/// The control characters of ASCII apart from tab and line break, the line and paragraph separators of Unicode, which YAML counts as
/// line breaks and editors do not, and the two code points that XML forbids. One character for one, so that places stay true.
/// </remarks>
internal static class ControlCharacters
{
    public const char Shown = '\uFFFD';

    private static readonly SearchValues<char> Unseen = SearchValues.Create(
    [
        .. Enumerable.Range(0, 32).Select(i => (char)i).Where(c => c is not ('\t' or '\n' or '\r')), '\u0085', '\u2028', '\u2029', '\uFFFE', '\uFFFF',
    ]);

    /// <summary>The index of the first one; -1 where there is none.</summary>
    public static int IndexIn(ReadOnlySpan<char> text) => text.IndexOfAny(Unseen);

    /// <summary>The text with each of them shown.</summary>
    public static string Show(string text) => IndexIn(text) < 0 ? text : string.Create(text.Length, text, static (shown, from) =>
    {
        for (var i = 0; i < from.Length; i++) shown[i] = Unseen.Contains(from[i]) ? Shown : from[i];
    });
}
