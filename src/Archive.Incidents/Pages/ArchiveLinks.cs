using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Archive.Incidents.Model;
using Archive.Publishing.Documents;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages;

/// <summary>Where the links that people wrote lead on the internal site.</summary>
/// <remarks>Has state because the bytes of a referred asset are read once, when the first page that shows it is planned.</remarks>
public sealed class ArchiveLinks
{
    private readonly SiteAddress _address;
    private readonly ImmutableSortedDictionary<string, AssetFile> _files;
    private readonly Dictionary<string, SitePath> _byId;
    private readonly Dictionary<string, SitePath> _bySource;
    private readonly ConcurrentDictionary<string, (SitePath Path, byte[] Bytes)> _assets = new(StringComparer.Ordinal);

    public ArchiveLinks(IncidentArchive archive, SiteAddress address)
    {
        _address = address;
        _files = archive.Assets;
        _byId = archive.Postmortems.ToDictionary(p => p.Id, p => SitePaths.Postmortem(p.Id), StringComparer.OrdinalIgnoreCase);
        _bySource = archive.Postmortems.Select(p => (p.Source.Path, Page: SitePaths.Postmortem(p.Id)))
            .Concat(archive.Pages.Select(p => (p.Source.Path, Page: SitePaths.HandbookPage(p.Slug))))
            .ToDictionary(s => s.Path, s => s.Page, StringComparer.Ordinal);
    }

    /// <summary>The prose with its links filled in, for the page at <paramref name="own"/>; null where there is none.</summary>
    public FilledHtml? Fill(HtmlText html, SitePath own) => html switch
    {
        { IsEmpty: true } => null,
        { Holes.IsEmpty: true } => new(html, static _ => null), // most rows of a timeline
        _ => Filled(html, own),
    };

    /// <summary>Apart, so that a text without holes pays for nothing that fills them.</summary>
    private FilledHtml Filled(HtmlText html, SitePath own) => new(html, hole => Href(hole.Kind, hole.Target, own));

    /// <summary>The prose with its links filled in, for a postmortem's own page; null where there is none.</summary>
    public FilledHtml? Fill(HtmlText html, Postmortem on) => Fill(html, html.Holes.IsEmpty ? SitePath.Root : _byId[on.Id]);

    /// <summary>What a person's links lead to, for the link check. A mention of an id that does not exist is no link, and no finding.</summary>
    public ImmutableArray<PageLink> LinksOf(PostmortemBody body, SitePath own)
    {
        if (body.Links.IsEmpty) return [];
        var links = ImmutableArray.CreateBuilder<PageLink>(body.Links.Length);
        foreach (var link in body.Links)
        {
            var url = Url(link.Kind, link.Target, own);
            if (url is not null || link.Kind != HoleKind.Mention) links.Add(new(link.Written, url, link.Location));
        }
        return links.DrainToImmutable();
    }

    /// <summary>The assets that the planned pages refer to, under names that carry a hash of their bytes; complete once all pages are planned.</summary>
    public IEnumerable<Page> AssetPages() => _assets.Values
        .DistinctBy(a => a.Path)
        .OrderBy(a => a.Path)
        .Select(a => Page.OfBytes(a.Path, a.Bytes));

    private string? Href(HoleKind kind, string target, SitePath own) =>
        kind == HoleKind.Anchor ? $"#{target}"
        : Url(kind, target, own) is { } url ? _address.Base.AbsolutePath + url.TrimStart('/')
        : null;

    private string? Url(HoleKind kind, string target, SitePath own) => kind switch
    {
        HoleKind.Mention => _byId.TryGetValue(target, out var page) && page != own ? page.Url : null,
        HoleKind.InputLink or HoleKind.InputImage => UrlOfInput(target),
        HoleKind.SiteLink => target,
        HoleKind.Anchor => $"{own.Url}#{target}",
    };

    private string? UrlOfInput(string target)
    {
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var (file, anchor) = hash < 0 ? (target, "") : (target[..hash], target[hash..]);
        if (_bySource.TryGetValue(file, out var page)) return page.Url + anchor;
        return _files.TryGetValue(file, out var asset) ? _assets.GetOrAdd(file, _ => Hashed(asset)).Path.Url : null;
    }

    private static (SitePath, byte[]) Hashed(AssetFile asset)
    {
        var bytes = asset.ReadBytes();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..10];
        var name = Slug.Of(Path.GetFileNameWithoutExtension(asset.Path));
        return (SitePath.OfFile($"files/{name}.{hash}{Path.GetExtension(asset.Path).ToLowerInvariant()}"), bytes);
    }
}
