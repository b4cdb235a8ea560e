using System.Collections.Immutable;
using System.Diagnostics;
using Archive.Search;

namespace Archive.Benchmarks;

/// <summary>How fast documents become an index, on one thread and on all; and how large it is.</summary>
public static class IndexMeasure
{
    public static int Run(Arguments asked)
    {
        using var workplace = new Workplace();
        foreach (var docs in asked.Docs)
        {
            var input = Path.Combine(workplace.Input(docs), "postmortems");
            var files = Directory.EnumerateFiles(input, "*.md", SearchOption.AllDirectories).Where(f => !f.EndsWith(".public.md", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
            var documents = files.Select(f => MarkdownPassages.Document(Path.GetRelativePath(input, f), File.ReadAllText(f))).ToList();
            var bytes = documents.Sum(d => d.Passages.Sum(p => (long)p.Text.Length));
            Console.WriteLine($"{docs:N0} documents, {bytes / 1e6:0.0} MB of text");
            Figures.Print(["threads", "run", "analysis", "index", "both", "MB/s", "files", "MB"],
                [.. new[] { 1, Environment.ProcessorCount }.Distinct().SelectMany(threads => Enumerable.Range(1, asked.Runs).Select(run => Row(documents, bytes, threads, run)))]);
            PrintKinds(SearchIndexBuilder.Build(SearchSchema.Empty, [.. documents.Select(new SearchAnalyzer().Analyze)]));
        }
        return 0;
    }

    public static void PrintKinds(ImmutableArray<IndexFile> files) =>
        Figures.Print(["kind", "files", "bytes", "median", "largest"], [.. files.GroupBy(f => f.Name.Split('-', '.')[0], StringComparer.Ordinal).Select(kind => KindRow(kind.Key, [.. kind.Select(f => f.Length).Order()]))]);

    private static ImmutableArray<string> KindRow(string kind, ImmutableArray<int> sizes) =>
        [kind, $"{sizes.Length:N0}", $"{sizes.Sum(s => (long)s):N0}", $"{sizes[sizes.Length / 2]:N0}", $"{sizes[^1]:N0}"];

    private static ImmutableArray<string> Row(List<SearchDocument> documents, long bytes, int threads, int run)
    {
        GC.Collect();
        var analyzer = new SearchAnalyzer();
        var analyzed = new AnalyzedDocument[documents.Count];
        var startedAt = Stopwatch.GetTimestamp();
        Parallel.For(0, documents.Count, new() { MaxDegreeOfParallelism = threads }, i => analyzed[i] = analyzer.Analyze(documents[i]));
        var analysis = Stopwatch.GetElapsedTime(startedAt);
        startedAt = Stopwatch.GetTimestamp();
        var files = SearchIndexBuilder.Build(SearchSchema.Empty, analyzed, threads);
        var index = Stopwatch.GetElapsedTime(startedAt);
        return [$"{threads}", $"{run}", Figures.Seconds(analysis), Figures.Seconds(index), Figures.Seconds(analysis + index),
            $"{bytes / 1e6 / (analysis + index).TotalSeconds:0.0}", $"{files.Length:N0}", $"{files.Sum(f => f.Length) / 1e6:0.00}"];
    }
}
