using System.Buffers;

namespace Archive.Publishing.Sites;

/// <summary>Where a site will stand on the web, so that links work below any path.</summary>
/// <param name="Base">Absolute address of the site's root. A slash is added where it ends in none.</param>
public sealed record SiteAddress(Uri Base)
{
    /// <summary>What stands in an address as it is: RFC 3986's unreserved characters and the slash.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");

    public Uri Base { get; init; } = Base.AbsolutePath.EndsWith('/') ? Base : new UriBuilder(Base) { Path = Base.AbsolutePath + "/" }.Uri;

    /// <summary>A link from any page of the site: the path part of the address, such as <c>/archive/postmortems/inc-031/</c>, percent-encoded.</summary>
    public string Href(SitePath path) => Base.AbsolutePath + Encoded(path.Url[1..]);

    /// <summary>A link with an anchor.</summary>
    /// <param name="anchor">The id as it stands on the page, without <c>#</c>.</param>
    public string Href(SitePath path, string anchor) => $"{Href(path)}#{Encoded(anchor)}";

    /// <summary>The whole address, for feeds, sitemaps and mail; percent-encoded.</summary>
    public string Absolute(SitePath path) => Base.AbsoluteUri + Encoded(path.Url[1..]);

    private static string Encoded(string text) => !text.AsSpan().ContainsAnyExcept(Plain)
        ? text
        : Uri.EscapeDataString(text).Replace("%2F", "/", StringComparison.Ordinal);
}
