using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Archive.PublicRecord.Pages.Statuspage;

/// <summary>Writes the two records of an incident's file as one object.</summary>
internal sealed class IncidentFileConverter : JsonConverter<IncidentFile>
{
    public override IncidentFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Files of incidents are written and never read.");

    public override void Write(Utf8JsonWriter writer, IncidentFile value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        WriteKeys(StatuspageJson.Default.IncidentRecord, value.Incident);
        WriteKeys(StatuspageJson.Default.IncidentPostmortemRecord, value.Postmortem);
        writer.WriteEndObject();

        void WriteKeys(JsonTypeInfo type, object record)
        {
            foreach (var key in type.Properties)
            {
                writer.WritePropertyName(key.Name);
                JsonSerializer.Serialize(writer, key.Get!(record), type.Options.GetTypeInfo(key.PropertyType)); // all can be read
            }
        }
    }
}
