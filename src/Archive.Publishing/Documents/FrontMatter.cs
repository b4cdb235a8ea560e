using Archive.Publishing.Diagnostics;
using Archive.Publishing.Files;

namespace Archive.Publishing.Documents;

/// <summary>A file cut in two: the keys between its <c>---</c> lines, and what follows.</summary>
/// <param name="Keys">A map; null where the YAML is broken (with a finding) or empty.</param>
/// <param name="Body">The Markdown after the second fence.</param>
/// <param name="BodyLineOffset">Lines of the file before <paramref name="Body"/>.</param>
public sealed record FrontMatter(YamlNode? Keys, string Body, int BodyLineOffset)
{
    /// <summary>Cuts a file; null, with a finding, where it has no front matter or no end of it.</summary>
    public static FrontMatter? Read(SourceFile file, DiagnosticBag problems)
    {
        var text = file.Text;
        if (!IsFence(text, 0, out var yamlStart))
        {
            problems.Add(DocumentProblems.MissingFrontMatter(file.Path, isEmpty: text.Length == 0));
            return null;
        }
        var line = 1;
        for (var at = yamlStart; at < text.Length; line++)
        {
            if (IsFence(text, at, out var bodyStart))
            {
                var keys = YamlReader.Read(text.AsSpan(yamlStart, at - yamlStart), file.Path, lineOffset: 1, problems);
                return new(keys, text[bodyStart..], line + 1);
            }
            var end = text.IndexOf('\n', at);
            if (end < 0) break;
            at = end + 1;
        }
        problems.Add(DocumentProblems.UnclosedFrontMatter(file.Path));
        return null;
    }

    /// <summary>Whether a line is exactly <c>---</c>, apart from trailing space.</summary>
    private static bool IsFence(string text, int at, out int next)
    {
        next = at;
        if (string.CompareOrdinal(text, at, "---", 0, 3) != 0) return false;
        var end = text.IndexOf('\n', at);
        var rest = text.AsSpan(at + 3, (end < 0 ? text.Length : end) - at - 3);
        next = end < 0 ? text.Length : end + 1;
        return rest.IsWhiteSpace();
    }
}
