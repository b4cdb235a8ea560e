using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Archive.Incidents;
using Archive.Publishing.Diagnostics;

namespace Archive.Cli.Reports;

/// <summary>Findings as SARIF 2.1.0 (OASIS standard of 2020-03-27), which code scanning services read. What is suppressed is listed as suppressed: such a service shows it as closed, with its reason.</summary>
public static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public static string Of(BuildReport report, ReportSource source, string version)
    {
        ImmutableArray<Rule> rules = [.. report.Findings.Concat(report.Suppressed.Select(s => s.Finding)).Select(f => f.Rule).DistinctBy(r => r.Code, StringComparer.Ordinal).OrderBy(r => r.Code, StringComparer.Ordinal)];
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, rules, version);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            var indexOf = rules.Select((r, i) => (r.Code, i)).ToDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
            foreach (var finding in report.Findings) WriteResult(json, finding, null, indexOf[finding.Code], source);
            foreach (var suppressed in report.Suppressed) WriteResult(json, suppressed.Finding, suppressed, indexOf[suppressed.Finding.Code], source);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void WriteTool(Utf8JsonWriter json, ImmutableArray<Rule> rules, string version)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "archive");
        json.WriteString("semanticVersion", version);
        json.WriteStartArray("rules");
        foreach (var rule in rules) WriteRule(json, rule);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, Rule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Code);
        WriteText(json, "shortDescription", rule.Title);
        WriteText(json, "fullDescription", $"{rule.Title}.");
        json.WriteStartObject("help");
        json.WriteString("text", rule.Explanation);
        json.WriteString("markdown", HelpOf(rule));
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LevelOf(rule.Level));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue(rule.Family);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string HelpOf(Rule rule) => $"{rule.Explanation}\n\nBroken:\n\n{Fenced(rule.Bad.Text)}\nMended:\n\n{Fenced(rule.Good.Text)}";

    /// <summary>A fence longer than any in the text.</summary>
    private static string Fenced(string text) => $"~~~~~~~~\n{text.TrimEnd('\n')}\n~~~~~~~~\n";

    /// <param name="suppressed">Why the finding does not count; null where it does.</param>
    private static void WriteResult(Utf8JsonWriter json, Diagnostic finding, SuppressedFinding? suppressed, int ruleIndex, ReportSource source)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", LevelOf(finding.Level));
        WriteText(json, "message", finding.Hint is { } hint ? $"{finding.Message} {hint}" : finding.Message);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        WritePlace(json, finding.Location, source);
        json.WriteEndObject();
        json.WriteEndArray();
        if (suppressed is not null) WriteSuppression(json, suppressed, source);
        json.WriteEndObject();
    }

    private static void WriteSuppression(Utf8JsonWriter json, SuppressedFinding suppressed, ReportSource source)
    {
        json.WriteStartArray("suppressions");
        json.WriteStartObject();
        json.WriteString("kind", "inSource");
        json.WriteString("status", "accepted");
        json.WriteString("justification", suppressed.Reason);
        if (suppressed.By is { } place)
        {
            json.WriteStartObject("location");
            WritePlace(json, place, source);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, SourceLocation place, ReportSource source)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(source.PathOf(place.Path)));
        json.WriteEndObject();
        WriteRegion(json, place);
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, SourceLocation place)
    {
        json.WriteStartObject("region");
        // A finding about a whole file stands at its first line: GitHub shows no result without one.
        json.WriteNumber("startLine", Math.Max(1, place.Line));
        if (place is { Line: > 0, Column: > 0 })
        {
            json.WriteNumber("startColumn", place.Column);
            if (place.Length > 0) json.WriteNumber("endColumn", place.Column + place.Length);
        }
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string LevelOf(FindingLevel level) => level switch
    {
        FindingLevel.Advice => "note",
        FindingLevel.Warning => "warning",
        FindingLevel.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };

    /// <summary>A relative reference for a path below the current folder, a <c>file:</c> address for one elsewhere.</summary>
    private static string UriOf(string path) => Path.IsPathRooted(path)
        ? new Uri(path).AbsoluteUri
        : string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
