using Archive.Search;

namespace Archive.Benchmarks;

/// <summary>A document for search of any markdown file: good enough to measure with, by lines alone.</summary>
public static class MarkdownPassages
{
    /// <param name="path">From the folder of the corpus; the id.</param>
    public static SearchDocument Document(string path, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var body = lines is ["---", ..] ? Array.IndexOf(lines, "---", 1) + 1 : 0;
        var name = Path.GetFileNameWithoutExtension(path);
        var title = lines.Take(body).FirstOrDefault(l => l.StartsWith("title:", StringComparison.Ordinal))?["title:".Length..].Trim(' ', '"', '\'')
            ?? lines.Skip(body).FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim()
            ?? name;
        return new()
        {
            Id = path,
            Url = "/" + path,
            Title = title,
            Passages = [new(SearchField.Title, title, null), new(SearchField.Label, name, null), .. Passages(lines, body)],
        };
    }

    private static IEnumerable<Passage> Passages(string[] lines, int from)
    {
        var block = new List<string>();
        string? anchor = null;
        string? fence = null;
        foreach (var line in lines.Skip(from).Append(""))
        {
            var trimmed = line.Trim();
            var isFence = (trimmed.StartsWith("```", StringComparison.Ordinal) && !trimmed.AsSpan(3).Contains('`')) || trimmed.StartsWith("~~~", StringComparison.Ordinal);
            var isHeading = fence is null && trimmed.StartsWith('#') && trimmed.TrimStart('#') is [' ', ..];
            if (!isFence && !isHeading && (fence is not null || trimmed.Length > 0))
            {
                block.Add(line);
                continue;
            }
            if (block.Count > 0) yield return new(fence is null ? SearchField.Body : SearchField.Code, string.Join('\n', block), anchor);
            block.Clear();
            if (isFence) fence = fence is null ? trimmed : null;
            if (!isHeading) continue;
            var heading = trimmed.TrimStart('#').Trim();
            anchor = heading.ToLowerInvariant().Replace(' ', '-');
            yield return new(SearchField.Heading, heading, anchor);
        }
    }
}
