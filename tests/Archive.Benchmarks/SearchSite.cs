using System.Collections.Immutable;
using Archive.Incidents;
using Archive.Incidents.Pages;
using Archive.Incidents.Pages.Searching;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Files;
using Archive.Publishing.Searching;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;
using Archive.Search;

namespace Archive.Benchmarks;

/// <summary>The search of an archive's internal site: its page, its scripts and its index, as a build writes them.</summary>
/// <param name="Files">By the path that a browser asks for.</param>
public sealed record SearchSite(ImmutableArray<IndexFile> Index, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files)
{
    public static SearchSite Of(string input, string output)
    {
        var problems = new DiagnosticBag();
        var archive = ArchiveReader.Read(input, GeneratedArchive.AsOf, cache: null, problems);
        if (archive.LeftOut > 0) throw new InvalidOperationException(string.Join('\n', problems.Sorted().Take(5)));
        var search = new ArchiveSearch(archive, cache: null);
        var address = new SiteAddress(archive.Settings.Url);
        var templates = new TemplateSet(Theme.Read(typeof(InternalSite).Assembly, "internal", null), address);
        SiteWriter.Write(output, new([.. SearchPage.Plan(SitePlan.Of(archive, address, search)), .. SearchFiles.Pages(search.Files), .. templates.Assets.Pages]), templates);
        var files = Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).ToDictionary(f => PathOf(Path.GetRelativePath(output, f)), f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f), StringComparer.Ordinal);
        return new(search.Files, files);
    }

    private static string PathOf(string file)
    {
        var path = $"/{file.Replace('\\', '/')}";
        return path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path;
    }
}
