using Xunit;

namespace Archive.BrowserTests;

public sealed class ReflowTests(SampleSites sites)
{
    [Theory]
    [MemberData(nameof(SamplePages.Names), MemberType = typeof(SamplePages))]
    public async Task A_page_of_320_pixels_never_scrolls_sideways(string page)
    {
        var window = await sites.OpenAsync(SamplePages.Of(page), new() { ViewportSize = new() { Width = 320, Height = 640 } });

        var width = await window.EvaluateAsync<int>("document.scrollingElement.scrollWidth");
        await window.CloseAsync();

        Assert.InRange(width, 1, 320);
    }
}
