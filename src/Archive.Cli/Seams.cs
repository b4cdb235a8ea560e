// Stands in until the build itself is merged.
using System.Collections.Immutable;
using System.Text;
using Archive.Incidents.Drafting;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents;

public static class ArchiveBuild
{
    public static BuildReport Run(BuildRequest request) => Check(request);

    public static BuildReport Check(BuildRequest request)
    {
        var problems = new DiagnosticBag();
        var archive = ArchiveReader.Read(request.InputFolder, request.AsOf, new(), problems);
        return new(problems.Sorted(), [], archive.Postmortems.Length + archive.LeftOut, problems.Sorted().Any(d => d.Level >= request.FailOn));
    }

    public static ImmutableArray<PlannedSite> Plan(BuildRequest request, ReadCache cache, DiagnosticBag problems)
    {
        var archive = ArchiveReader.Read(request.InputFolder, request.AsOf, cache, problems);
        if (problems.HasErrors) return [];
        var templates = new TemplateSet(new Theme("internal", [new("shared/a.css", "x", Encoding.UTF8.GetBytes("a{}"))]), new SiteAddress(new("http://127.0.0.1/")));
        Page Html(SitePath path, string text) => Page.OfBytes(path, Encoding.UTF8.GetBytes($"<!doctype html><html><head><title>x</title></head><body><main>{text}</main></body></html>"));
        return
        [
            new(Audience.Internal, new Site([Html(SitePath.Root, "home"), Html(SitePath.OfFile("404.html"), "none"), .. archive.Postmortems.Select(p => Html(SitePath.Page("postmortems", p.Id), p.Title))]), templates),
            new(Audience.Public, new Site([Html(SitePath.Root, "home"), Html(SitePath.OfFile("404.html"), "none"), .. archive.Postmortems.Where(p => p.PublicNote is not null).Select(p => Html(SitePath.Page("incidents", p.PublicNote!.Slug), p.PublicNote.Title))]), templates),
        ];
    }
}
