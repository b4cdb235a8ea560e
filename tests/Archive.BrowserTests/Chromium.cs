using Microsoft.Playwright;

namespace Archive.BrowserTests;

/// <summary>The browser of this machine.</summary>
public static class Chromium
{
    private static readonly string[] Arguments =
    [
        // Containers of build machines have no user namespaces; the pages are our own.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ];

    /// <summary>Starts the one that <c>CHROMIUM</c> names, else the distribution's, else Playwright's own.</summary>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = Arguments });

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("CHROMIUM");
        if (!string.IsNullOrEmpty(named)) return named;
        return File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : null;
    }
}
