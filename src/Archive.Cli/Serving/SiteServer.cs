using System.Net;
using System.Net.Sockets;
using Archive.Cli.Reports;
using Archive.Incidents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Archive.Cli.Serving;

/// <summary>One site at one port of this machine, for the browsers of this machine only.</summary>
/// <remarks>Has state because it holds the port.</remarks>
public sealed class SiteServer : IAsyncDisposable
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    // What a host of the published site sends too, so that what works here works there.
    private static readonly (string Name, string Value)[] Headers =
    [
        ("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cache-Control", "no-cache"),
    ];

    private readonly WebApplication _application;
    private readonly CancellationTokenSource _stopping = new();

    private SiteServer(WebApplication application, Audience audience)
    {
        _application = application;
        Audience = audience;
    }

    public Audience Audience { get; }

    public Uri Address => new(_application.Urls.First());

    /// <summary>Starts at the first free port of a range.</summary>
    /// <param name="source">Gives the files behind the findings as they are now.</param>
    /// <param name="port">0 for any free one.</param>
    /// <param name="tries">How many ports from there on may be taken instead.</param>
    /// <returns>Null where none of them is free.</returns>
    public static async Task<SiteServer?> StartAsync(LiveArchive live, Audience audience, Func<ReportSource> source, int port, int tries)
    {
        for (var candidate = port; candidate < Math.Min(port + tries, IPEndPoint.MaxPort + 1); candidate++)
        {
            var server = new SiteServer(ApplicationAt(candidate), audience);
            server._application.Run(context => server.AnswerAsync(context, live, source));
            try
            {
                await server._application.StartAsync();
                return server;
            }
            catch (IOException taken) when (taken.InnerException is AddressInUseException)
            {
                await server.DisposeAsync();
            }
            catch (SocketException denied) when (denied.SocketErrorCode == SocketError.AccessDenied)
            {
                await server.DisposeAsync();
            }
        }
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _application.DisposeAsync();
        _stopping.Dispose();
    }

    private static WebApplication ApplicationAt(int port)
    {
        // Empty: no settings files, no environment variables, no log.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        return builder.Build();
    }

    private async Task AnswerAsync(HttpContext context, LiveArchive live, Func<ReportSource> source)
    {
        foreach (var (name, value) in Headers) context.Response.Headers[name] = value;
        var (request, path) = (context.Request, context.Request.Path.Value ?? "/");
        // A page of another host that resolves its own name to this machine could read the archive otherwise.
        if (request.Host.Host is not ("127.0.0.1" or "localhost" or "[::1]"))
            await SendAsync(context, Answer.Text(403, "This archive is served to this machine only: open http://127.0.0.1 or http://localhost."));
        else if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            await RefuseMethodAsync(context);
        else if (path == OwnAnswers.EventsPath && HttpMethods.IsGet(request.Method))
            await SendEventsAsync(context, live);
        else
            await SendAsync(context, SiteAnswers.Find(live.State, Audience, path, source()));
    }

    private static Task RefuseMethodAsync(HttpContext context)
    {
        context.Response.Headers.Allow = "GET, HEAD";
        return SendAsync(context, Answer.Text(405, "Only GET and HEAD."));
    }

    private static async Task SendAsync(HttpContext context, Answer answer)
    {
        var response = context.Response;
        response.Headers.ETag = answer.ETag;
        if (answer.Status == 200 && answer.IsKnownTo(context.Request.Headers.IfNoneMatch))
        {
            response.StatusCode = 304;
            return;
        }
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        if (answer.Location is { } location) response.Headers.Location = location + context.Request.QueryString;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    /// <summary>Sends the state at once and after every change, until either side has enough.</summary>
    private async Task SendEventsAsync(HttpContext context, LiveArchive live)
    {
        context.Response.ContentType = "text/event-stream";
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        try
        {
            while (!over.IsCancellationRequested)
            {
                var (state, changed) = live.Watch();
                await WriteAsync(context, OwnAnswers.Event(state), over.Token);
                while (await Task.WhenAny(changed, Task.Delay(Heartbeat, over.Token)) != changed) await WriteAsync(context, ":\n\n", over.Token);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The page was closed, or the server ends.
        }
    }

    private static async Task WriteAsync(HttpContext context, string text, CancellationToken over)
    {
        await context.Response.WriteAsync(text, over);
        await context.Response.Body.FlushAsync(over);
    }
}
