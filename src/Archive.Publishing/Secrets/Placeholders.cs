using System.Buffers;

namespace Archive.Publishing.Secrets;

/// <summary>Texts that stand where a secret would, and are none.</summary>
internal static class Placeholders
{
    private static readonly string[] Words = ["example", "redacted", "placeholder", "changeme", "dummy", "xxxx", "****", "....", "your", "removed", "hidden", "masked", "secret", "password", "passwd", "token"];

    private static readonly SearchValues<char> Signs = SearchValues.Create("<>{}$%*…•[]");

    /// <summary>Whether a text says that it is not the real one: <c>EXAMPLE</c>, <c>xxxx</c>, <c>${TOKEN}</c>.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Signs)) return true;
        foreach (var word in Words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return Distinct(text) < 5;
    }

    /// <summary>Whether a text looks drawn by lot rather than written: letters and digits mixed, few of them twice.</summary>
    public static bool LooksRandom(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('0', '9') && (text.ContainsAnyInRange('a', 'z') || text.ContainsAnyInRange('A', 'Z')) && Distinct(text) * 2 >= Math.Min(text.Length, 24);

    private static int Distinct(ReadOnlySpan<char> text)
    {
        Span<bool> seen = stackalloc bool[128];
        var distinct = 0;
        foreach (var letter in text[..Math.Min(text.Length, 256)])
        {
            if (letter >= 128 || seen[letter]) continue;
            seen[letter] = true;
            distinct++;
        }
        return distinct;
    }
}
