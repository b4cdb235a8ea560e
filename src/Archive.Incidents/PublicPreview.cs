using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Sites;

namespace Archive.Incidents;

/// <summary>The public site as bytes, without writing it.</summary>
public static class PublicPreview
{
    /// <summary>The files by their path; null, with findings, where the site would not be built.</summary>
    public static ImmutableSortedDictionary<string, byte[]>? Of(BuildRequest request, DiagnosticBag problems)
    {
        var sites = ArchiveBuild.Plan(request with { Audiences = [Audience.Public] }, new ReadCache(), problems);
        if (sites.IsEmpty) return null;
        var gate = new Lock();
        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        SiteRenderer.RenderAll(sites[0].Site, sites[0].Templates, (page, bytes) =>
        {
            var copy = bytes.ToArray();
            lock (gate) files.Add(page.Path.File, copy);
        });
        return files.ToImmutable();
    }
}
