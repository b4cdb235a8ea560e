using System.Globalization;
using System.Text.Json;

namespace Archive.Search.Indexing;

/// <summary>What a result shows of a document, and where its text lies.</summary>
internal static class CardFiles
{
    /// <returns>The checksums of the groups of files.</returns>
    public static uint[] Add(IndexFiles files, SearchSchema schema, IReadOnlyList<AnalyzedDocument> documents)
    {
        var groups = documents.Chunk(IndexFormat.TextsInFile)
            .SelectMany(texts => FilesOf(schema, texts, AddTexts(files, texts)))
            .Chunk(IndexFormat.CardsInGroup);
        return [.. groups.Select(group => files.AddGroup(IndexFormat.Cards, group))];
    }

    private static IEnumerable<byte[]> FilesOf(SearchSchema schema, AnalyzedDocument[] documents, uint texts)
    {
        var offset = 1;
        foreach (var cards in documents.Chunk(IndexFormat.CardsInFile))
        {
            var start = offset;
            yield return IndexJson.Write(json => WriteCards(json, schema, cards, texts, start));
            offset += cards.Sum(d => d.Text.Length);
        }
    }

    /// <summary><c>["checksum of texts", offset of the first, [id, url, title, [[values of facet, …], …], [number or null, …], length of text], …]</c></summary>
    private static void WriteCards(Utf8JsonWriter json, SearchSchema schema, AnalyzedDocument[] documents, uint texts, int offset)
    {
        json.WriteStartArray();
        json.WriteStringValue(texts.ToString("x8", CultureInfo.InvariantCulture));
        json.WriteNumberValue(offset);
        foreach (var document in documents) WriteCard(json, schema, document);
        json.WriteEndArray();
    }

    private static uint AddTexts(IndexFiles files, AnalyzedDocument[] documents) =>
        files.AddPlain(IndexFormat.Texts, documents.Select(d => (ReadOnlyMemory<byte>)d.Text));

    private static void WriteCard(Utf8JsonWriter json, SearchSchema schema, AnalyzedDocument analyzed)
    {
        var document = analyzed.Document;
        json.WriteStartArray();
        json.WriteStringValue(document.Id);
        json.WriteStringValue(document.Url);
        json.WriteStringValue(document.Title);
        json.WriteStartArray();
        foreach (var facet in schema.Facets.Where(f => f.IsShown))
        {
            json.WriteStartArray();
            foreach (var value in document.Facets.Where(f => f.Facet == facet.Name)) json.WriteStringValue(value.Value);
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
}
