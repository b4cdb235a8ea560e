using System.Text.Json;
using System.Text.Json.Serialization;

namespace Archive.PublicRecord.Pages.Statuspage;

/// <summary>Writes the two records of an incident's file as one object.</summary>
internal sealed class IncidentFileConverter : JsonConverter<IncidentFile>
{
    public override IncidentFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Files of incidents are written and never read.");

    public override void Write(Utf8JsonWriter writer, IncidentFile value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        WriteKeys(JsonSerializer.SerializeToElement(value.Incident, StatuspageJson.Default.IncidentRecord));
        WriteKeys(JsonSerializer.SerializeToElement(value.Postmortem, StatuspageJson.Default.IncidentPostmortemRecord));
        writer.WriteEndObject();

        void WriteKeys(JsonElement record)
        {
            foreach (var key in record.EnumerateObject()) key.WriteTo(writer);
        }
    }
}
