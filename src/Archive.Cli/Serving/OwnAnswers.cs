using System.Net;
using System.Text;
using System.Text.Json;
using Archive.Cli.Reports;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli.Serving;

/// <summary>What stands below <c>/_archive/</c>: the server's own script and the findings of the newest try. No site has such a path.</summary>
public static class OwnAnswers
{
    public const string EventsPath = "/_archive/events";

    private const int ExcerptWidth = 100;

    public static Answer? Find(LiveState state, string path, ReportSource source) => path switch
    {
        "/_archive/reload.js" => Resource("reload.js"),
        "/_archive/findings.css" => Resource("findings.css"),
        "/_archive/findings" => Findings(state, source, 200),
        "/_archive/findings.json" => new(200, ContentType.Of(".json"), Json(state, source)),
        _ when path.StartsWith("/_archive/", StringComparison.Ordinal) => Answer.Text(404, "There is no such page."),
        _ => null,
    };

    public static string ReloadTag(LiveState state) => $"<script src=\"/_archive/reload.js\" data-revision=\"{state.Revision}\" defer></script>";

    /// <summary>What the newest try was, for the script: a server-sent event named <c>state</c>.</summary>
    public static string Event(LiveState state) =>
        $"event: state\ndata: {{\"revision\":\"{state.Revision}\",\"isBroken\":{(state.IsBroken ? "true" : "false")}}}\n\n";

    /// <summary>The findings as a page of their own.</summary>
    public static Answer Findings(LiveState state, ReportSource source, int status)
    {
        var body = new StringBuilder($"<p>{Encoded(Sentence(state))}</p>\n");
        if (state.Trouble is { } trouble) body.Append($"<p><strong>{Encoded(trouble)}</strong></p>\n");
        body.Append("<ol>\n");
        foreach (var finding in state.Findings) AppendFinding(body, finding, source);
        body.Append("</ol>\n");
        return new(status, ContentType.Html, PageOf(Heading(state), body.ToString(), status == 200 ? "" : ReloadTag(state)));
    }

    /// <summary>What stands in for a page whose template does not work; it goes away by itself when the template does.</summary>
    public static Answer Unrendered(LiveState state, string url, string why) =>
        new(500, ContentType.Html, PageOf($"{url} could not be rendered", $"<p>{Encoded(why)}</p>\n", ReloadTag(state)));

    private static byte[] PageOf(string heading, string body, string script) => Encoding.UTF8.GetBytes(
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Encoded(heading)}</title>
        <link rel="stylesheet" href="/_archive/findings.css">
        {script}
        </head>
        <body class="archive-findings-page">
        <main>
        <h1>{Encoded(heading)}</h1>
        {body}</main>
        </body>
        </html>

        """);

    private static void AppendFinding(StringBuilder html, Diagnostic finding, ReportSource source)
    {
        var level = Diagnostic.LevelName(finding.Level);
        html.Append($"<li class=\"{level}\"><p><code>{Encoded(Place(finding, source))}</code> <strong>{level} {Encoded(finding.Code)}</strong></p>\n");
        html.Append($"<p>{Encoded(Visible.Of(finding.Message))}</p>\n");
        if (ExcerptOf(finding, source) is { } excerpt) html.Append($"<pre>{Encoded(excerpt)}</pre>\n");
        if (finding.Hint is { } hint) html.Append($"<p>{Encoded(Visible.Of(hint))}</p>\n");
        html.Append("</li>\n");
    }

    private static byte[] Json(LiveState state, ReportSource source)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("heading", Heading(state));
            json.WriteString("sentence", Sentence(state));
            json.WriteString("trouble", state.Trouble);
            json.WriteStartArray("findings");
            foreach (var finding in state.Findings)
            {
                json.WriteStartObject();
                json.WriteString("place", Place(finding, source));
                json.WriteString("level", Diagnostic.LevelName(finding.Level));
                json.WriteString("code", finding.Code);
                json.WriteString("message", Visible.Of(finding.Message));
                json.WriteString("excerpt", ExcerptOf(finding, source));
                json.WriteString("hint", finding.Hint is { } hint ? Visible.Of(hint) : null);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static string Heading(LiveState state) => state.Trouble is not null
        ? "The archive could not be read"
        : Tally.Of(state.Findings).ToString();

    private static string Sentence(LiveState state) => state switch
    {
        { IsBroken: false } => "They do not stop the build.",
        { Sites.IsEmpty: true } => "There is nothing to show yet. This page goes on by itself when they are mended.",
        _ => "You see the last good state. It goes on by itself when they are mended.",
    };

    private static string Place(Diagnostic finding, ReportSource source) =>
        Visible.Of((finding.Location with { Path = source.PathOf(finding.Location.Path) }).ToString());

    private static string? ExcerptOf(Diagnostic finding, ReportSource source)
    {
        var (path, line, column, length) = finding.Location;
        if (line == 0 || source.LineOf(path, line) is not { } text || string.IsNullOrWhiteSpace(text)) return null;
        var excerpt = SourceExcerpt.Of(text, column, length, ExcerptWidth);
        return excerpt.Marks == 0 ? excerpt.Line : $"{excerpt.Line}\n{new string(' ', excerpt.Indent)}{new string('^', excerpt.Marks)}";
    }

    private static Answer Resource(string name)
    {
        using var stream = typeof(OwnAnswers).Assembly.GetManifestResourceStream($"serving/{name}")!; // embedded by the project file
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(200, ContentType.Of(name), bytes);
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
