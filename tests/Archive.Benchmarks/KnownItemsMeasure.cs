using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Archive.Search;

namespace Archive.Benchmarks;

/// <summary>How far up stands the one document that somebody looks for. Writes documents and queries as well, so that another engine can be asked the same.</summary>
public static class KnownItemsMeasure
{
    private const ulong Seed = 2024;
    private const int MostItems = 300;
    private const int Depth = 100;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(SearchOptions asked)
    {
        var folder = Path.GetFullPath(asked["--corpus"]);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".public.md", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        ImmutableArray<KnownDocument> documents = [.. files.Select(f => new KnownDocument(MarkdownPassages.Document(Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText(f))))];
        var queries = new KnownQueries(new(documents), Seed);
        var chosen = Chosen(documents.Length);
        ImmutableArray<KnownItem> items = [.. KnownQueries.Kinds.SelectMany(kind => chosen.Select(document => queries.Of(document, kind)).OfType<KnownItem>())];
        Write(asked["--out"], documents, items);

        var analyzer = new SearchAnalyzer();
        var index = SearchIndex.Of(SearchIndexBuilder.Build(SearchSchema.Empty, [.. documents.Select(d => analyzer.Analyze(d.Document))]));
        var ranks = items.ToLookup(item => item.Kind, item => (Item: item, Rank: RankOf(index, item)), StringComparer.Ordinal);
        Console.WriteLine($"{documents.Length:N0} documents, {chosen.Length:N0} of them looked for; reciprocal ranks of those that fit one document, and of those that fit several");
        Figures.Print(["kind", "items", "MRR", "first", "of several", "MRR"], [.. KnownQueries.Kinds.Select(kind => Row(kind, [.. ranks[kind]]))]);
        foreach (var (item, rank) in ranks.SelectMany(kind => kind.Where(r => r.Rank != 1 && r.Item.IsAlone).Take(5))) Console.WriteLine($"{(rank == 0 ? "not found" : $"place {rank}")}: {item.Kind}: {item.Text} -> {item.Wanted}");
        return 0;
    }

    /// <summary>So many documents, drawn without order and without one twice.</summary>
    private static ImmutableArray<int> Chosen(int count)
    {
        var dice = new Dice(Seed);
        var left = Enumerable.Range(0, count).ToList();
        var chosen = ImmutableArray.CreateBuilder<int>();
        while (left.Count > 0 && chosen.Count < MostItems)
        {
            var at = dice.Below(left.Count);
            chosen.Add(left[at]);
            left.RemoveAt(at);
        }
        return chosen.ToImmutable();
    }

    /// <returns>0: not among the first so many.</returns>
    private static int RankOf(SearchIndex index, KnownItem item) =>
        index.Search(new() { Text = item.Text, IsTyping = item.IsTyping, Limit = Depth }).Hits.ToList().FindIndex(hit => hit.Id == item.Wanted) + 1;

    private static ImmutableArray<string> Row(string kind, ImmutableArray<(KnownItem Item, int Rank)> ranks)
    {
        ImmutableArray<int> alone = [.. ranks.Where(r => r.Item.IsAlone).Select(r => r.Rank)];
        ImmutableArray<int> several = [.. ranks.Where(r => !r.Item.IsAlone).Select(r => r.Rank)];
        return [kind, $"{alone.Length:N0}", Mean(alone, rank => rank == 0 ? 0 : 1.0 / rank), Mean(alone, rank => rank == 1 ? 1 : 0), $"{several.Length:N0}", Mean(several, rank => rank == 0 ? 0 : 1.0 / rank)];
    }

    private static string Mean(ImmutableArray<int> ranks, Func<int, double> of) => ranks.IsEmpty ? "-" : ranks.Average(of).ToString("0.000", CultureInfo.InvariantCulture);

    private static void Write(string folder, ImmutableArray<KnownDocument> documents, ImmutableArray<KnownItem> items)
    {
        Directory.CreateDirectory(folder);
        Lines("docs.jsonl", documents.Select(d => JsonSerializer.Serialize(new { id = d.Document.Id, title = d.Document.Title, text = d.Text }, Plain)));
        Lines("queries.jsonl", items.Select((item, i) => JsonSerializer.Serialize(new { id = $"{i}", kind = item.Kind, text = item.Text, wanted = item.Wanted, fits = item.Fits }, Plain)));
        Lines("qrels.tsv", items.Select((item, i) => $"{i}\t{item.Wanted}\t1"));

        void Lines(string name, IEnumerable<string> lines) => File.WriteAllText(Path.Combine(folder, name), new StringBuilder().AppendJoin('\n', lines).Append('\n').ToString());
    }
}
