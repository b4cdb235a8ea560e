using Archive.Incidents;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Archive.BrowserTests.SampleSites))]

namespace Archive.BrowserTests;

/// <summary>The sample archive of this repository, built once, served as the host serves it, and a Chromium to look at it.</summary>
public sealed class SampleSites : IAsyncLifetime
{
    /// <summary>After the newest incident of the sample.</summary>
    public static readonly DateOnly AsOf = new(2026, 11, 20);

    private readonly string _output = Directory.CreateTempSubdirectory("archive-browser-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private StaticServer? _internal;
    private StaticServer? _public;

    public StaticServer Internal => Started(_internal);

    public StaticServer Public => Started(_public);

    public IBrowser Browser => Started(_browser);

    public async ValueTask InitializeAsync()
    {
        var report = ArchiveBuild.Run(new() { InputFolder = Repository.PathOf("input"), OutputFolder = _output, AsOf = AsOf });
        Assert.False(report.Failed, $"The sample archive does not build:\n{string.Join('\n', report.Findings)}");
        _internal = await StaticServer.StartAsync(Path.Combine(_output, "internal"), HeaderRules.Read(Repository.PathOf(".github", "netlify-internal", "netlify.toml")));
        _public = await StaticServer.StartAsync(Path.Combine(_output, "public"), HeaderRules.Read(Repository.PathOf("netlify.toml")));
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_internal is not null) await _internal.DisposeAsync();
        if (_public is not null) await _public.DisposeAsync();
        Directory.Delete(_output, recursive: true);
    }

    public StaticServer ServerOf(SamplePage page) => page.IsPublic ? Public : Internal;

    public string FileOf(SamplePage page) =>
        StaticServer.FileOf(ServerOf(page).Folder, page.Path) ?? throw new FileNotFoundException($"The sample has no page {page.Path}");

    /// <summary>Opens a page in a fresh window. Closing the page closes the window.</summary>
    public async Task<IPage> OpenAsync(SamplePage page, BrowserNewContextOptions? options = null)
    {
        var window = await Browser.NewPageAsync(new() { ViewportSize = options?.ViewportSize, ColorScheme = options?.ColorScheme, JavaScriptEnabled = options?.JavaScriptEnabled });
        await GoAsync(window, page);
        return window;
    }

    public async Task GoAsync(IPage window, SamplePage page)
    {
        var answer = await window.GotoAsync(new Uri(ServerOf(page).Address, page.Path).AbsoluteUri);
        Assert.Equal(page.Status, answer?.Status);
    }

    private static T Started<T>(T? part) where T : class => part ?? throw new InvalidOperationException("The fixture has not started");
}
