using System.IO.Compression;
using System.Text;
using Xunit;

namespace Archive.BrowserTests;

/// <summary>What pages may weigh: 1 KB is 1,024 bytes.</summary>
public sealed class PageWeightTests(SampleSites sites)
{
    private const int Kilobyte = 1024;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_style_sheet_is_20_KB_at_most(bool isPublic)
    {
        var sheets = Directory.GetFiles((isPublic ? sites.Public : sites.Internal).Folder, "style.*.css", SearchOption.AllDirectories);

        Assert.InRange(new FileInfo(Assert.Single(sheets)).Length, 1, 20 * Kilobyte);
    }

    [Fact]
    public void A_postmortem_page_is_30_KB_at_most_apart_from_its_own_prose()
    {
        var pages = new BuiltPages(sites.Internal.Folder);
        string[] postmortems = [.. pages.Files.Where(f => pages.Parse(f).QuerySelector("main.postmortem") is not null)];

        var heavy =
            from file in postmortems
            let prose = pages.Parse(file).QuerySelectorAll(".prose, .tree, .moments td.whole").Sum(p => Encoding.UTF8.GetByteCount(p.InnerHtml))
            where new FileInfo(file).Length - prose > 30 * Kilobyte
            select $"{file}: {new FileInfo(file).Length - prose} bytes beside {prose} bytes of prose";

        Assert.True(postmortems.Length >= 40, $"Only {postmortems.Length} pages are postmortems");
        Assert.True(!heavy.Any(), string.Join(Environment.NewLine, heavy));
    }

    [Fact]
    public void The_public_home_page_with_its_style_is_14_KB_at_most_compressed() =>
        Assert.InRange(CompressedSize(sites.FileOf(SamplePages.PublicHome)) + CompressedSize(StyleOf(sites.Public)), 1, 14 * Kilobyte);

    [Fact]
    public void A_public_incident_with_its_style_is_30_KB_at_most_compressed()
    {
        var style = CompressedSize(StyleOf(sites.Public));
        string[] incidents = Directory.GetFiles(Path.Combine(sites.Public.Folder, "incidents"), "index.html", SearchOption.AllDirectories);

        Assert.True(incidents.Length >= 14, $"Only {incidents.Length} incidents are public");
        Assert.All(incidents, file => Assert.InRange(CompressedSize(file) + style, 1, 30 * Kilobyte));
    }

    private static string StyleOf(StaticServer server) => Directory.GetFiles(server.Folder, "*.css", SearchOption.AllDirectories).Single();

    private static int CompressedSize(string file)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(File.ReadAllBytes(file));
        return (int)compressed.Length;
    }
}
