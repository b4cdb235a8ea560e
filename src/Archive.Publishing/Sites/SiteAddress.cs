namespace Archive.Publishing.Sites;

/// <summary>Where a site will stand on the web, so that links work below any path.</summary>
/// <param name="Base">Absolute address of the site's root, ending in a slash.</param>
public sealed record SiteAddress(Uri Base)
{
    /// <summary>A link from any page of the site: the path part of the address, such as <c>/archive/postmortems/inc-031/</c>.</summary>
    public string Href(SitePath path) => Base.AbsolutePath + path.Url[1..];

    /// <summary>A link with an anchor.</summary>
    public string Href(SitePath path, string anchor) => $"{Href(path)}#{anchor}";

    /// <summary>The whole address, for feeds, sitemaps and mail.</summary>
    public string Absolute(SitePath path) => Base.AbsoluteUri + path.Url[1..];
}
