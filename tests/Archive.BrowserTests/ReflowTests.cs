using Xunit;

namespace Archive.BrowserTests;

public sealed class ReflowTests(SampleSites sites)
{
    /// <summary>What stands beyond the right edge, for the message.</summary>
    private const string WideElements =
        "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.cloneNode().outerHTML.slice(0, 120))";

    [Theory]
    [MemberData(nameof(SamplePages.Names), MemberType = typeof(SamplePages))]
    public async Task A_page_of_320_pixels_never_scrolls_sideways(string page)
    {
        var window = await sites.OpenAsync(SamplePages.Of(page), new() { ViewportSize = new() { Width = 320, Height = 640 } });

        var (width, innerWidth) = (await window.EvaluateAsync<int>("document.scrollingElement.scrollWidth"), await window.EvaluateAsync<int>("innerWidth"));
        var wide = await window.EvaluateAsync<string[]>(WideElements);
        await window.CloseAsync();

        Assert.Equal(320, innerWidth);
        Assert.True(width <= innerWidth, $"The page is {width} wide. Beyond the edge: {string.Join(" | ", wide.Take(5))}");
    }
}
