using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Archive.Incidents.Model;
using Archive.Incidents.Pages;
using Archive.Incidents.Pages.Searching;
using Archive.Publishing.Searching;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;
using Xunit;

namespace Archive.Tests.Pages;

/// <summary>An internal site, planned, whose pages are rendered when a test asks for them.</summary>
internal sealed class InternalRendering
{
    public static readonly SiteAddress Address = new(new("https://incidents.example/archive/"));

    // compiled once for all tests
    private static readonly TemplateSet Templates = new(Theme.Read(typeof(InternalSite).Assembly, "internal", null), Address);

    private static readonly TemplateSet Handlebars = new(Theme.Read(typeof(InternalSite).Assembly, "internal", null), Address) { WritesPlain = false };

    public InternalRendering(IncidentArchive archive)
    {
        var search = new ArchiveSearch(archive, cache: null);
        Site = new([.. InternalSite.Plan(archive, Address, search), .. Templates.Assets.Pages, .. SearchFiles.Pages(search.Files)]);
    }

    public Site Site { get; }

    /// <param name="url">Below the site's root: <c>/services/</c>.</param>
    public IHtmlDocument Page(string url) => new HtmlParser().ParseDocument(Text($"{url.TrimStart('/')}index.html"));

    public string Text(string file) => Text(Site.ByFile[file]);

    public static string Text(Page page)
    {
        using var buffer = new PageBuffer();
        var byHandlebars = Encoding.UTF8.GetString(buffer.Rendered(page, Handlebars).Span);
        Assert.Equal(byHandlebars, Encoding.UTF8.GetString(buffer.Rendered(page, Templates).Span));
        return byHandlebars;
    }
}
