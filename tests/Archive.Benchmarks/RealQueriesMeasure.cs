using System.Collections.Immutable;
using System.Globalization;
using Archive.Search;

namespace Archive.Benchmarks;

/// <summary>Questions of people to real documents: is what they want the first, or among the first five.</summary>
public static class RealQueriesMeasure
{
    private sealed record Judged(string Text, string Kind, IReadOnlyDictionary<string, int> Grades, ImmutableArray<string> Hits)
    {
        private int Best => Grades.Values.Max();

        public bool IsAnsweredIn(int first) => Hits.Take(first).Any(hit => Grades.GetValueOrDefault(hit) == Best);

        public double Gain() => Discounted(Hits.Take(10).Select(hit => Grades.GetValueOrDefault(hit))) / Discounted(Grades.Values.OrderDescending().Take(10));

        private static double Discounted(IEnumerable<int> grades) => grades.Select((grade, i) => (Math.Pow(2, grade) - 1) / Math.Log2(i + 2)).Sum();
    }

    public static int Run(SearchOptions asked)
    {
        var folder = Path.GetFullPath(asked["--corpus"]);
        var analyzer = new SearchAnalyzer();
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        var documents = files.Select(file => analyzer.Analyze(MarkdownPassages.Document(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)))).ToList();
        var index = SearchIndex.Of(SearchIndexBuilder.Build(SearchSchema.Empty, documents));
        var judged = RelevanceMeasure.Lines(asked["--queries"]).Select(json =>
        {
            var text = json.GetProperty("q").GetString() ?? "";
            var kind = json.GetProperty("kind").GetString() ?? "";
            var grades = json.GetProperty("rel").EnumerateObject().ToDictionary(r => r.Name, r => r.Value.GetInt32(), StringComparer.Ordinal);
            var answer = index.Search(new() { Text = text, Limit = 100, IsTyping = kind == "prefix" });
            return new Judged(text, kind, grades, [.. answer.Hits.Select(h => h.Id)]);
        }).ToList();
        Console.WriteLine($"{documents.Count:N0} documents, {judged.Count:N0} queries");
        var rows = judged.GroupBy(j => j.Kind, StringComparer.Ordinal).Select(kind => Row(kind.Key, [.. kind])).Append(Row("all", judged));
        Figures.Print(["kind", "queries", "success@1", "success@5", "nDCG@10"], [.. rows]);
        foreach (var missed in judged.Where(j => !j.IsAnsweredIn(1))) Console.WriteLine($"not first: {missed.Kind}: {missed.Text}{(missed.IsAnsweredIn(5) ? "" : " (nor among five)")}");
        return 0;
    }

    private static ImmutableArray<string> Row(string kind, IReadOnlyList<Judged> judged) =>
    [
        kind,
        judged.Count.ToString(CultureInfo.InvariantCulture),
        Share(judged.Average(j => j.IsAnsweredIn(1) ? 1.0 : 0)),
        Share(judged.Average(j => j.IsAnsweredIn(5) ? 1.0 : 0)),
        Share(judged.Average(j => j.Gain())),
    ];

    private static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);
}
