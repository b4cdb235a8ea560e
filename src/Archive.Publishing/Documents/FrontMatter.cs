using Archive.Publishing.Diagnostics;
using Archive.Publishing.Files;

namespace Archive.Publishing.Documents;

/// <summary>A file cut in two: the keys between its <c>---</c> lines, and what follows.</summary>
/// <param name="Keys">A map; null where the YAML is broken (with a finding) or empty.</param>
/// <param name="File">The file, of which the body is read where it stands: a second text of it would weigh as much as the first.</param>
/// <param name="BodyStart">Index in the file's text after the second fence.</param>
/// <param name="BodyLineOffset">Lines of the file before the body.</param>
public sealed record FrontMatter(YamlNode? Keys, SourceFile File, int BodyStart, int BodyLineOffset)
{
    /// <summary>The Markdown after the second fence.</summary>
    public string Body => File.Text[BodyStart..];

    /// <summary>Cuts a file; null, with a finding, where it has no front matter or no end of it.</summary>
    /// <param name="words">Makes strings of keys and values; null where there is no other file to share them with.</param>
    public static FrontMatter? Read(SourceFile file, DiagnosticBag problems, RecentWords? words = null)
    {
        var text = file.Text;
        if (!IsFence(text, 0, out var yamlStart))
        {
            problems.Add(DocumentProblems.MissingFrontMatter(file.Path, isEmpty: text.Length == 0));
            return null;
        }
        for (var at = yamlStart; at >= 0; at = NextDashes(text, at))
        {
            if (!IsFence(text, at, out var bodyStart)) continue;
            var yaml = text.AsSpan(yamlStart, at - yamlStart);
            return new(YamlReader.Read(yaml, file.Path, lineOffset: 1, problems, words), file, bodyStart, yaml.Count('\n') + 2);
        }
        problems.Add(DocumentProblems.UnclosedFrontMatter(file.Path));
        return null;
    }

    /// <summary>The next line below one that begins with dashes; -1 where there is none.</summary>
    private static int NextDashes(string text, int at) => text.IndexOf("\n---", at, StringComparison.Ordinal) is >= 0 and var found ? found + 1 : -1;

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
