using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Archive.Publishing.Sites;
using Archive.Search;

namespace Archive.Publishing.Searching;

/// <summary>What a browser runs to search: the reader of the index and the interface, as plain ES modules, served as they are written.</summary>
/// <remarks>
/// They lie in one folder whose name carries a hash of them all, so that they import each other by relative names and a host may let
/// browsers keep them for ever, like all assets.
/// </remarks>
public static class SearchModules
{
    /// <summary>Opens the palette on a key; asks for the others only then.</summary>
    public const string Palette = "start.js";

    /// <summary>How the page and the palette look.</summary>
    public const string Style = "search.css";

    /// <summary>Runs the search page.</summary>
    public const string Page = "page.js";

    private static readonly ImmutableArray<(string Name, ReadOnlyMemory<byte> Bytes)> Files =
        [.. Own().Concat(BrowserModules.Files.Select(f => (f.Name, f.Bytes))).OrderBy(f => f.Name, StringComparer.Ordinal)];

    private static readonly string Folder = $"assets/search.{HashOf(Files)}";

    /// <exception cref="ArgumentException">There is no such module.</exception>
    public static SitePath PathOf(string name) => Files.Any(f => f.Name == name)
        ? SitePath.OfFile($"{Folder}/{name}")
        : throw new ArgumentException($"There is no module '{name}'.", nameof(name));

    /// <summary>All that a search page may ask for.</summary>
    public static ImmutableArray<SitePath> OfSearchPage { get; } = [.. Files.Where(f => f.Name is not (Palette or "palette.js")).Select(f => PathOf(f.Name))];

    /// <summary>What it asks for at once besides its own script, so that a browser need not find out one by one.</summary>
    public static ImmutableArray<SitePath> OfEverySearch { get; } =
        [.. new[] { "index.js", "parts.js", "reader.js", "words.js" }.Select(PathOf)];

    public static IEnumerable<Page> Pages => Files.Select(f => Sites.Page.OfBytes(PathOf(f.Name), f.Bytes));

    private static IEnumerable<(string Name, ReadOnlyMemory<byte> Bytes)> Own()
    {
        const string prefix = "browser/";
        var assembly = typeof(SearchModules).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!; // the name comes from the assembly itself
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            yield return (resource[prefix.Length..], bytes);
        }
    }

    private static string HashOf(ImmutableArray<(string Name, ReadOnlyMemory<byte> Bytes)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{bytes.Length}\n"));
            hash.AppendData(bytes.Span);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..10];
    }
}
