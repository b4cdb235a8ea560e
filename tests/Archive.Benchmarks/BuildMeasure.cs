using System.Collections.Immutable;

namespace Archive.Benchmarks;

/// <summary><c>archive build</c> as a process: both sites, all checks, into a folder that does not exist yet.</summary>
public static class BuildMeasure
{
    public static async Task<int> RunAsync(Arguments asked)
    {
        using var workplace = new Workplace();
        var cli = await PublishedCli.PublishAsync(workplace);
        var rows = new List<ImmutableArray<string>>();
        foreach (var docs in asked.Docs) rows.Add(await MeasureAsync(cli, workplace, docs, asked.Runs));
        Figures.Print(["documents", "fastest", "median", "processor", "a document", "memory", "files", "bytes"], rows);
        return 0;
    }

    private static async Task<ImmutableArray<string>> MeasureAsync(PublishedCli cli, Workplace workplace, int docs, int runs)
    {
        var input = workplace.Input(docs);
        var costs = new List<ProcessCost>();
        var output = "";
        for (var run = 0; run < runs; run++)
        {
            output = workplace.ColdOutput();
            costs.Add((await cli.BuildAsync(input, output)).Sound());
        }
        var files = new DirectoryInfo(output).GetFiles("*", SearchOption.AllDirectories);
        var fastest = costs.Min(c => c.Wall);
        return
        [
            $"{docs:N0}", Figures.Seconds(fastest), Figures.Seconds(Figures.Median(costs.Select(c => c.Wall))), Figures.Seconds(costs.Min(c => c.Processor)), Figures.EachOf(fastest, docs),
            Figures.Mebibytes(costs.Max(c => c.PeakBytes)), $"{files.Length:N0}", Figures.Mebibytes(files.Sum(f => f.Length)),
        ];
    }
}
