using System.Globalization;
using System.Text;
using System.Text.Json;
using Archive.Search;

namespace Archive.Benchmarks;

/// <summary>Answers the queries of a test collection, as a run file that evaluation programs read.</summary>
public static class RelevanceMeasure
{
    private const int Depth = 1000;

    public static int Run(SearchOptions asked)
    {
        var analyzer = new SearchAnalyzer();
        var documents = Lines(asked["--docs"]).Select(json => analyzer.Analyze(Document(json))).ToList();
        var index = SearchIndex.Of(SearchIndexBuilder.Build(SearchSchema.Empty, documents));
        var judged = File.ReadLines(asked["--qrels"]).Select(l => l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[0]).ToHashSet(StringComparer.Ordinal);
        var run = new StringBuilder();
        var answered = 0;
        foreach (var query in Lines(asked["--queries"]))
        {
            var id = Text(query, "id");
            if (!judged.Contains(id)) continue;
            var hits = index.Search(new() { Text = OnOneLine(Text(query, "text")), Limit = Depth }).Hits;
            for (var rank = 0; rank < hits.Length; rank++)
            {
                run.Append(CultureInfo.InvariantCulture, $"{id} Q0 {hits[rank].Id} {rank + 1} {hits[rank].Score} archive\n");
            }
            answered++;
        }
        File.WriteAllText(asked["--run"], run.ToString());
        Console.WriteLine($"{documents.Count:N0} documents, {answered:N0} judged queries answered, {asked["--run"]} written");
        return 0;
    }

    public static IEnumerable<JsonElement> Lines(string file)
    {
        foreach (var line in File.ReadLines(file).Where(l => l.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            yield return json.RootElement.Clone();
        }
    }

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static SearchDocument Document(JsonElement json) => new()
    {
        Id = Text(json, "id"),
        Url = "/" + Text(json, "id"),
        Title = Text(json, "title"),
        Passages = [new(SearchField.Title, Text(json, "title"), null), new(SearchField.Body, Text(json, "text"), null)],
    };

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.ToString() : "";
}
