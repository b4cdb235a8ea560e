using Microsoft.Playwright;
using Xunit;

namespace Archive.BrowserTests;

public sealed class ContentSecurityTests(SampleSites sites)
{
    [Theory]
    [MemberData(nameof(SamplePages.Names), MemberType = typeof(SamplePages))]
    public async Task A_page_keeps_to_the_policy_of_its_host(string page)
    {
        var violations = new List<string>();
        var window = await WatchedWindowAsync(violations);
        await sites.GoAsync(window, SamplePages.Of(page));
        await window.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await window.CloseAsync();

        Assert.Empty(violations);
    }

    [Fact]
    public async Task Every_page_of_the_public_site_keeps_to_the_policy_of_its_host()
    {
        var violations = new List<string>();
        var window = await WatchedWindowAsync(violations);
        var folder = sites.Public.Folder;
        string[] pages = [.. Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        foreach (var page in pages)
        {
            await window.GotoAsync(new Uri(sites.Public.Address, page).AbsoluteUri);
            if (!(await File.ReadAllTextAsync(Path.Combine(folder, page), TestContext.Current.CancellationToken)).Contains("http-equiv=\"refresh\"", StringComparison.Ordinal)) continue;
            // a former address leads on by itself, and would cut the next page short
            await window.CloseAsync();
            window = await WatchedWindowAsync(violations);
        }
        await window.CloseAsync();

        Assert.True(pages.Length >= 30, $"Only {pages.Length} pages are public");
        Assert.Empty(violations);
    }

    [Theory]
    [InlineData("/api/v2/summary.json")]
    [InlineData("/api/v2/incidents/unresolved.json")]
    [InlineData("/incidents/h2v8d5x0q7mw.json")]
    [InlineData("/history.atom")]
    [InlineData("/history.rss")]
    [InlineData("/feed.json")]
    public async Task Programs_on_other_hosts_may_read_what_is_made_for_them(string path)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(sites.Public.Address, path), TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["*"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task A_style_in_a_page_is_a_violation_that_these_tests_see()
    {
        var violations = new List<string>();
        var window = await WatchedWindowAsync(violations);
        await window.RouteAsync("**/*", async route =>
        {
            var answer = await route.FetchAsync();
            var text = await answer.TextAsync();
            await route.FulfillAsync(new() { Response = answer, Body = text.Replace("<body", "<body style=\"color:red\"", StringComparison.Ordinal) });
        });
        await sites.GoAsync(window, SamplePages.PublicHome);
        await window.CloseAsync();

        Assert.Contains(violations, v => v.Contains("style-src", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public home", "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")]
    [InlineData("home", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")]
    public async Task The_policy_of_each_site_is_the_strict_one(string page, string policy)
    {
        var window = await sites.Browser.NewPageAsync();
        var sample = SamplePages.Of(page);
        var answer = await window.GotoAsync(new Uri(sites.ServerOf(sample).Address, sample.Path).AbsoluteUri);
        var headers = answer?.Headers;
        await window.CloseAsync();

        Assert.NotNull(headers);
        Assert.Equal(policy, headers["content-security-policy"]);
        Assert.Equal("max-age=63072000", headers["strict-transport-security"]);
        Assert.Equal("nosniff", headers["x-content-type-options"]);
    }

    /// <summary>A window that collects what the browser says against its pages.</summary>
    private async Task<IPage> WatchedWindowAsync(List<string> violations)
    {
        var window = await sites.Browser.NewPageAsync();
        window.Console += (_, message) =>
        {
            if (message.Type == "error" && message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) violations.Add(message.Text);
        };
        return window;
    }
}
