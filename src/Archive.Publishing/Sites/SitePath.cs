namespace Archive.Publishing.Sites;

/// <summary>Where a file stands in a site: relative, forward slashes, no dots, safe on every host's disk.</summary>
/// <remarks><c>Of("postmortems", "inc-031")</c> is the page <c>postmortems/inc-031/index.html</c> with the address <c>/postmortems/inc-031/</c>.</remarks>
public readonly record struct SitePath : IComparable<SitePath>
{
    private const string Index = "index.html";

    private SitePath(string file) => File = file;

    /// <summary>The file below the site's root: <c>postmortems/inc-031/index.html</c>.</summary>
    public string File { get; }

    /// <summary>The address below the site's root, with a leading slash and without <c>index.html</c>: <c>/postmortems/inc-031/</c>. Not percent-encoded; a link is (see <see cref="SiteAddress"/>).</summary>
    public string Url => string.Concat("/", Relative);

    /// <summary><see cref="Url"/> without its leading slash; empty for the home page.</summary>
    internal ReadOnlySpan<char> Relative => File == Index || File.EndsWith($"/{Index}", StringComparison.Ordinal) ? File.AsSpan(0, File.Length - Index.Length) : File;

    /// <summary>The home page.</summary>
    public static SitePath Root { get; } = new(Index);

    /// <summary>A page in a folder of its own. Each segment is made a slug.</summary>
    public static SitePath Page(params ReadOnlySpan<string> segments)
    {
        var parts = new string[segments.Length + 1];
        for (var i = 0; i < segments.Length; i++) parts[i] = Slug.Of(segments[i]);
        parts[^1] = Index;
        return new(string.Join('/', parts));
    }

    /// <summary>A file by its exact name, such as <c>api/incidents.json</c>.</summary>
    /// <exception cref="ArgumentException"><see cref="IsFile"/> says no.</exception>
    public static SitePath OfFile(string file) =>
        IsFile(file) ? new(file) : throw new ArgumentException($"'{file}' is not a path inside a site.", nameof(file));

    /// <summary>Whether a name can stand in a site: it is not empty or absolute, does not leave the site, and has no backslash or control character.</summary>
    public static bool IsFile(string file)
    {
        foreach (var letter in file)
        {
            if (letter == '\\' || char.IsControl(letter)) return false;
        }
        foreach (var segment in file.AsSpan().Split('/'))
        {
            if (file.AsSpan(segment) is "" or "." or "..") return false;
        }
        return true;
    }

    public int CompareTo(SitePath other) => string.CompareOrdinal(File, other.File);

    public override string ToString() => File;

    public static bool operator <(SitePath left, SitePath right) => left.CompareTo(right) < 0;

    public static bool operator <=(SitePath left, SitePath right) => left.CompareTo(right) <= 0;

    public static bool operator >(SitePath left, SitePath right) => left.CompareTo(right) > 0;

    public static bool operator >=(SitePath left, SitePath right) => left.CompareTo(right) >= 0;
}
