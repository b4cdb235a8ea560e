using Archive.Cli;
using Archive.Cli.Reports;
using Archive.Cli.Serving;
using Archive.Incidents;
using Archive.Incidents.Drafting;
using Xunit;

namespace Archive.Tests.Cli.Serving;

/// <summary>An archive on a free port of this machine, kept up with edits, for as long as a test lasts.</summary>
public sealed class ServedArchive : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stop = new();
    private readonly InputWatcher _watcher;
    private readonly Task _watching;
    private readonly SiteServer _server;

    private ServedArchive(TemporaryFolder folder, LiveArchive live, InputWatcher watcher, SiteServer server)
    {
        (Folder, Live, _watcher, _server) = (folder, live, watcher, server);
        _watching = watcher.RunAsync(() => live.Rebuild(), _stop.Token);
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = server.Address };
    }

    public TemporaryFolder Folder { get; }

    public LiveArchive Live { get; }

    public HttpClient Client { get; }

    public static async Task<ServedArchive> StartAsync(Audience audience = Audience.Internal, Action<TemporaryFolder>? before = null)
    {
        var folder = TemporaryFolder.WithArchive();
        before?.Invoke(folder);
        var cache = new ReadCache();
        var request = new BuildRequest
        {
            InputFolder = folder.File("input"),
            OutputFolder = folder.File("output"),
            ThemeFolder = folder.File("theme"),
            AsOf = new(2026, 5, 1),
        };
        var live = new LiveArchive(problems => ArchiveBuild.Plan(request, cache, problems));
        var watcher = new InputWatcher([folder.File("input"), folder.File("theme")]);
        live.Rebuild();
        var terminal = new Terminal { Output = TextWriter.Null, Error = TextWriter.Null, CurrentFolder = folder.Path, Now = default };
        var server = await SiteServer.StartAsync(live, audience, () => ReportSource.Of(terminal, folder.File("input")), port: 0, tries: 1);
        Assert.NotNull(server);
        return new(folder, live, watcher, server);
    }

    public async Task<string> GetAsync(string path) => await Client.GetStringAsync(new Uri(path, UriKind.Relative));

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Waits until something holds, for a minute at most.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var tooLong = new CancellationTokenSource(Patience);
        while (!await holds()) await Task.Delay(10, tooLong.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        Client.Dispose();
        await _server.DisposeAsync();
        _watcher.Dispose();
        _stop.Dispose();
        Folder.Dispose();
    }
}
