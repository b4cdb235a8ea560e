using Archive.Publishing.Secrets;

namespace Archive.Publishing.Diagnostics;

/// <summary>Short forms of a person's text for messages.</summary>
public static class Excerpt
{
    private const int Longest = 60;

    /// <summary>One line of at most 60 characters, control characters shown as spaces, and nothing of a secret.</summary>
    public static string Of(string text)
    {
        text = SecretMask.Of(text);
        var cut = text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…";
        return !HasControl(cut) ? cut : string.Create(cut.Length, cut, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++) to[i] = char.IsControl(from[i]) ? ' ' : from[i];
        });
    }

    private static bool HasControl(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsControl(letter)) return true;
        }
        return false;
    }

    /// <summary><c>a</c>, <c>a or b</c>, <c>a, b or c</c>.</summary>
    public static string OneOf(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "nothing",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}",
    };
}
