using System.Collections.Immutable;

namespace Archive.Publishing.Sites;

/// <summary>A planned site: every file it will hold, each once, in ordinal order of its path.</summary>
public sealed record Site
{
    private readonly Dictionary<string, Page> _byFile;
    private readonly HashSet<string> _folders;

    /// <exception cref="ArgumentException">Two pages have the same path, compared without case since some disks do; or one is a file where another needs a folder.</exception>
    public Site(IEnumerable<Page> pages) : this(null, [.. pages.OrderBy(p => p.Path)])
    {
    }

    private Site(Site? known, ImmutableArray<Page> more)
    {
        Pages = known is null ? more : Merged(known.Pages, more);
        _byFile = known is null ? new(more.Length, StringComparer.OrdinalIgnoreCase) : new(known._byFile, StringComparer.OrdinalIgnoreCase);
        _folders = known is null ? new(StringComparer.OrdinalIgnoreCase) : new(known._folders, StringComparer.OrdinalIgnoreCase);
        foreach (var page in more)
        {
            if (!_byFile.TryAdd(page.Path.File, page)) throw new ArgumentException($"Two pages want to be {page.Path}.", nameof(more));
            AddFolders(page.Path.File);
        }
        foreach (var folder in _folders)
        {
            if (_byFile.TryGetValue(folder, out var file)) throw new ArgumentException($"{file.Path} wants to be a file and a folder.", nameof(more));
        }
    }

    public ImmutableArray<Page> Pages { get; }

    /// <summary>The pages by <see cref="SitePath.File"/>, without regard to case.</summary>
    public IReadOnlyDictionary<string, Page> ByFile => _byFile;

    /// <summary>The site with more pages, without sorting and asking again what is there.</summary>
    /// <exception cref="ArgumentException">As where all are given at once.</exception>
    public Site With(IEnumerable<Page> more) => new(this, [.. more.OrderBy(p => p.Path)]);

    /// <summary>Both are sorted.</summary>
    private static ImmutableArray<Page> Merged(ImmutableArray<Page> some, ImmutableArray<Page> others)
    {
        var all = ImmutableArray.CreateBuilder<Page>(some.Length + others.Length);
        var next = 0;
        foreach (var page in some)
        {
            while (next < others.Length && others[next].Path < page.Path) all.Add(others[next++]);
            all.Add(page);
        }
        while (next < others.Length) all.Add(others[next++]);
        return all.MoveToImmutable();
    }

    private void AddFolders(string file)
    {
        var known = _folders.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = file.LastIndexOf('/'); end > 0 && known.Add(file.AsSpan(0, end)); end = file.LastIndexOf('/', end - 1))
        {
            // adding is all; a folder that was there has brought those above it
        }
    }
}
