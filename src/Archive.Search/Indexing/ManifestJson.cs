using System.Collections.Immutable;
using System.Text.Json;

namespace Archive.Search.Indexing;

/// <summary>The part of the manifest that is JSON.</summary>
internal static class ManifestJson
{
    public static void Write(Utf8JsonWriter json, Manifest manifest)
    {
        json.WriteStartObject();
        json.WriteNumber("documents", manifest.Documents);
        json.WriteNumber("average", manifest.AverageLength);
        json.WriteNumber("lengths", manifest.Lengths);
        json.WriteStartArray("facets");
        foreach (var facet in manifest.Schema.Facets) WriteFacet(json, facet);
        json.WriteEndArray();
        json.WriteStartArray("numbers");
        foreach (var number in manifest.Schema.Numbers)
        {
            json.WriteStartObject();
            json.WriteString("name", number.Name);
            json.WriteString("label", number.Label);
            json.WriteBoolean("isDate", number.Kind == NumberKind.Date);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("tieBreakFacet", manifest.Schema.TieBreakFacet);
        json.WriteString("tieBreakNumber", manifest.Schema.TieBreakNumber);
        json.WriteStartArray("columns");
        foreach (var check in manifest.Columns) json.WriteNumberValue(check);
        json.WriteEndArray();
        json.WriteStartObject("words");
        foreach (var (letter, check) in manifest.Words) json.WriteNumber(letter, check);
        json.WriteEndObject();
        json.WriteNumber("positions", manifest.PositionDirectory);
        json.WriteStartArray("quarters");
        foreach (var quarter in manifest.Quarters)
        {
            json.WriteStartArray();
            json.WriteNumberValue(quarter.Number);
            json.WriteNumberValue(quarter.FirstDocument);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFacet(Utf8JsonWriter json, FacetField facet)
    {
        json.WriteStartObject();
        json.WriteString("name", facet.Name);
        json.WriteString("label", facet.Label);
        json.WriteBoolean("isOrdered", facet.IsOrdered);
        json.WriteStartArray("aliases");
        foreach (var alias in facet.Aliases) json.WriteStringValue(alias);
        json.WriteEndArray();
        json.WriteBoolean("isShown", facet.IsShown);
        json.WritePropertyName("values");
        if (IndexFormat.IsApart(facet)) json.WriteNullValue();
        else WriteValues(json, facet.Values);
        json.WriteEndObject();
    }

    public static void WriteValues(Utf8JsonWriter json, ImmutableArray<FacetLabel> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            json.WriteStartArray();
            json.WriteStringValue(value.Value);
            if (value.Label != value.Value) json.WriteStringValue(value.Label);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    /// <summary>All but the tables that are not JSON.</summary>
    public static Manifest Read(JsonElement json)
    {
        try
        {
            return new()
            {
                Documents = json.GetProperty("documents").GetInt32(),
                AverageLength = json.GetProperty("average").GetInt32(),
                Lengths = json.GetProperty("lengths").GetUInt32(),
                Schema = new([.. List(json, "facets").Select(ReadFacet)], [.. List(json, "numbers").Select(ReadNumber)])
                {
                    TieBreakFacet = json.GetProperty("tieBreakFacet").GetString(),
                    TieBreakNumber = json.GetProperty("tieBreakNumber").GetString(),
                },
                Columns = [.. List(json, "columns").Select(c => c.GetUInt32())],
                Words = json.GetProperty("words").EnumerateObject().ToDictionary(w => w.Name, w => w.Value.GetUInt32(), StringComparer.Ordinal),
                PositionDirectory = json.GetProperty("positions").GetUInt32(),
                Quarters = [.. List(json, "quarters").Select(q => new Manifest.Quarter(q[0].GetInt32(), q[1].GetInt32()))],
                Cards = [],
                Shards = [],
                Separators = [],
            };
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw ByteCursor.Broken();
        }
    }

    private static JsonElement.ArrayEnumerator List(JsonElement json, string name) => json.GetProperty(name).EnumerateArray();

    private static FacetField ReadFacet(JsonElement json) => new(
        Text(json, "name"),
        Text(json, "label"),
        json.GetProperty("values") is { ValueKind: JsonValueKind.Array } values ? ReadValues(values) : default,
        json.GetProperty("isOrdered").GetBoolean(),
        [.. List(json, "aliases").Select(Text)])
    {
        IsShown = json.GetProperty("isShown").GetBoolean(),
    };

    public static ImmutableArray<FacetLabel> ReadValues(JsonElement json) => [.. json.EnumerateArray().Select(v => new FacetLabel(Text(v[0]), Text(v[v.GetArrayLength() - 1])))];

    private static NumberField ReadNumber(JsonElement json) =>
        new(Text(json, "name"), Text(json, "label"), json.GetProperty("isDate").GetBoolean() ? NumberKind.Date : NumberKind.Duration);

    private static string Text(JsonElement json, string name) => Text(json.GetProperty(name));

    private static string Text(JsonElement json) => json.GetString() ?? throw ByteCursor.Broken();
}
