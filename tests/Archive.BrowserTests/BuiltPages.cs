using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Archive.BrowserTests;

/// <summary>The HTML files of a built site, parsed.</summary>
/// <remarks>Has state because a page that twenty others link to is parsed once.</remarks>
public sealed class BuiltPages(string folder)
{
    private static readonly Uri Host = new("https://site.invalid/");

    private readonly HtmlParser _parser = new();
    private readonly Dictionary<string, IDocument> _parsed = new(StringComparer.Ordinal);

    public IEnumerable<string> Files => Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>The links of the whole site that lead nowhere on it, as sentences.</summary>
    public IEnumerable<string> BrokenLinks() =>
        from file in Files
        let address = new Uri(Host, Path.GetRelativePath(folder, file).Replace('\\', '/').Replace("index.html", "", StringComparison.Ordinal))
        from link in Links(Parse(file))
        let target = new Uri(address, link)
        where target.Host == Host.Host && !Exists(target)
        select $"{address.AbsolutePath} links to {link}";

    public IDocument Parse(string file)
    {
        if (!_parsed.TryGetValue(file, out var document)) _parsed[file] = document = _parser.ParseDocument(File.ReadAllText(file));
        return document;
    }

    /// <summary>Everything a page points at: links, styles, pictures and their kin, and what its labels refer to.</summary>
    private static IEnumerable<string> Links(IDocument document) =>
    [
        .. document.QuerySelectorAll("[href]").Select(e => e.GetAttribute("href") ?? ""),
        .. document.QuerySelectorAll("[src]").Select(e => e.GetAttribute("src") ?? ""),
        .. document.QuerySelectorAll("[aria-labelledby], [aria-describedby], [headers], [for]")
            .SelectMany(e => new[] { "aria-labelledby", "aria-describedby", "headers", "for" }.SelectMany(name => (e.GetAttribute(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Select(id => $"#{id}"),
    ];

    private bool Exists(Uri target)
    {
        if (StaticServer.FileOf(folder, target.AbsolutePath) is not { } file) return false;
        var anchor = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
        return anchor.Length == 0 || Parse(file).GetElementById(anchor) is not null;
    }
}
