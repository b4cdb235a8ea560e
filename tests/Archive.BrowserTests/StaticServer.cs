using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace Archive.BrowserTests;

/// <summary>Serves a folder as a static host does: index.html in folders, 404.html for what is not there, the headers of a netlify.toml.</summary>
/// <remarks>Has state because it listens.</remarks>
public sealed class StaticServer : IAsyncDisposable
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new() { Mappings = { [".atom"] = "application/atom+xml" } };

    private readonly WebApplication _application;

    private StaticServer(WebApplication application, string folder)
    {
        _application = application;
        Folder = folder;
    }

    public string Folder { get; }

    public Uri Address => new(_application.Urls.First());

    public static async Task<StaticServer> StartAsync(string folder, HeaderRules headers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new StaticServer(builder.Build(), folder);
        server._application.Run(context => AnswerAsync(context, folder, headers));
        await server._application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    /// <summary>The file that a path of the site names; null where there is none.</summary>
    public static string? FileOf(string folder, string path)
    {
        var file = Path.Combine(folder, Uri.UnescapeDataString(path).TrimStart('/'), path.EndsWith('/') ? "index.html" : "");
        return File.Exists(file) ? file : null;
    }

    private static async Task AnswerAsync(HttpContext context, string folder, HeaderRules headers)
    {
        var path = context.Request.Path.Value ?? "/";
        var found = FileOf(folder, path);
        var file = found ?? Path.Combine(folder, "404.html");
        context.Response.StatusCode = found is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        context.Response.ContentType = ContentTypes.TryGetContentType(file, out var type) ? type : "application/octet-stream";
        foreach (var (name, value) in headers.Of(path)) context.Response.Headers[name] = value;
        await context.Response.SendFileAsync(file, context.RequestAborted);
    }
}
