using Archive.Cli;
using Archive.Cli.Reports;
using Archive.Cli.Serving;
using Archive.Incidents;
using Microsoft.Playwright;
using Xunit;

namespace Archive.BrowserTests;

/// <summary>What <c>archive serve</c> does to a page that is open.</summary>
public sealed class ServeTests(SampleSites sites)
{
    private const string Example = "input/postmortems/2025/2025-03-11-sign-in-slow-after-release.md";

    [Fact]
    public async Task An_open_page_follows_its_file_and_shows_findings_while_it_is_broken()
    {
        var folder = Directory.CreateTempSubdirectory("archive-serve-").FullName;
        var terminal = new Terminal { Output = TextWriter.Null, Error = TextWriter.Null, CurrentFolder = folder, Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero) };
        Assert.Equal(0, ArchiveCommandLine.Run(["init", "."], terminal));
        var request = new BuildRequest { InputFolder = Path.Combine(folder, "input"), OutputFolder = Path.Combine(folder, "output"), AsOf = terminal.Today };
        var live = new LiveArchive(problems => ArchiveBuild.Plan(request, new(), problems));
        live.Rebuild();
        await using var server = await SiteServer.StartAsync(live, Audience.Internal, () => ReportSource.Of(terminal, request.InputFolder), port: 0, tries: 1);
        Assert.NotNull(server);
        var window = await sites.Browser.NewPageAsync();
        var violations = new List<string>();
        window.Console += (_, message) => { if (message.Type == "error") violations.Add(message.Text); };
        await window.GotoAsync($"{server.Address}postmortems/inc-001/");

        Edit(folder, live, "title: Sign-in slow", "title: Sign-in <b>crawling</b>");
        await Assertions.Expect(window.Locator("h1")).ToContainTextAsync("Sign-in <b>crawling</b>");

        Edit(folder, live, "severity: sev2", "severity: <img>");
        var panel = window.GetByRole(AriaRole.Alert);
        await Assertions.Expect(panel).ToContainTextAsync("'<img>' is not a severity");
        await Assertions.Expect(panel.Locator("pre")).ToContainTextAsync("^^^^^");
        await Assertions.Expect(panel.Locator("img")).ToHaveCountAsync(0);
        await window.Keyboard.PressAsync("Escape");
        await Assertions.Expect(panel).ToHaveCountAsync(0);

        Edit(folder, live, "severity: <img>", "severity: sev1");
        await Assertions.Expect(window.GetByText("Sev 1").First).ToBeVisibleAsync();
        await Assertions.Expect(panel).ToHaveCountAsync(0);
        Assert.Empty(violations);
        await window.CloseAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static void Edit(string folder, LiveArchive live, string what, string with)
    {
        var file = Path.Combine(folder, Example);
        var before = File.ReadAllText(file);
        Assert.Contains(what, before, StringComparison.Ordinal);
        File.WriteAllText(file, before.Replace(what, with, StringComparison.Ordinal));
        live.Rebuild();
    }
}
