using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Archive.BrowserTests;

/// <summary>The palette over any internal page: opened, searched, left by keys alone.</summary>
public sealed class PaletteTests(SampleSites sites)
{
    [Theory]
    [InlineData("/")]
    [InlineData("Control+k")]
    public async Task A_key_opens_it_and_Enter_opens_the_best_result(string key)
    {
        var window = await sites.OpenAsync(SamplePages.Postmortem);
        await window.Keyboard.PressAsync(key);
        await Expect(Box(window)).ToBeFocusedAsync();
        await window.Keyboard.TypeAsync("orchard exports leaked");
        await Expect(Options(window).First).ToContainTextAsync("Orchard exports leaked their connections");
        await window.Keyboard.PressAsync("Enter");

        await window.WaitForURLAsync("**/postmortems/inc-034/");
        await window.CloseAsync();
    }

    [Fact]
    public async Task Before_one_types_it_shows_the_latest()
    {
        var window = await OpenedAsync();

        await Expect(window.Locator("dialog [role=status]")).ToHaveTextAsync("The latest postmortems");
        await Expect(Options(window)).ToHaveCountAsync(8);
        await window.CloseAsync();
    }

    [Fact]
    public async Task Arrow_keys_go_round_the_options_while_the_focus_stays_in_the_box()
    {
        var window = await OpenedAsync("connection");
        var count = await Options(window).CountAsync();

        await Expect(Box(window)).ToHaveAttributeAsync("aria-activedescendant", "palette-0");
        await window.Keyboard.PressAsync("ArrowDown");
        await Expect(Box(window)).ToHaveAttributeAsync("aria-activedescendant", "palette-1");
        await Expect(window.Locator("#palette-1")).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(window.Locator("dialog [aria-selected=true]")).ToHaveCountAsync(1);
        await window.Keyboard.PressAsync("ArrowUp");
        await window.Keyboard.PressAsync("ArrowUp");
        await Expect(Box(window)).ToHaveAttributeAsync("aria-activedescendant", $"palette-{count - 1}");
        await Expect(Box(window)).ToBeFocusedAsync();
        await window.CloseAsync();
    }

    [Fact]
    public async Task The_last_option_is_the_search_page_with_the_same_words()
    {
        var window = await OpenedAsync("connection pool");
        await window.Keyboard.PressAsync("ArrowUp");
        await window.Keyboard.PressAsync("Enter");

        await window.WaitForURLAsync("**/search/?q=connection+pool");
        await window.CloseAsync();
    }

    [Fact]
    public async Task Enter_waits_for_the_result_of_what_was_typed_last()
    {
        var window = await OpenedAsync("connection");
        var stop = TestContext.Current.CancellationToken;
        await window.RouteAsync("**/search/terms-*.bin", async route =>
        {
            await Task.Delay(300, stop);
            await route.ContinueAsync();
        });
        await Box(window).FillAsync("two brokers led the same partitions");
        await window.Keyboard.PressAsync("Enter");

        await window.WaitForURLAsync("**/postmortems/inc-003/");
        await window.CloseAsync();
    }

    [Fact]
    public async Task Escape_closes_it_and_the_focus_is_where_it_was()
    {
        var window = await sites.OpenAsync(SamplePages.Postmortem);
        await window.Locator("header nav a").Nth(1).FocusAsync();
        await window.Keyboard.PressAsync("Control+k");
        await Expect(Box(window)).ToBeFocusedAsync();
        await window.Keyboard.PressAsync("Escape");

        await Expect(window.Locator("dialog.palette")).ToBeHiddenAsync();
        await Expect(window.Locator("header nav a").Nth(1)).ToBeFocusedAsync();
        await window.CloseAsync();
    }

    [Fact]
    public async Task The_link_in_the_header_opens_it_and_is_a_link_without_a_script()
    {
        var window = await sites.OpenAsync(SamplePages.Postmortem);
        await window.Locator("a.find").ClickAsync();
        await Expect(Box(window)).ToBeFocusedAsync();
        await window.CloseAsync();

        var plain = await sites.OpenAsync(SamplePages.Postmortem, new() { JavaScriptEnabled = false });
        await plain.Locator("a.find").ClickAsync();
        await plain.WaitForURLAsync("**/search/");
        await plain.CloseAsync();
    }

    /// <summary>WCAG 2.1.4: a shortcut of one character can be turned off.</summary>
    [Fact]
    public async Task The_slash_can_be_turned_off()
    {
        var window = await OpenedAsync();
        await window.Locator("dialog input[type=checkbox]").UncheckAsync();
        await window.ReloadAsync();
        await window.Keyboard.PressAsync("/");
        Assert.Equal(0, await window.Locator("dialog.palette").CountAsync());
        await window.Keyboard.PressAsync("Control+k");

        await Expect(Box(window)).ToBeFocusedAsync();
        await window.CloseAsync();
    }

    [Fact]
    public async Task A_slash_in_a_field_is_a_slash()
    {
        var window = await OpenedAsync("a/b");
        await Expect(Box(window)).ToHaveValueAsync("a/b");
        await window.CloseAsync();
    }

    [Fact]
    public async Task Where_the_index_is_gone_the_palette_says_so()
    {
        var window = await sites.OpenAsync(SamplePages.Postmortem);
        await window.RouteAsync("**/search/terms-*.bin", route => route.FulfillAsync(new() { Status = 404 }));
        await window.Keyboard.PressAsync("/");
        await Expect(Options(window).First).ToBeVisibleAsync();
        await window.Keyboard.TypeAsync("connection");

        await Expect(window.Locator("dialog [role=status]")).ToContainTextAsync("Search is out of date");
        await Expect(Box(window)).ToBeFocusedAsync();
        await window.CloseAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Light, 320)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_the_screen(ColorScheme scheme, int width)
    {
        var window = await OpenedAsync("connection pool", new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });
        await Expect(window.Locator("dialog mark").First).ToBeVisibleAsync();

        var result = await window.Locator("dialog.palette").RunAxe(new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        var wide = await window.EvaluateAsync<int>("Math.max(...[...document.querySelectorAll('dialog *')].map(e => e.getBoundingClientRect().right))");
        await window.CloseAsync();

        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.Select(v => $"{v.Id}: {v.Help} {v.Nodes[0].Html}"));
        Assert.InRange(wide, 1, width);
    }

    private static ILocator Box(IPage window) => window.Locator("dialog.palette input[role=combobox]");

    private static ILocator Options(IPage window) => window.Locator("dialog.palette [role=option]");

    private async Task<IPage> OpenedAsync(string text = "", BrowserNewContextOptions? options = null)
    {
        var window = await sites.OpenAsync(SamplePages.Postmortem, options);
        await window.Keyboard.PressAsync("/");
        await Expect(Options(window).First).ToBeVisibleAsync();
        await window.Keyboard.TypeAsync(text);
        if (text.Length > 0) await Expect(Options(window).Last).ToHaveAttributeAsync("href", new Regex($"[?]q={Regex.Escape(Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal))}$"));
        return window;
    }
}
