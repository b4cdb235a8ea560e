using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Archive.BrowserTests;

public sealed class AccessibilityTests(SampleSites sites)
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    public static IEnumerable<TheoryDataRow<string, ColorScheme, int>> Views =>
        from page in SamplePages.Names
        from scheme in new[] { ColorScheme.Light, ColorScheme.Dark }
        from width in new[] { 1440, 320 }
        select new TheoryDataRow<string, ColorScheme, int>(page.Data, scheme, width);

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_nothing(string page, ColorScheme scheme, int width)
    {
        var window = await sites.OpenAsync(SamplePages.Of(page), new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });

        var result = await window.RunAxe(Wcag);
        await window.CloseAsync();

        Assert.NotEmpty(result.Passes);
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(Describe)));
    }

    [Fact]
    public async Task Axe_sees_grey_on_grey()
    {
        var window = await sites.Browser.NewPageAsync();
        await window.SetContentAsync("<html lang=en><title>x</title><main><h1 style='color:#999;background:#aaa'>Hardly to be read</h1></main></html>");

        var result = await window.RunAxe(Wcag);
        await window.CloseAsync();

        Assert.Contains(result.Violations, v => v.Id == "color-contrast");
    }

    private static string Describe(AxeResultItem item) =>
        $"{item.Id}, {item.Nodes.Length} times: {item.Help}\n{string.Join('\n', item.Nodes.Take(5).Select(n => $"    {n.Target} {n.Html}"))}";
}
