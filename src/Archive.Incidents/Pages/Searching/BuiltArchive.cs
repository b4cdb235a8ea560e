using System.Text.Json;

namespace Archive.Incidents.Pages.Searching;

/// <summary>What a built internal site says of a postmortem without the input being read.</summary>
public static class BuiltArchive
{
    /// <summary>The source file below the input folder; null where the site has no such postmortem.</summary>
    /// <param name="site">The folder of the internal site.</param>
    public static string? SourceOf(string id, string site)
    {
        var file = Path.Combine(site, SitePaths.PostmortemJson(id).File);
        if (!File.Exists(file)) return null;
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.TryGetProperty("path", out var path) ? path.GetString() : null;
    }
}
