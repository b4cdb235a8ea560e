using Archive.Incidents;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Archive.BrowserTests;

/// <summary>The public record with a search page, under the policy that netlify.toml holds ready for it.</summary>
public sealed class PublicSearchTests(SampleSites sites) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("archive-public-search-").FullName;
    private StaticServer? _server;

    public async ValueTask InitializeAsync()
    {
        var input = Repository.CopyOfInput(_folder);
        await File.AppendAllTextAsync(Path.Combine(input, "archive.yml"), "\nsearch: { public: true }\n");
        var report = ArchiveBuild.Run(new() { InputFolder = input, OutputFolder = _folder, AsOf = SampleSites.AsOf, Audiences = [Audience.Public] });
        Assert.False(report.Failed, string.Join('\n', report.Findings));
        _server = await StaticServer.StartAsync(Path.Combine(_folder, "public"), Headers());
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task It_finds_incidents_keeps_to_its_policy_and_axe_finds_nothing(ColorScheme scheme, int width)
    {
        var refused = new List<string>();
        var window = await sites.Browser.NewPageAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        window.Console += (_, message) =>
        {
            if (message.Type == "error") refused.Add(message.Text);
        };
        await window.GotoAsync(new Uri(_server!.Address, "/search/").AbsoluteUri); // started before each test
        await window.Locator("#q").PressSequentiallyAsync("wrong lane");
        await Expect(window.Locator("#results h3 a").First).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("/incidents/"));
        await Expect(window.Locator("#results mark").First).ToBeVisibleAsync();
        var result = await window.RunAxe(new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        var (page, screen) = (await window.EvaluateAsync<int>("document.scrollingElement.scrollWidth"), await window.EvaluateAsync<int>("innerWidth"));
        await window.CloseAsync();

        Assert.Empty(refused);
        Assert.Empty(result.Violations.Select(v => $"{v.Id}: {v.Help} {v.Nodes[0].Html}"));
        Assert.True(page <= screen, $"The page is {page} wide");
    }

    [Fact]
    public async Task A_passage_names_its_heading_without_the_mark_of_its_anchor()
    {
        var window = await sites.Browser.NewPageAsync();
        await window.GotoAsync(new Uri(_server!.Address, "/search/?q=calling+every+affected+house").AbsoluteUri);
        var heading = window.Locator("#results .at a[href$='#updates_']").First;

        await Expect(heading).ToHaveTextAsync("Updates");
        await window.CloseAsync();
    }

    /// <summary>The headers of the host with the line that stands in a comment.</summary>
    private static HeaderRules Headers()
    {
        const string name = "Content-Security-Policy";
        var ready = File.ReadLines(Repository.PathOf("netlify.toml")).Select(l => l.Trim()).Single(l => l.StartsWith($"# {name} = \"", StringComparison.Ordinal));
        var policy = ready[(ready.IndexOf('"', StringComparison.Ordinal) + 1)..^1];
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        var rules = HeaderRules.Read(Repository.PathOf("netlify.toml"));
        return new([.. rules.Rules.Select(r => r.Values.ContainsKey(name) ? r with { Values = r.Values.SetItem(name, policy) } : r)]);
    }
}
