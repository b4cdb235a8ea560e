using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Archive.BrowserTests;

public sealed partial class PrintTests(SampleSites sites)
{
    [Theory]
    [InlineData("/digests/2026-q3/")]
    [InlineData("/digests/2026-q1/")]
    [InlineData("/digests/2026-02/")]
    public async Task A_digest_is_one_page_of_paper(string path)
    {
        var window = await sites.Browser.NewPageAsync();
        await window.GotoAsync(new Uri(sites.Internal.Address, path).AbsoluteUri);
        var paper = await window.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });
        await window.CloseAsync();

        Assert.Single(PageObject().Matches(Encoding.Latin1.GetString(paper)));
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PageObject();
}
