using Archive.Incidents;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Archive.BrowserTests;

/// <summary>The search page in a browser: typing, keys, filters, its address, and what it says when the index fails it.</summary>
public sealed class SearchPageTests(SampleSites sites)
{
    private const string Results = "#results > li";

    [Fact]
    public async Task Results_come_while_one_types()
    {
        var window = await OpenAsync("");
        await window.Locator("#q").PressSequentiallyAsync("orchard exports leaked conn");

        await Expect(window.Locator(Results).First.Locator("h3")).ToHaveTextAsync("Orchard exports leaked their connections until the export pool was empty");
        await Expect(window.Locator("#results mark").First).ToBeVisibleAsync();
        await Expect(window.Locator("#status")).ToContainTextAsync("postmortem");
        Assert.Equal("?q=orchard+exports+leaked+conn", new Uri(window.Url).Query);
        await window.CloseAsync();
    }

    [Fact]
    public async Task A_result_is_reached_and_opened_by_keys_alone()
    {
        var window = await OpenAsync("?q=connection+pool");
        await Expect(window.Locator(Results)).ToHaveCountAsync(10);

        await window.Keyboard.PressAsync("/");
        await Expect(window.Locator("#q")).ToBeFocusedAsync();
        await window.Keyboard.PressAsync("ArrowDown");
        await Expect(window.Locator("#results h3 a").First).ToBeFocusedAsync();
        await window.Keyboard.PressAsync("ArrowDown");
        await window.Keyboard.PressAsync("ArrowUp");
        await window.Keyboard.PressAsync("Escape");
        await Expect(window.Locator("#q")).ToBeFocusedAsync();
        await window.Keyboard.PressAsync("ArrowDown");
        var href = await window.Locator("#results h3 a").First.GetAttributeAsync("href");
        await Expect(window.Locator("#results h3 a").First).ToBeFocusedAsync();
        await window.Locator(":focus").PressAsync("Enter");
        await window.WaitForURLAsync(href!); // it is focused, so it is there

        Assert.Contains("/postmortems/", window.Url, StringComparison.Ordinal);
        await window.CloseAsync();
    }

    [Fact]
    public async Task A_key_that_comes_before_its_script_is_not_lost()
    {
        var (window, isDone) = await OpenWithoutControlsAsync("?q=connection+pool");
        await window.Locator("#q").PressAsync("ArrowDown");
        isDone.SetResult();

        await Expect(window.Locator("#results h3 a").First).ToBeFocusedAsync();
        await window.CloseAsync();
    }

    [Fact]
    public async Task A_wish_for_more_that_comes_before_its_script_is_not_lost()
    {
        var (window, isDone) = await OpenWithoutControlsAsync("?q=the+service");
        await window.Locator("#more").ClickAsync();
        isDone.SetResult();

        await Expect(window.Locator("#results > li:nth-child(11) h3 a")).ToBeFocusedAsync();
        await window.CloseAsync();
    }

    /// <summary>The first results are there; the script for what one does with them comes when that is done.</summary>
    private async Task<(IPage Window, TaskCompletionSource IsDone)> OpenWithoutControlsAsync(string query)
    {
        var window = await sites.Browser.NewPageAsync();
        var isDone = new TaskCompletionSource();
        await window.RouteAsync("**/controls.js", async route =>
        {
            await isDone.Task;
            await route.ContinueAsync();
        });
        await window.GotoAsync(new Uri(sites.Internal.Address, "/search/" + query).AbsoluteUri);
        await Expect(window.Locator(Results)).ToHaveCountAsync(10);
        return (window, isDone);
    }

