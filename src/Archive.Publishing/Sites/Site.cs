using System.Collections.Immutable;

namespace Archive.Publishing.Sites;

/// <summary>A planned site: every file it will hold, each once, in ordinal order of its path.</summary>
public sealed record Site
{
    /// <exception cref="ArgumentException">Two pages have the same path, compared without case since some disks do.</exception>
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
    }

    public ImmutableArray<Page> Pages { get; }

    /// <summary>The pages by <see cref="SitePath.File"/>, without regard to case.</summary>
    public IReadOnlyDictionary<string, Page> ByFile { get; }
}
