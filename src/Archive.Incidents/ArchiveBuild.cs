using System.Collections.Concurrent;
using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Incidents.Pages;
using Archive.Incidents.Pages.Searching;
using Archive.Incidents.Redaction;
using Archive.PublicRecord;
using Archive.PublicRecord.Pages;
using Archive.PublicRecord.Searching;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Files;
using Archive.Publishing.Searching;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;
using Archive.Search;

namespace Archive.Incidents;

/// <summary>The whole build, from a folder of Markdown to two folders of pages. Read this first.</summary>
/// <remarks>Read, validate, relate, redact, plan, check, render, write. Building, checking and serving are the same path, left at different points.</remarks>
public static class ArchiveBuild
{
    /// <summary>Reads, judges and plans everything, and writes nothing.</summary>
    /// <exception cref="InputFolderException">There is no input.</exception>
    public static BuildReport Check(BuildRequest request)
    {
        var problems = new DiagnosticBag();
        var archive = ArchiveReader.Read(request.InputFolder, request.AsOf, cache: null, problems);
        foreach (var audience in request.Audiences) ContentsOf(archive, audience, request, cache: null, problems);
        return Report(request, archive, problems, []);
    }

    /// <summary>Writes one site for each audience, or none where a finding stops the build.</summary>
    /// <exception cref="InputFolderException">There is no input.</exception>
    /// <exception cref="OutputFolderException">The output cannot be written; it is as it was.</exception>
    /// <exception cref="TemplateException">A template of the theme is broken; the output is as it was.</exception>
    public static BuildReport Run(BuildRequest request)
    {
        var problems = new DiagnosticBag();
        var archive = ArchiveReader.Read(request.InputFolder, request.AsOf, cache: null, problems);
        var sites = Plan(request, archive, cache: null, problems);
        var staged = new List<StagedSite>(sites.Length);
        var written = new List<WrittenSite>(sites.Length);
        try
        {
            // the public one first: where it leaks, nothing is written
            foreach (var site in sites.OrderByDescending(s => s.Audience))
            {
                var found = new DiagnosticBag();
                staged.Add(Stage(site, archive, request, found));
                problems.AddRange(found);
                if (found.Count > 0) return Report(request, archive, problems, []);
                written.Add(new(site.Audience, FolderOf(site.Audience, request), staged[^1].Size.Files, staged[^1].Size.Bytes));
            }
            foreach (var site in staged) site.Publish();
            return Report(request, archive, problems, [.. written.OrderBy(w => w.Audience)]);
        }
        finally
        {
            foreach (var site in staged) site.Dispose();
        }
    }

    /// <summary>Renders a site beside the folder in which it is to stand. A leak into the public one is never left out and passed over: it stops the build.</summary>
    private static StagedSite Stage(PlannedSite site, IncidentArchive archive, BuildRequest request, DiagnosticBag problems)
    {
        var folder = FolderOf(site.Audience, request);
        if (site.Audience == Audience.Internal) return SiteWriter.Stage(folder, site.Whole(), site.Templates, static (_, _) => { });
        var scan = ScanOf(site, archive, request);
        var leaks = new ConcurrentBag<Diagnostic>();
        var staged = SiteWriter.Stage(folder, site.Whole(), site.Templates, (page, bytes) =>
        {
            if (site.Site.ByFile.ContainsKey(page.Path.File)) scan.Check(page, bytes, leaks); // the index is made of what these pages say
        });
        problems.AddRange(leaks);
        return staged;
    }

    /// <summary>Searches the finished public site for what only the archive knows.</summary>
    private static OutputScan ScanOf(PlannedSite site, IncidentArchive archive, BuildRequest request)
    {
        // what the archive's own theme says is searched like everything else, so that the specimen is made with ours
        var own = request.ThemeFolder is null ? site.Templates : new TemplateSet(Theme.Read(typeof(PublicSite).Assembly, "public", folder: null), site.Address);
        return OutputScan.Of(archive, new([.. PublicSite.PlanSpecimen(site.Address), .. own.Assets.Pages]), own);
    }

    /// <summary>The sites, each page to be rendered when somebody asks for it; none where a finding stops the build.</summary>
    /// <param name="cache">What earlier plans of the same process have read.</param>
    /// <exception cref="InputFolderException">There is no input.</exception>
    /// <exception cref="TemplateException">A template of the theme is broken.</exception>
    public static ImmutableArray<PlannedSite> Plan(BuildRequest request, ReadCache cache, DiagnosticBag problems) =>
        Plan(request, ArchiveReader.Read(request.InputFolder, request.AsOf, cache, problems), cache, problems);

    private static ImmutableArray<PlannedSite> Plan(BuildRequest request, IncidentArchive archive, ReadCache? cache, DiagnosticBag problems)
    {
        var contents = request.Audiences.Select(audience => ContentsOf(archive, audience, request, cache, problems)).ToList();
        if (IsStopped(request, problems) && !request.KeepGoing) return [];
        return [.. contents.Select(c => Themed(c, archive, request))];
    }

