using System.Text.Encodings.Web;
using System.Text.Json;

namespace Archive.Search.Indexing;

/// <summary>JSON inside index files.</summary>
internal static class IndexJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var json = new System.Buffers.ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(json, Plain)) write(writer);
        return json.WrittenSpan.ToArray();
    }

    /// <exception cref="SearchIndexException">No JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException)
        {
            throw ByteCursor.Broken();
        }
    }
}
