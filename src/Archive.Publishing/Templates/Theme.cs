using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace Archive.Publishing.Templates;

/// <summary>A file of a theme.</summary>
/// <param name="Name"><c>internal/home.hbs</c></param>
/// <param name="Origin">What to name in an error: the built-in name, or the path of the file that overrides it.</param>
public sealed record ThemeFile(string Name, string Origin, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Without a byte order mark, lines ending in <c>\n</c>: the same on every machine that it was checked out on.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes.Span).TrimStart('\uFEFF').ReplaceLineEndings("\n");
}

/// <summary>The look of one site: the files of one area (<c>internal</c> or <c>public</c>) and of <c>shared</c>, built in or overridden one by one.</summary>
/// <param name="Area">The area that was read. Files of other areas are not in it, and were not read.</param>
public sealed record Theme(string Area, ImmutableArray<ThemeFile> Files)
{
    private const string Prefix = "theme/";

    /// <summary>Reads the theme embedded in an assembly, and above it the files of a folder that have the same names or new ones.</summary>
    /// <param name="folder">A folder with <c>shared/</c> and <c>internal/</c> or <c>public/</c>, or null. A folder that is not there overrides nothing.</param>
    public static Theme Read(Assembly builtIn, string area, string? folder)
    {
        var files = new SortedDictionary<string, ThemeFile>(StringComparer.Ordinal);
        foreach (var resource in builtIn.GetManifestResourceNames().Where(n => IsOfArea(n, area)))
        {
            using var stream = builtIn.GetManifestResourceStream(resource)!; // the name comes from the assembly itself
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var name = resource[Prefix.Length..];
            files[name] = new(name, $"built-in {resource}", bytes);
        }
        foreach (var file in Overrides(area, folder)) files[file.Name] = file;
        return new(area, [.. files.Values]);
    }

    private static IEnumerable<ThemeFile> Overrides(string area, string? folder)
    {
        if (folder is null) yield break;
        foreach (var part in (string[])[area, "shared"])
        {
            var path = Path.Combine(folder, part);
            if (!Directory.Exists(path)) continue;
            foreach (var file in Directory.EnumerateFiles(path).Order(StringComparer.Ordinal))
                yield return new($"{part}/{Path.GetFileName(file)}", file, File.ReadAllBytes(file));
        }
    }

    private static bool IsOfArea(string resource, string area) =>
        resource.StartsWith($"{Prefix}{area}/", StringComparison.Ordinal)
        || resource.StartsWith($"{Prefix}shared/", StringComparison.Ordinal);
}
