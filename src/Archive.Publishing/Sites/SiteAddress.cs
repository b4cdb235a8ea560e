using System.Buffers;

namespace Archive.Publishing.Sites;

/// <summary>Where a site will stand on the web, so that links work below any path.</summary>
/// <param name="Base">Absolute address of the site's root. A slash is added where it ends in none.</param>
public sealed record SiteAddress(Uri Base)
{
    /// <summary>What stands in an address as it is: RFC 3986's unreserved characters and the slash.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");

    // an address makes these anew whenever it is asked
    private readonly string _root = WithSlash(Base).AbsolutePath;
    private readonly string _whole = WithSlash(Base).AbsoluteUri;

    public Uri Base { get; } = WithSlash(Base);

    /// <summary>A link from any page of the site: the path part of the address, such as <c>/archive/postmortems/inc-031/</c>, percent-encoded.</summary>
    public string Href(SitePath path) => Joined(_root, path);

    /// <summary>A link with an anchor.</summary>
    /// <param name="anchor">The id as it stands on the page, without <c>#</c>.</param>
    public string Href(SitePath path, string anchor) => $"{Href(path)}#{Encoded(anchor)}";

    /// <summary>The whole address, for feeds, sitemaps and mail; percent-encoded.</summary>
    public string Absolute(SitePath path) => Joined(_whole, path);

    private static string Joined(string to, SitePath path) => path.Relative is var relative && !relative.ContainsAnyExcept(Plain)
        ? string.Concat(to, relative)
        : to + Encoded(relative.ToString());

    private static Uri WithSlash(Uri address) => address.AbsolutePath.EndsWith('/') ? address : new UriBuilder(address) { Path = address.AbsolutePath + "/" }.Uri;

    private static string Encoded(string text) => !text.AsSpan().ContainsAnyExcept(Plain)
        ? text
        : Uri.EscapeDataString(text).Replace("%2F", "/", StringComparison.Ordinal);
}
