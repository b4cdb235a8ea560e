using Archive.Publishing.Diagnostics;

namespace Archive.Publishing.Sites;

/// <summary>Looks after the links that people wrote: each has to lead to a file of the site, and to a place on it.</summary>
public static class LinkCheck
{
    /// <summary>Adds a finding for every <see cref="Page.Links"/> entry that leads to nothing.</summary>
    /// <remarks>
    /// <c>/a</c>, <c>/a/</c> and <c>/a/index.html</c> are the same page, and percent-encoding does not count. Upper and lower case
    /// do, since they do on most hosts. <c>#</c> and <c>#top</c> are the top of any page.
    /// </remarks>
    public static void Check(Site site, DiagnosticBag problems)
    {
        if (site.Pages.All(p => p.Links.IsEmpty)) return;
        var files = site.Pages.ToDictionary(p => p.Path.File, StringComparer.Ordinal);
        var nearest = new Dictionary<string, string?>(StringComparer.Ordinal); // the same mistake is often made on many pages
        var broken = new HashSet<PageLink>(); // a document may stand on several pages
        foreach (var link in site.Pages.SelectMany(p => p.Links))
        {
            var (url, anchor) = Split(link.Url);
            var target = url is null ? null : PageAt(url, files);
            if (target is not null && (anchor is "" or "top" || target.Anchors.Contains(anchor, StringComparer.Ordinal))) continue;
            if (!broken.Add(link)) continue;
            problems.Add(target is null
                ? LinkProblems.LinkToNothing(link, url is null ? null : Nearest(url, site, nearest))
                : LinkProblems.AnchorToNothing(link, anchor, target.Path.Url, DidYouMean.Of(anchor, target.Anchors)));
        }
    }

    private static (string? Url, string Anchor) Split(string? url)
    {
        if (url is null) return (null, "");
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var (address, anchor) = hash < 0 ? (url, "") : (url[..hash], url[(hash + 1)..]);
        var query = address.IndexOf('?', StringComparison.Ordinal);
        return (Uri.UnescapeDataString(query < 0 ? address : address[..query]), Uri.UnescapeDataString(anchor));
    }

    private static Page? PageAt(string url, Dictionary<string, Page> files)
    {
        if (!url.StartsWith('/')) return null;
        var file = url[1..];
        if (file.Length == 0 || file.EndsWith('/')) return files.GetValueOrDefault($"{file}index.html");
        return files.GetValueOrDefault(file) ?? files.GetValueOrDefault($"{file}/index.html");
    }

    private static string? Nearest(string url, Site site, Dictionary<string, string?> known)
    {
        if (known.TryGetValue(url, out var nearest)) return nearest;
        return known[url] = BelowBase(url, site) ?? DidYouMean.Of(url, site.Pages.Select(p => p.Path.Url));
    }

    /// <summary>The address without its first folder, where that is a page: people copy <c>/archive/services/</c> from a browser.</summary>
    private static string? BelowBase(string url, Site site)
    {
        var second = url.IndexOf('/', Math.Min(1, url.Length));
        if (second < 0 || !url.StartsWith('/')) return null;
        var rest = url[(second + 1)..];
        return rest.Length > 0 && site.ByFile.TryGetValue(rest.EndsWith('/') ? $"{rest}index.html" : rest, out var page) ? page.Path.Url : null;
    }
}
