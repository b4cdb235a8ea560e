using System.Collections.Immutable;

namespace Archive.Publishing.Sites;

/// <summary>A planned site: every file it will hold, each once, in ordinal order of its path.</summary>
public sealed record Site
{
    /// <exception cref="ArgumentException">Two pages have the same path, compared without case since some disks do; or one is a file where another needs a folder.</exception>
    public Site(IEnumerable<Page> pages)
    {
        Pages = [.. pages.OrderBy(p => p.Path)];
        var byFile = new Dictionary<string, Page>(Pages.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var page in Pages)
        {
            if (!byFile.TryAdd(page.Path.File, page))
                throw new ArgumentException($"Two pages want to be {page.Path}.", nameof(pages));
        }
        ByFile = byFile;
        foreach (var folder in Folders(Pages))
        {
            if (byFile.TryGetValue(folder, out var file)) throw new ArgumentException($"{file.Path} wants to be a file and a folder.", nameof(pages));
        }
    }

    public ImmutableArray<Page> Pages { get; }

    /// <summary>The pages by <see cref="SitePath.File"/>, without regard to case.</summary>
    public IReadOnlyDictionary<string, Page> ByFile { get; }

    private static HashSet<string> Folders(ImmutableArray<Page> pages)
    {
        var folders = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var known = folders.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var page in pages)
        {
            var file = page.Path.File;
            for (var end = file.LastIndexOf('/'); end > 0 && known.Add(file.AsSpan(0, end)); end = file.LastIndexOf('/', end - 1))
            {
                // adding is all; a folder that was there has brought those above it
            }
        }
        return folders;
    }
}