    [Fact]
    public async Task In_an_empty_archive_it_gives_no_advice_until_something_is_asked()
    {
        var folder = Directory.CreateTempSubdirectory("archive-empty-search-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "archive.yml"), "title: Empty\nurl: https://archive.example.com/\n", TestContext.Current.CancellationToken);
        var report = ArchiveBuild.Run(new() { InputFolder = folder, OutputFolder = Path.Combine(folder, "output"), AsOf = SampleSites.AsOf, Audiences = [Audience.Internal] });
        Assert.False(report.Failed, string.Join('\n', report.Findings));
        await using var server = await StaticServer.StartAsync(Path.Combine(folder, "output", "internal"), HeaderRules.Read(Repository.PathOf(".github", "netlify-internal", "netlify.toml")));
        var window = await sites.Browser.NewPageAsync();

        await window.GotoAsync(new Uri(server.Address, "/search/").AbsoluteUri);
        await Expect(window.Locator("#status")).ToHaveTextAsync("No postmortems yet");
        await Expect(window.Locator("#note")).ToBeHiddenAsync();
        await window.Locator("#q").PressSequentiallyAsync("lost leader");
        await Expect(window.Locator("#note")).ToContainTextAsync("Fewer words");
        await window.CloseAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_result_leads_to_its_page_and_to_the_heading_of_the_passage()
    {
        var window = await OpenAsync("?q=connection+pool+exhausted");
        await Expect(window.Locator("#results .at a").First).ToBeVisibleAsync();

        var links = await window.EvaluateAsync<string[]>("[...document.querySelectorAll('#results a')].map(a => a.href)");
        foreach (var link in links.Select(l => new Uri(l)))
        {
            var file = StaticServer.FileOf(sites.Internal.Folder, link.AbsolutePath);
            Assert.NotNull(file);
            if (link.Fragment.Length > 0) Assert.Contains($"id=\"{Uri.UnescapeDataString(link.Fragment[1..])}\"", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        await window.CloseAsync();
    }

    [Fact]
    public async Task A_filter_narrows_and_keeps_the_focus_and_the_back_button_undoes_it()
    {
        var window = await OpenAsync("?q=connection");
        await Expect(window.Locator(Results).First).ToBeVisibleAsync();
        var before = await window.Locator("#status").InnerTextAsync();

        await window.Locator("#f-service-settlement").FocusAsync();
        await window.Keyboard.PressAsync("Space");
        await Expect(window.Locator("#status")).Not.ToHaveTextAsync(before);
        await Expect(window.Locator("#f-service-settlement")).ToBeFocusedAsync();
        await Expect(window.Locator("#f-service-settlement")).ToBeCheckedAsync();
        Assert.Equal("?q=connection&service=settlement", new Uri(window.Url).Query);
        foreach (var facts in await window.Locator("#results .hit-facts").AllInnerTextsAsync()) Assert.Contains("Settlement", facts, StringComparison.Ordinal);
        await window.GoBackAsync();

        await Expect(window.Locator("#status")).ToHaveTextAsync(before);
        await Expect(window.Locator("#f-service-settlement")).Not.ToBeCheckedAsync();
        await window.CloseAsync();
    }

    [Fact]
    public async Task The_address_holds_everything_that_was_asked()
    {
        const string query = "?q=certificate&service=identity&service=api-gateway&severity=sev2&sort=newest&exact=1";
        var window = await OpenAsync(query);
        await Expect(window.Locator("#f-service-identity")).ToBeCheckedAsync();

        await Expect(window.Locator("#q")).ToHaveValueAsync("certificate");
        await Expect(window.Locator("#f-service-api-gateway")).ToBeCheckedAsync();
        await Expect(window.Locator("#f-severity-sev2")).ToBeCheckedAsync();
        await Expect(window.Locator("#sort")).ToHaveValueAsync("newest");
        await window.Locator("#q").PressAsync("Enter");
        Assert.Equal(query, new Uri(window.Url).Query);
        await window.CloseAsync();
    }

    [Fact]
    public async Task An_alert_links_to_its_error_text_line_by_line()
    {
        var error = "The connection pool has been exhausted, either raise 'Max Pool Size' (currently 44) or 'Timeout' (currently 30 seconds) in your connection string.\n  at Npgsql.PoolingDataSource.Get()";
        var window = await OpenAsync($"?err={Uri.EscapeDataString(error)}");

        await Expect(window.Locator($"{Results} .id").First).ToHaveTextAsync("INC-034");
        await Expect(window.Locator("#q")).ToHaveValueAsync(error.Replace("\n", " ↵ ", StringComparison.Ordinal));
        await window.CloseAsync();
    }

    [Fact]
    public async Task Pasted_lines_stay_lines()
    {
        var window = await OpenAsync("");
        await window.Locator("#q").EvaluateAsync("""
            box => {
                const data = new DataTransfer();
                data.setData("text/plain", "one\n  two\n");
                box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);

        await Expect(window.Locator("#q")).ToHaveValueAsync("one ↵   two");
        await window.WaitForURLAsync("**/search/?q=one%0A++two");
        await window.CloseAsync();
    }

    [Fact]
    public async Task A_typing_error_is_corrected_and_can_be_searched_for_instead()
    {
        var window = await OpenAsync("?q=certificat+expird");

        await Expect(window.Locator("#note")).ToContainTextAsync("Showing results for “certificate expired”.");
        await window.Locator("#note button").ClickAsync();
        await Expect(window.Locator("#note")).Not.ToContainTextAsync("Showing results");
        Assert.EndsWith("&exact=1", window.Url, StringComparison.Ordinal);
        await Expect(window.Locator("#q")).ToBeFocusedAsync();
        await window.CloseAsync();
    }

    [Fact]
    public async Task A_filter_that_no_postmortem_has_is_told()
    {
        var window = await OpenAsync("?q=service:chekout+certificate");

        await Expect(window.Locator("#note")).ToContainTextAsync("No postmortem has “service:chekout”: it is searched as words.");
        await window.Locator("#q").FillAsync("certificate service:chekou");
        await Expect(window.Locator("#note")).Not.ToContainTextAsync("No postmortem has");
        await window.CloseAsync();
    }

    [Fact]
    public async Task Where_nothing_is_found_it_says_so_and_shows_the_lists()
    {
        var window = await OpenAsync("?q=zzzqqqxyzzy&exact=1");

        await Expect(window.Locator("#status")).ToHaveTextAsync("No postmortems found");
        await Expect(window.Locator("#found")).ToBeHiddenAsync();
        await Expect(window.Locator("#browse")).ToBeVisibleAsync();
        await window.CloseAsync();
    }

    [Fact]
    public async Task Filters_that_leave_nothing_can_be_removed_at_once()
    {
        var window = await OpenAsync("?q=zzzqqqxyzzy&exact=1&severity=sev1");
        await window.Locator("#note button").ClickAsync();

        await Expect(window.Locator("#note")).ToContainTextAsync("Fewer words find more.");
        Assert.Equal("?q=zzzqqqxyzzy&exact=1", new Uri(window.Url).Query);
        await window.CloseAsync();
    }

    [Fact]
    public async Task More_results_are_added_and_the_first_new_one_has_the_focus()
    {
        var window = await OpenAsync("?q=the+service");
        await Expect(window.Locator(Results)).ToHaveCountAsync(10);
        await window.Locator("#more").ClickAsync();

        await Expect(window.Locator("#results > li:nth-child(11) h3 a")).ToBeFocusedAsync();
        Assert.EndsWith("&n=30", window.Url, StringComparison.Ordinal);
        await window.CloseAsync();
    }

    [Fact]
    public async Task A_bar_leads_to_its_quarter()
    {
        var window = await OpenAsync("?q=connection");
        await window.Locator("#chart a").First.ClickAsync();

        await Expect(window.Locator("#q")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^connection started:[0-9]{4}-Q[1-4]$"));
        await Expect(window.Locator(Results).First).ToBeVisibleAsync();
        await window.CloseAsync();
    }

    [Fact]
    public async Task Without_a_script_the_lists_are_there_and_the_page_says_why()
    {
        var window = await sites.OpenAsync(SamplePages.Search, new() { JavaScriptEnabled = false });

        await Expect(window.GetByText("needs JavaScript")).ToBeVisibleAsync();
        await Expect(window.Locator("#browse a").First).ToBeVisibleAsync();
        await Expect(window.Locator("#found")).ToBeHiddenAsync();
        await window.CloseAsync();
    }

    [Fact]
    public async Task With_a_script_the_page_does_not_ask_for_one()
    {
        var window = await OpenAsync("?q=timeout");
        await Expect(window.GetByText("needs JavaScript")).ToBeHiddenAsync();
        await window.CloseAsync();
    }

    [Theory]
    [InlineData("**/search/terms-*.bin", 404, "", "Search is out of date: the archive was published anew since this page was opened.", "Reload the page")]
    [InlineData("**/search/terms-*.bin", 200, "no index", "The search index is damaged.", "Reload the page")]
    [InlineData("**/search/{manifest-*.bin,index.json}", 404, "<!doctype html>", "The search index could not be loaded.", "Try again")]
    public async Task When_the_index_fails_it_says_what_to_do(string files, int status, string body, string words, string act)
    {
        var window = await sites.Browser.NewPageAsync();
        await window.RouteAsync(files, route => route.FulfillAsync(new() { Status = status, Body = body }));
        await window.GotoAsync(new Uri(sites.Internal.Address, "/search/?q=timeout").AbsoluteUri);

        await Expect(window.Locator("#note")).ToContainTextAsync(words);
        await Expect(window.Locator("#note button")).ToHaveTextAsync(act);
        await Expect(window.Locator("#browse")).ToBeVisibleAsync();
        await window.CloseAsync();
    }

    [Fact]
    public async Task Trying_again_works_once_the_index_is_back()
    {
        var window = await sites.Browser.NewPageAsync();
        await window.RouteAsync("**/search/*.bin", route => route.AbortAsync());
        await window.GotoAsync(new Uri(sites.Internal.Address, "/search/?q=timeout").AbsoluteUri);
        await Expect(window.Locator("#note button")).ToHaveTextAsync("Try again");
        await window.UnrouteAsync("**/search/*.bin");
        await window.Locator("#note button").ClickAsync();

        await Expect(window.Locator(Results).First).ToBeVisibleAsync();
        await window.CloseAsync();
    }

    [Fact]
    public async Task Text_of_the_archive_is_never_read_as_HTML()
    {
        var window = await OpenAsync($"?q={Uri.EscapeDataString("<img src=x onerror=alert(1)>")}");
        await Expect(window.Locator("#status")).Not.ToBeEmptyAsync();

        Assert.Equal(0, await window.Locator("main img").CountAsync());
        await window.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string query)
    {
        var window = await sites.Browser.NewPageAsync();
        await window.GotoAsync(new Uri(sites.Internal.Address, $"/search/{query}").AbsoluteUri);
        return window;
    }
}
