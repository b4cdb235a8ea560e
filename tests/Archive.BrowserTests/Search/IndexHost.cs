using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Archive.Search;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Archive.BrowserTests.Search;

/// <summary>A host with an empty page, the modules of the search and files that can change while it runs.</summary>
/// <remarks>Has state because it listens.</remarks>
public sealed partial class IndexHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private IndexHost(WebApplication application) => _application = application;

    /// <summary>By path.</summary>
    public ConcurrentDictionary<string, ReadOnlyMemory<byte>> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Told the path and the bytes of each answer.</summary>
    public Action<string, ReadOnlyMemory<byte>>? Served { get; set; }

    /// <summary>Done when <c>/change</c> is asked for.</summary>
    public Action? Changing { get; set; }

    public bool KnowsRanges { get; set; } = true;

    /// <summary>Before each answer.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>What is not there is answered by a page with status 200.</summary>
    public bool HidesMissing { get; set; }

    /// <summary>Of all files but modules.</summary>
    public string ContentType { get; set; } = "application/octet-stream";

    public Uri Address => new(_application.Urls.First());

    public static async Task<IndexHost> StartAsync(IEnumerable<IndexFile> index)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var host = new IndexHost(builder.Build());
        host.Files["/"] = "<!doctype html><title>Search</title>"u8.ToArray();
        foreach (var module in BrowserModules.Files) host.Files["/modules/" + module.Name] = module.Bytes;
        foreach (var file in index) host.Files["/search/" + file.Name] = file.Bytes;
        host._application.Run(host.AnswerAsync);
        await host._application.StartAsync();
        return host;
    }

    public void Put(string path, string text) => Files[path] = Encoding.UTF8.GetBytes(text);

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        if (path == "/change") Changing?.Invoke();
        var isThere = Files.TryGetValue(path, out var bytes);
        if (!isThere) bytes = "<!doctype html><title>Not found</title>"u8.ToArray();
        context.Response.StatusCode = isThere || HidesMissing ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        context.Response.ContentType = Path.GetExtension(path) switch
        {
            ".js" => "text/javascript",
            ".css" => "text/css",
            _ => path.EndsWith('/') ? "text/html" : ContentType,
        };
        context.Response.Headers.CacheControl = "no-store";
        var range = Range().Match(context.Request.Headers.Range.ToString());
        if (isThere && KnowsRanges && range.Success && int.Parse(range.Groups["first"].Value) is var first && first < bytes.Length)
        {
            bytes = bytes[first..Math.Min(bytes.Length, int.Parse(range.Groups["last"].Value) + 1)];
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
        }

        Served?.Invoke(path, bytes);
        if (Delay > TimeSpan.Zero) await Task.Delay(Delay, context.RequestAborted);
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    [GeneratedRegex("^bytes=(?<first>[0-9]{1,9})-(?<last>[0-9]{1,9})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Range();
}
