using System.Collections.Immutable;

namespace Archive.Benchmarks;

/// <summary><c>archive check</c> as a process.</summary>
public static class CheckMeasure
{
    public static async Task<int> RunAsync(Arguments asked)
    {
        using var workplace = new Workplace();
        var cli = await PublishedCli.PublishAsync(workplace);
        var rows = new List<ImmutableArray<string>>();
        foreach (var docs in asked.Docs)
        {
            var input = workplace.Input(docs);
            var costs = new List<ProcessCost>();
            for (var run = 0; run < asked.Runs; run++) costs.Add(await cli.RunAsync("check", "--input", input, "--as-of", $"{GeneratedArchive.AsOf:yyyy-MM-dd}", "--quiet"));
            if (costs[0].ExitCode != 0) throw new InvalidOperationException($"The check failed:\n{costs[0].Output}");
            var fastest = costs.Min(c => c.Wall);
            rows.Add([$"{docs:N0}", Figures.Seconds(fastest), Figures.Seconds(Figures.Median(costs.Select(c => c.Wall))), Figures.Seconds(costs.Min(c => c.Processor)), Figures.EachOf(fastest, docs), Figures.Mebibytes(costs.Max(c => c.PeakBytes))]);
        }
        Figures.Print(["documents", "fastest", "median", "processor", "a document", "memory"], rows);
        return 0;
    }
}
