using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Archive.Incidents;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli.Reports;

/// <summary>
/// Findings for a program: one object.
/// <code>
/// { "version": 1,
///   "findings": [ { "code": "unknown-severity", "level": "error" | "warning" | "advice",
///                   "path": "input/postmortems/2026/a.md",   // as seen from the current folder
///                   "line": 7, "column": 11,                 // 1-based; 0 where not known; columns in UTF-16 code units
///                   "length": 4,                             // code units; 0 where not known
///                   "message": "…", "hint": "…" | null } ],
///   "summary": { "errors": 1, "warnings": 0, "advice": 0, "postmortems": 46, "failed": true,
///                "sites": [ { "audience": "internal", "folder": "output/internal", "files": 1204, "bytes": 12345678 } ] } }
/// </code>
/// A later version adds keys; <c>version</c> rises only when one changes its meaning or goes.
/// </summary>
public static class JsonReport
{
    // Readable in a log: nothing here is ever put into HTML.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(BuildReport report, ReportSource source, Func<string, string> folderOf)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteStartArray("findings");
            foreach (var finding in report.Findings) WriteFinding(json, finding, source);
            json.WriteEndArray();
            WriteSummary(json, report, folderOf);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void WriteFinding(Utf8JsonWriter json, Diagnostic finding, ReportSource source)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("level", Diagnostic.LevelName(finding.Level));
        json.WriteString("path", source.PathOf(finding.Location.Path));
        json.WriteNumber("line", finding.Location.Line);
        json.WriteNumber("column", finding.Location.Column);
        json.WriteNumber("length", finding.Location.Length);
        json.WriteString("message", finding.Message);
        json.WriteString("hint", finding.Hint);
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, BuildReport report, Func<string, string> folderOf)
    {
        var tally = Tally.Of(report.Findings);
        json.WriteStartObject("summary");
        json.WriteNumber("errors", tally.Errors);
        json.WriteNumber("warnings", tally.Warnings);
        json.WriteNumber("advice", tally.Advice);
        json.WriteNumber("postmortems", report.PostmortemCount);
        json.WriteBoolean("failed", report.Failed);
        json.WriteStartArray("sites");
        foreach (var site in report.Sites)
        {
            json.WriteStartObject();
            json.WriteString("audience", AudienceName.Of(site.Audience));
            json.WriteString("folder", folderOf(site.Folder));
            json.WriteNumber("files", site.Files);
            json.WriteNumber("bytes", site.Bytes);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
