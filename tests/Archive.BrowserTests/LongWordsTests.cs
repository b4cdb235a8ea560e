using Archive.Incidents;
using Xunit;

namespace Archive.BrowserTests;

/// <summary>The sample with words that no line can hold, as a pasted key or an address without a dash is.</summary>
public sealed class LongWordsTests(SampleSites sites) : IAsyncLifetime
{
    private const string Postmortem = "postmortems/2026/2026-02-14-wrong-lane-map-again.md";

    private static readonly string Word = new('x', 200);

    private readonly string _folder = Directory.CreateTempSubdirectory("archive-long-words-").FullName;
    private StaticServer? _server;

    public async ValueTask InitializeAsync()
    {
        var input = Repository.CopyOfInput(_folder);
        var lines = await File.ReadAllLinesAsync(Path.Combine(input, Postmortem));
        await File.WriteAllLinesAsync(Path.Combine(input, Postmortem), lines.Select(Lengthened));
        var report = ArchiveBuild.Run(new() { InputFolder = input, OutputFolder = _folder, AsOf = SampleSites.AsOf, Audiences = [Audience.Internal] });
        Assert.False(report.Failed, string.Join('\n', report.Findings));
        _server = await StaticServer.StartAsync(Path.Combine(_folder, "internal"), HeaderRules.Read(Repository.PathOf(".github", "netlify-internal", "netlify.toml")));
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1440)]
    public async Task No_page_scrolls_sideways(int width)
    {
        var wide = new List<string>();
        var window = await sites.Browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        foreach (var page in (string[])["/", "/postmortems/", "/postmortems/inc-031/", "/postmortems/inc-030/", "/recurrence/", "/recurrence/all/", "/action-items/", "/causes/", "/deadlines/", "/latencies/", "/digests/2026-q1/"])
        {
            await window.GotoAsync(new Uri(_server!.Address, page).AbsoluteUri); // started before each test
            await window.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            Assert.True((await window.InnerTextAsync("body")).Contains(Word, StringComparison.Ordinal), $"{page} does not show the word");
            if (await window.EvaluateAsync<int>("document.scrollingElement.scrollWidth") is var found && found > width) wide.Add($"{page} is {found} wide");
        }
        await window.CloseAsync();

        Assert.Empty(wide);
    }

    /// <summary>Its title, and the first title and text of its items and causes.</summary>
    private static string Lengthened(string line) =>
        line.StartsWith("title: ", StringComparison.Ordinal) ? $"title: {Word}"
        : line.StartsWith("    title: ", StringComparison.Ordinal) ? $"    title: {Word}"
        : line.StartsWith("    text: ", StringComparison.Ordinal) ? $"    text: {Word}"
        : line;
}