    private static SiteContents ContentsOf(IncidentArchive archive, Audience audience, BuildRequest request, ReadCache? cache, DiagnosticBag problems)
    {
        var address = AddressOf(archive, audience, request);
        var contents = audience switch
        {
            Audience.Internal => Internal(archive, address, new(archive, cache)),
            Audience.Public => Public(Redactor.Redact(archive), address),
        };
        LinkCheck.Check(contents.Site, problems);
        return contents;
    }

    private static SiteContents Internal(IncidentArchive archive, SiteAddress address, ArchiveSearch search) =>
        new(Audience.Internal, new(InternalSite.Plan(archive, address, search)), () => search.Files);

    private static SiteContents Public(PublicHistory history, SiteAddress address)
    {
        var search = new PublicSearch(history);
        return new(Audience.Public, new(PublicSite.Plan(history, address, search)), () => search.Files);
    }

    private static PlannedSite Themed(SiteContents contents, IncidentArchive archive, BuildRequest request)
    {
        var audience = contents.Audience;
        // each audience's half of the theme comes from its own assembly: the public build never sees the internal one
        var theme = audience switch
        {
            Audience.Internal => Theme.Read(typeof(InternalSite).Assembly, "internal", request.ThemeFolder),
            Audience.Public => Theme.Read(typeof(PublicSite).Assembly, "public", request.ThemeFolder),
        };
        var address = AddressOf(archive, audience, request);
        var templates = new TemplateSet(theme, address);
        return new(audience, contents.Site.With(templates.Assets.Pages), templates, address) { IndexFiles = new(() => [.. SearchFiles.Pages(contents.Index())]) };
    }

    private static SiteAddress AddressOf(IncidentArchive archive, Audience audience, BuildRequest request) => new(request.BaseUrl ?? audience switch
    {
        Audience.Internal => archive.Settings.Url,
        Audience.Public => archive.Settings.Public.Url,
    });

    private static string FolderOf(Audience audience, BuildRequest request) => Path.Combine(request.OutputFolder, Words.Of(audience));

    private static bool IsStopped(BuildRequest request, DiagnosticBag problems) => problems.Reaches(request.FailOn);

    private static BuildReport Report(BuildRequest request, IncidentArchive archive, DiagnosticBag problems, ImmutableArray<WrittenSite> sites) =>
        new(FindingLimit.Of(problems.Sorted()), sites, archive.Postmortems.Length + archive.LeftOut, IsStopped(request, problems)) { Suppressed = problems.Suppressed() };

    /// <param name="Index">Makes the files of the search index: they cost as much as all pages, and a check needs none.</param>
    private sealed record SiteContents(Audience Audience, Site Site, Func<ImmutableArray<IndexFile>> Index);
}

/// <summary>Which of the two sites.</summary>
public enum Audience
{
    Internal,
    Public,
}

/// <summary>What to build from what, into what.</summary>
public sealed record BuildRequest
{
    public required string InputFolder { get; init; }

    /// <summary>The sites are its subfolders <c>internal</c> and <c>public</c>.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>A folder whose files override the built-in theme's, or null.</summary>
    public string? ThemeFolder { get; init; }

    public ImmutableArray<Audience> Audiences { get; init; } = [Audience.Internal, Audience.Public];

    /// <summary>The day that counts as today.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Where the site will stand, instead of what <c>archive.yml</c> says; for one audience only.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Findings of this level or above stop the build.</summary>
    public FindingLevel FailOn { get; init; } = FindingLevel.Error;

    /// <summary>Leave out what is broken and publish the rest.</summary>
    public bool KeepGoing { get; init; }
}

/// <summary>What came of a build or a check.</summary>
/// <param name="Findings">Sorted by place.</param>
/// <param name="Sites">One for each audience that was written; empty where findings stopped the build.</param>
/// <param name="PostmortemCount">Postmortems read, sound or not.</param>
/// <param name="Failed">Whether a finding reached the level that fails the run.</param>
public sealed record BuildReport(ImmutableArray<Diagnostic> Findings, ImmutableArray<WrittenSite> Sites, int PostmortemCount, bool Failed)
{
    /// <summary>What would be a finding, had nobody said why it is right as it is; sorted by place.</summary>
    public ImmutableArray<SuppressedFinding> Suppressed { get; init; } = [];
}

/// <summary>A site on disk.</summary>
/// <param name="Files">Files it holds.</param>
/// <param name="Bytes">Their size in all.</param>
public sealed record WrittenSite(Audience Audience, string Folder, int Files, long Bytes);

/// <summary>A site that only has to be rendered.</summary>
public sealed record PlannedSite(Audience Audience, Site Site, TemplateSet Templates, SiteAddress Address)
{
    /// <summary>The files of the search index, which are made when somebody first asks for one.</summary>
    public required Lazy<ImmutableArray<Page>> IndexFiles { get; init; }

    /// <summary>The site with its index.</summary>
    public Site Whole() => Site.With(IndexFiles.Value);

    /// <summary>The page of a file, without regard to case; null where there is none.</summary>
    public Page? Find(string file) => Site.ByFile.TryGetValue(file, out var page) ? page
        : file.StartsWith($"{SearchFiles.Folder}/", StringComparison.Ordinal) ? IndexFiles.Value.FirstOrDefault(p => p.Path.File == file)
        : null;
}
