using System.Text;

namespace Archive.Cli.Writing;

/// <summary>A text as one value of a YAML file.</summary>
public static class YamlText
{
    // Words that YAML 1.1 or 1.2 reads as something else than text.
    private static readonly HashSet<string> NotText = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "yes", "no", "on", "off", "y", "n", "null" };

    /// <summary>The text as it stands where that is safe, in double quotes where it is not. Line breaks become spaces.</summary>
    public static string Of(string text)
    {
        var line = string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)).Trim();
        return IsPlain(line) ? line : Quoted(line);
    }

    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Of))}]";

    private static bool IsPlain(string text) =>
        text.Length > 0
        && char.IsAsciiLetter(text[0])
        && !NotText.Contains(text)
        && text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '/' or '\'' or '(' or ')');

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter is '"' or '\\') quoted.Append('\\').Append(letter);
            else if (char.IsControl(letter)) quoted.Append($"\\x{(int)letter:x2}");
            else quoted.Append(letter);
        }
        return quoted.Append('"').ToString();
    }
}
