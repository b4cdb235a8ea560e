using Microsoft.Playwright;
using Xunit;

namespace Archive.BrowserTests;

public sealed class KeyboardTests(SampleSites sites)
{
    private const int MostStops = 40;

    [Theory]
    [MemberData(nameof(SamplePages.Names), MemberType = typeof(SamplePages))]
    public async Task The_first_stop_skips_to_the_content(string page)
    {
        var window = await sites.OpenAsync(SamplePages.Of(page));

        await window.Keyboard.PressAsync("Tab");
        var link = await window.EvaluateAsync<string>("document.activeElement.getAttribute('href')");
        await window.Keyboard.PressAsync("Enter");
        var focused = await window.EvaluateAsync<string>("document.activeElement.tagName + '#' + document.activeElement.id");
        await window.CloseAsync();

        Assert.StartsWith("#", link, StringComparison.Ordinal);
        Assert.Equal($"MAIN{link}", focused);
    }

    [Theory]
    [MemberData(nameof(SamplePages.Names), MemberType = typeof(SamplePages))]
    public async Task The_skip_link_is_seen_when_it_has_the_focus(string page)
    {
        var window = await sites.OpenAsync(SamplePages.Of(page));

        await window.Keyboard.PressAsync("Tab");
        var box = await window.Locator("a:focus").BoundingBoxAsync();
        await window.CloseAsync();

        Assert.NotNull(box);
        Assert.True(box.X >= 0 && box.Y >= 0 && box.Width >= 24 && box.Height >= 24, $"It stands at {box.X}, {box.Y}, {box.Width} by {box.Height}");
    }

    [Theory]
    [MemberData(nameof(SamplePages.Names), MemberType = typeof(SamplePages))]
    public async Task Every_link_of_the_navigation_is_a_stop(string page)
    {
        var window = await sites.OpenAsync(SamplePages.Of(page));

        var expected = await HrefsAsync(window, "header nav a");
        var stops = await StopsBeforeContentAsync(window);
        await window.CloseAsync();

        Assert.NotEmpty(expected);
        Assert.Empty(expected.Except(stops));
    }

    private static Task<string[]> HrefsAsync(IPage window, string selector) =>
        window.EvaluateAsync<string[]>("selector => [...document.querySelectorAll(selector)].map(a => a.getAttribute('href'))", selector);

    private static async Task<List<string>> StopsBeforeContentAsync(IPage window)
    {
        var stops = new List<string>();
        for (var stop = 0; stop < MostStops; stop++)
        {
            await window.Keyboard.PressAsync("Tab");
            if (await window.EvaluateAsync<bool>("document.activeElement.closest('main') !== null")) break;
            stops.Add(await window.EvaluateAsync<string>("document.activeElement.getAttribute('href') ?? ''"));
        }
        return stops;
    }
}
