using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Archive.Incidents.Pages.Data;

/// <summary>How records become JSON: snake_case, absent keys left out, letters as they are.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IncidentRecord))]
[JsonSerializable(typeof(IncidentList))]
[JsonSerializable(typeof(ActionItemList))]
[JsonSerializable(typeof(PostmortemDebtList))]
[JsonSerializable(typeof(ServiceRecord))]
[JsonSerializable(typeof(DigestRecord))]
[JsonSerializable(typeof(StatsRecord))]
internal sealed partial class ArchiveJson : JsonSerializerContext
{
    /// <summary>One line; for lists, and for postmortems, of which there are thousands.</summary>
    public static ArchiveJson Compact { get; } = new(Made(indented: false));

    /// <summary>For the few records which people look at too.</summary>
    public static ArchiveJson Readable { get; } = new(Made(indented: true));

    // Relaxed: these are files of their own, never parts of HTML.
    private static JsonSerializerOptions Made(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
    };
}
