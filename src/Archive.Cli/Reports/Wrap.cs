using System.Text;

namespace Archive.Cli.Reports;

/// <summary>Breaks prose at spaces.</summary>
public static class Wrap
{
    /// <summary>The text in lines of at most a width; a longer word stands alone. Line ends in the text are spaces like others.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }
            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }
        if (line.Length > 0) yield return line.ToString();
    }

    /// <summary>Whether breaking it would change nothing.</summary>
    private static bool IsOneLine(string text, int width) =>
        text.Length <= width && !text.AsSpan().ContainsAny('\n', '\r', '\t') && !text.StartsWith(' ') && !text.EndsWith(' ') && !text.Contains("  ", StringComparison.Ordinal);

    /// <summary>The same with each line but the first indented.</summary>
    public static string Indented(string text, int indent, int width) => IsOneLine(text, Math.Max(20, width - indent))
        ? text
        : string.Join($"\n{new string(' ', indent)}", Lines(text, Math.Max(20, width - indent)));
}
