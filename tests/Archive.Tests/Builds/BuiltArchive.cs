using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Archive.Incidents;
using Archive.Publishing.Diagnostics;
using Archive.Tests.Cli;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Builds;

/// <summary>An archive on disk that has been built whole, both sites, for as long as a test lasts.</summary>
internal sealed class BuiltArchive : IDisposable
{
    private BuiltArchive(TemporaryFolder folder, BuildReport report) => (Folder, Report) = (folder, report);

    public TemporaryFolder Folder { get; }

    public BuildReport Report { get; }

    public ImmutableArray<Diagnostic> Findings => Report.Findings;

    /// <summary>Built with <c>--keep-going</c>, so that even what is broken is seen as far as it gets.</summary>
    public static BuiltArchive Of(SoundArchive archive, Action<TemporaryFolder>? before = null, bool keepGoing = true)
    {
        var folder = archive.OnDisk();
        before?.Invoke(folder);
        return new(folder, Build(folder, keepGoing));
    }

    public static BuildReport Build(TemporaryFolder folder, bool keepGoing = false) => ArchiveBuild.Run(SoundArchive.RequestFor(folder) with { KeepGoing = keepGoing });

    public bool Has(string path) => File.Exists(Folder.File($"output/{path}"));

    public IHtmlDocument Page(string path) => new HtmlParser().ParseDocument(Folder.Read($"output/{path}"));

    /// <summary>All pages of both sites, parsed.</summary>
    public IEnumerable<(string Path, IHtmlDocument Document)> Pages() =>
        Paths(".html").Select(p => (p, new HtmlParser().ParseDocument(File.ReadAllText(p))));

    public IEnumerable<string> Paths(string ending) => Directory.EnumerateFiles(Folder.File("output"), $"*{ending}", SearchOption.AllDirectories);

    /// <summary>Every page can be shown and every file of data can be read, whatever a person wrote.</summary>
    public void AssertHarmless()
    {
        Assert.Equal(2, Report.Sites.Length);
        foreach (var (path, document) in Pages())
        {
            Assert.All(document.Scripts, s => Assert.True(s.Source is not null || s.Type == "application/ld+json", $"{path}: {s.OuterHtml}"));
            Assert.Empty(document.QuerySelectorAll("iframe, object, embed, base, form:not([role=search])"));
            Assert.All(document.All.SelectMany(e => e.Attributes), a => Assert.False(a.Name.StartsWith("on", StringComparison.Ordinal) || a.Name is "style" or "srcdoc", $"{path}: {a.Name}"));
            Assert.All(document.QuerySelectorAll("[href], [src]"), e => AssertSafe(e.GetAttribute("href") ?? e.GetAttribute("src") ?? "", path));
        }
        foreach (var path in Paths(".json")) using (System.Text.Json.JsonDocument.Parse(File.ReadAllText(path))) { }
        foreach (var path in Paths(".xml").Concat(Paths(".atom"))) System.Xml.Linq.XDocument.Load(path);
        Assert.All(Paths(""), p => Assert.True(System.Text.Unicode.Utf8.IsValid(File.ReadAllBytes(p)) || p.EndsWith(".png", StringComparison.Ordinal) || p.EndsWith(".bin", StringComparison.Ordinal), p));
    }

    public void Dispose() => Folder.Dispose();

    /// <summary>The paths and bytes of a folder as one text.</summary>
    public static string TreeOf(string folder) => string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(f => $"{Path.GetRelativePath(folder, f)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))}"));

    private static void AssertSafe(string address, string page)
    {
        var seen = new string([.. address.Where(c => c > ' ')]).Replace('\\', '/'); // as a browser reads it
        Assert.False(seen.StartsWith("//", StringComparison.Ordinal), $"{page}: {address}");
        var colon = seen.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || seen.AsSpan(0, colon).ContainsAny("/?#")) return;
        Assert.True(seen[..colon].ToLowerInvariant() is "http" or "https" or "mailto", $"{page}: {address}");
    }
}
