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
        json.WriteString("letters", string.Join(' ', manifest.Words.Keys));
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
        if (facet.IsShown)
        {
            json.WritePropertyName("values");
            WriteValues(json, facet.Values);
        }
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

    /// <param name="names">Of all files, in the order of <see cref="Manifest"/>.</param>
    /// <returns>All but the separators.</returns>
    public static Manifest Read(JsonElement json, Queue<uint> names)
    {
        try
        {
            var documents = json.GetProperty("documents").GetInt32();
            var schema = ReadSchema(json);
            var letters = Text(json, "letters").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return new()
            {
                Documents = documents,
                AverageLength = json.GetProperty("average").GetInt32(),
                Schema = schema,
                Lengths = names.Dequeue(),
                Ties = names.Dequeue(),
                PositionDirectory = names.Dequeue(),
                Quarters = names.Dequeue(),
                Columns = Next(names, schema.Facets.Length + schema.Numbers.Length),
                Words = new(letters.ToDictionary(l => l, _ => names.Dequeue(), StringComparer.Ordinal), StringComparer.Ordinal),
                Cards = Next(names, (documents + IndexFormat.CardsInOneGroup - 1) / IndexFormat.CardsInOneGroup),
                Shards = Next(names, names.Count),
                Separators = [],
            };
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw ByteCursor.Broken();
        }
    }

    private static ImmutableArray<uint> Next(Queue<uint> names, int count) => [.. Enumerable.Range(0, count).Select(_ => names.Dequeue())];

    private static SearchSchema ReadSchema(JsonElement json) => new([.. List(json, "facets").Select(ReadFacet)], [.. List(json, "numbers").Select(ReadNumber)])
    {
        TieBreakFacet = json.GetProperty("tieBreakFacet").GetString(),
        TieBreakNumber = json.GetProperty("tieBreakNumber").GetString(),
    };

    private static JsonElement.ArrayEnumerator List(JsonElement json, string name) => json.GetProperty(name).EnumerateArray();

    private static FacetField ReadFacet(JsonElement json)
    {
        var isShown = json.TryGetProperty("values", out var values);
        return new(Text(json, "name"), Text(json, "label"), isShown ? ReadValues(values) : default, json.GetProperty("isOrdered").GetBoolean(), [.. List(json, "aliases").Select(Text)])
        {
            IsShown = isShown,
        };
    }

    public static ImmutableArray<FacetLabel> ReadValues(JsonElement json) => [.. json.EnumerateArray().Select(v => new FacetLabel(Text(v[0]), Text(v[v.GetArrayLength() - 1])))];

    private static NumberField ReadNumber(JsonElement json) =>
        new(Text(json, "name"), Text(json, "label"), json.GetProperty("isDate").GetBoolean() ? NumberKind.Date : NumberKind.Duration);

    private static string Text(JsonElement json, string name) => Text(json.GetProperty(name));

    private static string Text(JsonElement json) => json.GetString() ?? throw ByteCursor.Broken();
}
