using System.Collections.Concurrent;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Archive.PublicRecord;
using Archive.PublicRecord.Pages;
using Archive.PublicRecord.Searching;
using Archive.Publishing.Searching;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;
using Xunit;

namespace Archive.Tests.PublicRecord;

/// <summary>A public site as it would be written: the bytes of each file.</summary>
internal sealed record RenderedSite(IReadOnlyDictionary<string, byte[]> Files)
{
    public static Theme Theme { get; } = Theme.Read(typeof(PublicSite).Assembly, "public", folder: null);

    /// <summary>Compiled once for each address: compiling takes longer than a hundred small sites.</summary>
    private static readonly ConcurrentDictionary<SiteAddress, TemplateSet> Templates = new();

    public static RenderedSite Of(PublicHistory history) => Of(history, PublicExamples.Address);

    private static readonly ConcurrentDictionary<SiteAddress, TemplateSet> Handlebars = new();

    public static RenderedSite Of(PublicHistory history, SiteAddress address)
    {
        var templates = Templates.GetOrAdd(address, a => new(Theme, a));
        var handlebars = Handlebars.GetOrAdd(address, a => new(Theme, a) { WritesPlain = false });
        var search = new PublicSearch(history);
        var site = new Site([.. PublicSite.Plan(history, address, search), .. templates.Assets.Pages, .. SearchFiles.Pages(search.Files)]);
        using var buffer = new PageBuffer();
        Assert.All(site.Pages, p => Assert.Equal(buffer.Rendered(p, handlebars).ToArray(), buffer.Rendered(p, templates).ToArray()));
        return new(site.Pages.ToDictionary(p => p.Path.File, p => buffer.Rendered(p, templates).ToArray(), StringComparer.Ordinal));
    }

    public IEnumerable<string> HtmlFiles => Files.Keys.Where(f => f.EndsWith(".html", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public string Text(string file) => Encoding.UTF8.GetString(Files[file]);

    public IHtmlDocument Html(string file) => new HtmlParser().ParseDocument(Text(file));
}
