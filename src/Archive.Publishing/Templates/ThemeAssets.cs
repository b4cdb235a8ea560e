using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Archive.Publishing.Sites;

namespace Archive.Publishing.Templates;

/// <summary>A theme's files that a browser loads: all stylesheets as one <c>style.css</c>, and scripts and pictures one by one.</summary>
/// <remarks>Each name carries a hash of its bytes, so that a host may let browsers keep it for ever.</remarks>
public sealed partial record ThemeAssets(ImmutableArray<Page> Pages, ImmutableDictionary<string, SitePath> PathByName)
{
    public SitePath PathOf(string name) => PathByName.TryGetValue(name, out var path)
        ? path
        : throw new UnknownAssetException(name);

    public static ThemeAssets Of(Theme theme)
    {
        var pages = ImmutableArray.CreateBuilder<Page>();
        var paths = ImmutableDictionary.CreateBuilder<string, SitePath>(StringComparer.Ordinal);
        foreach (var (name, bytes) in Contents(theme))
        {
            var path = HashedPath(name, bytes.Span);
            pages.Add(Page.OfBytes(path, bytes));
            paths.Add(name, path);
        }
        return new(pages.ToImmutable(), paths.ToImmutable());
    }

    private static IEnumerable<(string Name, ReadOnlyMemory<byte> Bytes)> Contents(Theme theme)
    {
        // shared first, so that an area's own rules come later and win
        var styles = theme.Files.Where(f => f.Name.EndsWith(".css", StringComparison.Ordinal))
            .OrderBy(f => f.Name.StartsWith("shared/", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(f => f.Name, StringComparer.Ordinal);
        yield return ("style.css", Encoding.UTF8.GetBytes(string.Concat(styles.Select(f => Compact(f.Text)))));
        // an area's own picture stands for the shared one of that name
        var others = theme.Files.Where(f => Path.GetExtension(f.Name) is ".js" or ".svg" or ".png" or ".ico")
            .GroupBy(f => Path.GetFileName(f.Name), f => f).OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var named in others)
            yield return (named.Key, named.MinBy(f => f.Name.StartsWith("shared/", StringComparison.Ordinal) ? 1 : 0)!.Bytes); // a group is never empty
    }

    private static SitePath HashedPath(string name, ReadOnlySpan<byte> bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..10];
        return SitePath.OfFile($"assets/{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}");
    }

    /// <summary>Without comments, and without the line ends that a style sheet has for people alone.</summary>
    private static string Compact(string css) => LineEnd().Replace(Comment().Replace(css, ""), "");

    [GeneratedRegex(@"/\*.*?\*/\s*", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<=[{},;])\r?\n", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnd();
}
