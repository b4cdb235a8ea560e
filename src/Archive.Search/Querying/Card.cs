using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Archive.Search.Indexing;

namespace Archive.Search.Querying;

/// <summary>What a result shows of a document, and where its text lies.</summary>
internal sealed record Card
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    public required ImmutableArray<FacetValue> Facets { get; init; }

    public required ImmutableArray<NumberValue> Numbers { get; init; }

    public required uint TextFile { get; init; }

    public required int TextStart { get; init; }

    public required int TextLength { get; init; }

    public static ImmutableArray<Card> ReadAll(ReadOnlyMemory<byte> bytes, SearchSchema schema)
    {
        using var json = IndexJson.Parse(bytes[1..]);
        try
        {
            var root = json.RootElement;
            var file = uint.Parse(root[0].GetString() ?? "", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            var start = root[1].GetInt32();
            var cards = ImmutableArray.CreateBuilder<Card>(root.GetArrayLength() - 2);
            foreach (var each in root.EnumerateArray().Skip(2))
            {
                var card = Read(each, file, start, schema);
                cards.Add(card);
                start = checked(start + card.TextLength);
            }
            return cards.ToImmutable();
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            throw ByteCursor.Broken();
        }
    }

    private static Card Read(JsonElement json, uint file, int start, SearchSchema schema) => new()
    {
        Id = json[0].GetString() ?? "",
        Url = json[1].GetString() ?? "",
        Title = json[2].GetString() ?? "",
        Facets = [.. schema.Facets.Where(f => f.IsShown).SelectMany((facet, i) => json[3][i].EnumerateArray().Select(v => new FacetValue(facet.Name, facet.Values[v.GetInt32()].Value)))],
        Numbers = [.. schema.Numbers.Select((number, i) => (number.Name, Value: json[4][i])).Where(n => n.Value.ValueKind == JsonValueKind.Number).Select(n => new NumberValue(n.Name, n.Value.GetInt64()))],
        TextFile = file,
        TextStart = start,
        TextLength = json[5].GetInt32(),
    };
}
