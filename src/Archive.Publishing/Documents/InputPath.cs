namespace Archive.Publishing.Documents;

/// <summary>Relative links between files of the input.</summary>
public static class InputPath
{
    /// <summary>Longer paths are built on the heap.</summary>
    private const int UsualLength = 256;

    /// <summary>The path below the input folder that a link in a file means, with its anchor; null where it leads out of the folder.</summary>
    /// <param name="from">The file with the link: <c>postmortems/2026/a.md</c>.</param>
    /// <param name="link">As written: <c>../2025/b.md#impact</c>, perhaps percent-encoded; <c>/assets/graph.png</c> starts at the input folder.</param>
    /// <param name="words">Makes the string; null where there are no other links to the same file.</param>
    public static string? Resolve(string from, string link, RecentWords? words = null)
    {
        var cut = link.AsSpan().IndexOfAny('#', '?');
        var anchor = cut >= 0 && link.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? link.AsSpan(hash) : "";
        var target = cut >= 0 ? link.AsSpan(0, cut) : link;
        if (target.Contains('%')) target = Uri.UnescapeDataString(target);
        var longest = from.Length + target.Length + anchor.Length + 1;
        var path = longest <= UsualLength ? stackalloc char[UsualLength] : new char[longest];
        var length = target.StartsWith("/") || target.StartsWith("\\") ? 0 : Math.Max(0, from.LastIndexOf('/'));
        from.AsSpan(0, length).CopyTo(path);
        foreach (var range in target.SplitAny('/', '\\'))
        {
            var segment = target[range];
            if (segment is "" or ".") continue;
            if (segment is "..")
            {
                if (length == 0) return null;
                length = Math.Max(0, path[..length].LastIndexOf('/'));
                continue;
            }
            if (length > 0) path[length++] = '/';
            segment.CopyTo(path[length..]);
            length += segment.Length;
        }
        anchor.CopyTo(path[length..]);
        var resolved = path[..(length + anchor.Length)];
        return words is null ? resolved.ToString() : words.Of(resolved);
    }
}
