using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Archive.Cli.Comparing;

public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>A line of a page that came, went or stayed beside one that did.</summary>
/// <param name="Mark"><c>+</c>, <c>-</c> or a space.</param>
public sealed record LineChange(char Mark, string Text);

/// <summary>A file of a site that is not what it was.</summary>
/// <param name="Lines">What a reader sees change; empty for files that are not text.</param>
public sealed record FileChange(string Path, ChangeKind Kind, ImmutableArray<LineChange> Lines);

/// <summary>Compares two sites by what the world sees of them.</summary>
public static partial class SiteChange
{
    private const int Around = 1;

    /// <summary>In the order of paths. Files whose bytes are the same are not among them.</summary>
    public static ImmutableArray<FileChange> Of(IReadOnlyDictionary<string, byte[]> before, IReadOnlyDictionary<string, byte[]> after) =>
    [
        .. before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(path => Of(path, before.GetValueOrDefault(path), after.GetValueOrDefault(path))).OfType<FileChange>(),
    ];

    private static FileChange? Of(string path, byte[]? before, byte[]? after)
    {
        if (before is not null && after is not null && before.AsSpan().SequenceEqual(after)) return null;
        var kind = before is null ? ChangeKind.Added : after is null ? ChangeKind.Removed : ChangeKind.Changed;
        return new(path, kind, Excerpt(LineDifference.Of(LinesOf(path, before), LinesOf(path, after))));
    }

    /// <summary>What changed, with a line before and after.</summary>
    private static ImmutableArray<LineChange> Excerpt(IReadOnlyList<LineChange> lines) =>
        [.. lines.Where((_, i) => Enumerable.Range(i - Around, (2 * Around) + 1).Any(n => n >= 0 && n < lines.Count && lines[n].Mark != ' '))];

    private static IReadOnlyList<string> LinesOf(string path, byte[]? bytes)
    {
        if (bytes is null || !System.Text.Unicode.Utf8.IsValid(bytes)) return [];
        var text = Encoding.UTF8.GetString(bytes);
        return Path.GetExtension(path) switch
        {
            ".html" => [.. text.Split('\n').Select(Seen).Where(l => l.Length > 0)],
            ".json" => [.. Comma().Replace(text, ",\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)],
            ".css" or ".js" or ".svg" => [],
            _ => [.. text.Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0)],
        };
    }

    /// <summary>What a reader sees of a line of HTML, and where its links lead.</summary>
    private static string Seen(string line)
    {
        var withLinks = Attribute().Replace(line, m => $"> [{m.Groups["value"].Value}] <");
        return Space().Replace(WebUtility.HtmlDecode(Tag().Replace(withLinks, " ")), " ").Trim();
    }

    [GeneratedRegex("<[^>]*>|^[^<]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s(?:href|src|content|alt)=""(?<value>[^""]*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();

    [GeneratedRegex(",(?=\"|\\{)", RegexOptions.CultureInvariant)]
    private static partial Regex Comma();
}
