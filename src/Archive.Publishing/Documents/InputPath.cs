namespace Archive.Publishing.Documents;

/// <summary>Relative links between files of the input.</summary>
public static class InputPath
{
    /// <summary>The path below the input folder that a link in a file means, with its anchor; null where it leads out of the folder.</summary>
    /// <param name="from">The file with the link: <c>postmortems/2026/a.md</c>.</param>
    /// <param name="link">As written: <c>../2025/b.md#impact</c>, perhaps percent-encoded; <c>/assets/graph.png</c> starts at the input folder.</param>
    public static string? Resolve(string from, string link)
    {
        var cut = link.AsSpan().IndexOfAny('#', '?');
        var anchor = cut >= 0 && link.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? link[hash..] : "";
        var target = Uri.UnescapeDataString(cut >= 0 ? link[..cut] : link).Replace('\\', '/');
        var segments = new List<string>(target.StartsWith('/') ? [] : from.Split('/')[..^1]);
        foreach (var segment in target.Split('/'))
        {
            if (segment is "" or ".") continue;
            if (segment != "..") segments.Add(segment);
            else if (segments.Count == 0) return null;
            else segments.RemoveAt(segments.Count - 1);
        }
        return string.Join('/', segments) + anchor;
    }
}
