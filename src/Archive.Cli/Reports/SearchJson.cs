using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Archive.Cli.Commands;
using Archive.Search;

namespace Archive.Cli.Reports;

/// <summary>Hits for a program: an array, empty where nothing is found.</summary>
public static class SearchJson
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(SearchAnswer answer, SearchedArchive archive)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartArray();
            foreach (var hit in answer.Hits) Write(json, hit, archive.Index.Snippet(hit, answer), archive.PathOf(hit));
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }

    /// <summary>The address leads to the passage that is quoted.</summary>
    private static void Write(Utf8JsonWriter json, SearchHit hit, Snippet snippet, string? path)
    {
        json.WriteStartObject();
        json.WriteString("id", hit.Id);
        if (path is not null) json.WriteString("path", path);
        json.WriteString("url", snippet.Anchor is { } anchor ? $"{hit.Url}#{anchor}" : hit.Url);
        json.WriteNumber("score", hit.Score);
        json.WriteString("title", hit.Title);
        json.WriteString("snippet", string.Concat(snippet.Parts.Select(p => p.Text)));
        if (!hit.Explanation.IsEmpty)
        {
            json.WriteStartArray("explanation");
            foreach (var (what, score) in hit.Explanation)
            {
                json.WriteStartObject();
                json.WriteString("what", what);
                json.WriteNumber("score", score);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
