using System.Globalization;
using System.Text.Json;

namespace Archive.Search.Indexing;

/// <summary>What a result shows of a document, and where its text lies.</summary>
internal static class CardFiles
{
    public static uint[] Add(IndexFiles files, SearchSchema schema, IReadOnlyList<AnalyzedDocument> documents)
    {
        var cards = new List<byte[]>();
        for (var first = 0; first < documents.Count; first += IndexFormat.CardsInFile)
        {
            var (start, end) = (first, Math.Min(first + IndexFormat.CardsInFile, documents.Count));
            cards.Add(IndexJson.Write(json => WriteCards(json, files, schema, documents, start, end)));
        }
        return files.AddDeflated(IndexFormat.Cards, cards);
    }

    /// <summary><c>[[checksum of texts, …], [id, url, title, [[values of facet, …], …], [number or null, …], offset, length, checksum], …]</c></summary>
    private static void WriteCards(Utf8JsonWriter json, IndexFiles files, SearchSchema schema, IReadOnlyList<AnalyzedDocument> documents, int first, int end)
    {
        json.WriteStartArray();
        json.WriteStartArray();
        for (var document = first; document < end; document += IndexFormat.TextsInFile)
        {
            json.WriteStringValue(AddTexts(files, documents, document, Math.Min(document + IndexFormat.TextsInFile, end)).ToString("x8", CultureInfo.InvariantCulture));
        }
        json.WriteEndArray();
        var offset = 1;
        for (var document = first; document < end; document++)
        {
            if ((document - first) % IndexFormat.TextsInFile == 0) offset = 1;
            WriteCard(json, schema, documents[document], offset);
            offset += documents[document].Text.Length;
        }
        json.WriteEndArray();
    }

    private static uint AddTexts(IndexFiles files, IReadOnlyList<AnalyzedDocument> documents, int first, int end)
    {
        var texts = new ByteSink(1 << 16);
        for (var document = first; document < end; document++) texts.Bytes(documents[document].Text);
        return files.AddPlain(IndexFormat.Texts, texts.Span);
    }

    private static void WriteCard(Utf8JsonWriter json, SearchSchema schema, AnalyzedDocument analyzed, int offset)
    {
        var document = analyzed.Document;
        json.WriteStartArray();
        json.WriteStringValue(document.Id);
        json.WriteStringValue(document.Url);
        json.WriteStringValue(document.Title);
        json.WriteStartArray();
        foreach (var facet in schema.Facets)
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
        json.WriteNumberValue(offset);
        json.WriteNumberValue(analyzed.Text.Length);
        json.WriteNumberValue(Checksum.Of(analyzed.Text));
        json.WriteEndArray();
    }
}
