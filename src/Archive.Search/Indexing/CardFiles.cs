using System.Text.Json;

namespace Archive.Search.Indexing;

/// <summary>What a result shows of a document, and where its text lies.</summary>
internal static class CardFiles
{
    /// <param name="schema">With all values that documents have.</param>
    /// <returns>The checksums of the groups of files.</returns>
    public static uint[] Add(IndexFiles files, SearchSchema schema, IReadOnlyList<AnalyzedDocument> documents)
    {
        List<ShownFacet> shown = [.. schema.Facets.Where(f => f.IsShown).Select(ShownFacet.Of)];
        List<(AnalyzedDocument[] Documents, uint Texts)> texts = [.. documents.Chunk(IndexFormat.TextsInFile).Select(d => (d, AddTexts(files, d)))];
        var groups = texts.Chunk(IndexFormat.CardsInOneGroup / IndexFormat.TextsInFile).ToList();
        return files.AddGroups(IndexFormat.Cards, groups.Count, i => groups[i].SelectMany(t => FilesOf(schema, shown, t.Documents, t.Texts)));
    }

    private static IEnumerable<byte[]> FilesOf(SearchSchema schema, List<ShownFacet> shown, AnalyzedDocument[] documents, uint texts)
    {
        var offset = 1;
        foreach (var cards in documents.Chunk(IndexFormat.CardsInFile))
        {
            var start = offset;
            yield return IndexJson.Write(json =>
            {
                json.WriteStartArray();
                json.WriteStringValue(IndexFormat.HexOf(texts));
                json.WriteNumberValue(start);
                foreach (var card in cards) WriteCard(json, schema, shown, card);
                json.WriteEndArray();
            });
            offset += cards.Sum(d => d.Text.Length);
        }
    }

    private static uint AddTexts(IndexFiles files, AnalyzedDocument[] documents) =>
        files.AddPlain(IndexFormat.Texts, documents.Select(d => (ReadOnlyMemory<byte>)d.Text));

    /// <summary><c>[id, url, title, [[places of the values of a facet, …], …], [number or null, …], length of text]</c></summary>
    private static void WriteCard(Utf8JsonWriter json, SearchSchema schema, List<ShownFacet> shown, AnalyzedDocument analyzed)
    {
        var document = analyzed.Document;
        json.WriteStartArray();
        json.WriteStringValue(document.Id);
        json.WriteStringValue(document.Url);
        json.WriteStringValue(document.Title);
        json.WriteStartArray();
        foreach (var facet in shown)
        {
            json.WriteStartArray();
            foreach (var value in document.Facets.Where(f => f.Facet == facet.Name)) json.WriteNumberValue(facet.Places[value.Value]);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteStartArray();
        foreach (var number in schema.Numbers)
        {
            if (document.NumberOf(number.Name) is { } value) json.WriteNumberValue(value);
            else json.WriteNullValue();
        }
        json.WriteEndArray();
        json.WriteNumberValue(analyzed.Text.Length);
        json.WriteEndArray();
    }

    /// <param name="Places">Of its values, in the order of the index.</param>
    private sealed record ShownFacet(string Name, IReadOnlyDictionary<string, int> Places)
    {
        public static ShownFacet Of(FacetField facet) =>
            new(facet.Name, facet.Values.Select((v, i) => (v.Value, i)).ToDictionary(v => v.Value, v => v.i, StringComparer.Ordinal));
    }
}
