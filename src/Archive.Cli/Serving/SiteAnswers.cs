using System.Text;
using Archive.Cli.Reports;
using Archive.Incidents;
using Archive.Publishing.Sites;

namespace Archive.Cli.Serving;

/// <summary>From a path to what stands there in one of the sites, rendered now.</summary>
public static class SiteAnswers
{
    /// <param name="path">Decoded, with a leading slash.</param>
    public static Answer Find(LiveState state, Audience audience, string path, ReportSource source)
    {
        if (OwnAnswers.Find(state, path, source) is { } own) return own;
        if (state.Find(audience) is not { } planned) return OwnAnswers.Findings(state, source, 503);
        // The links of the pages begin where the published site will stand, so it stands there here too.
        var root = Uri.UnescapeDataString(planned.Address.Base.AbsolutePath);
        if (path == "/" && root != "/") return Answer.Redirect(planned.Address.Base.AbsolutePath);
        if (!path.StartsWith(root, StringComparison.Ordinal)) return Missing(planned, state);
        var file = path[root.Length..];
        if (file.Length == 0 || file.EndsWith('/')) file += "index.html";
        if (planned.Find(file) is { } page) return Rendered(200, page, planned, state);
        return planned.Site.ByFile.TryGetValue($"{file}/index.html", out var folder)
            ? Answer.Redirect(planned.Address.Href(folder.Path))
            : Missing(planned, state);
    }

    private static Answer Missing(PlannedSite planned, LiveState state) => planned.Site.ByFile.TryGetValue("404.html", out var missing)
        ? Rendered(404, missing, planned, state)
        : Answer.Text(404, "There is no such page.");

    private static Answer Rendered(int status, Page page, PlannedSite planned, LiveState state)
    {
        using var buffer = new PageBuffer();
        ReadOnlyMemory<byte> bytes;
        try
        {
            bytes = buffer.Rendered(page, planned.Templates);
        }
#pragma warning disable CA1031 // a template that is being written may throw anything; its author reads the reason in the browser
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return OwnAnswers.Unrendered(state, page.Path.Url, Failure.SentenceOf(thrown));
        }
        var type = ContentType.Of(page.Path.File);
        return new(status, type, type == ContentType.Html ? WithReload(bytes.Span, state) : bytes.ToArray());
    }

    /// <summary>The page with the script that reloads it, at the end of its head.</summary>
    private static byte[] WithReload(ReadOnlySpan<byte> html, LiveState state)
    {
        var script = Encoding.UTF8.GetBytes(OwnAnswers.ReloadTag(state));
        var at = html.IndexOf("</head>"u8);
        if (at < 0) at = html.Length;
        return [.. html[..at], .. script, .. html[at..]];
    }
}
