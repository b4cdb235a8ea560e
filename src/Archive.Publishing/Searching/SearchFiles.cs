using System.Collections.Immutable;
using Archive.Publishing.Sites;
using Archive.Search;

namespace Archive.Publishing.Searching;

/// <summary>Where search stands on a site.</summary>
public static class SearchFiles
{
    /// <summary>The folder of the index below a site's root; the search page is its own index page.</summary>
    public const string Folder = "search";

    public static SitePath PagePath { get; } = SitePath.Page(Folder);

    public static SitePath DescriptionPath { get; } = SitePath.OfFile($"{Folder}/opensearch.xml");

    /// <summary>The files of an index as files of a site.</summary>
    public static IEnumerable<Page> Pages(ImmutableArray<IndexFile> index) => index.Select(f => Page.OfBytes(PathOf(f), f.Parts));

    /// <summary>What a browser needs before it can answer anything; it is named for its content, so that it can be asked for with the page.</summary>
    public static SitePath? ManifestOf(ImmutableArray<IndexFile> index) =>
        index.FirstOrDefault(f => f.IsHashed && Path.GetFileName(f.Name).StartsWith("manifest-", StringComparison.Ordinal)) is { } manifest ? PathOf(manifest) : null;

    /// <summary>By which a browser can add the site to its search engines (OpenSearch 1.1).</summary>
    public static Page Description(string title, string description, SiteAddress address) => Page.OfXml(DescriptionPath, xml =>
    {
        const string space = "http://a9.com/-/spec/opensearch/1.1/";
        xml.WriteStartElement("OpenSearchDescription", space);
        xml.WriteElementString("ShortName", space, title.Length <= 16 ? title : "Incidents"); // the specification allows 16 characters
        xml.WriteElementString("LongName", space, title.Length <= 48 ? title : title[..48]);
        xml.WriteElementString("Description", space, description);
        xml.WriteStartElement("Url", space);
        xml.WriteAttributeString("type", "text/html");
        xml.WriteAttributeString("template", $"{address.Absolute(PagePath)}?q={{searchTerms}}");
        xml.WriteEndElement();
        xml.WriteElementString("InputEncoding", space, "UTF-8");
        xml.WriteEndElement();
    });

    private static SitePath PathOf(IndexFile file) => SitePath.OfFile($"{Folder}/{file.Name}");
}
