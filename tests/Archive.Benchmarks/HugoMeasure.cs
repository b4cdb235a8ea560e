using System.Collections.Immutable;
using System.ComponentModel;

namespace Archive.Benchmarks;

/// <summary><c>archive build</c> beside <c>hugo</c>, by turns, so that both meet the same machine: two sites with checks and search against one without.</summary>
public static class HugoMeasure
{
    public static async Task<int> RunAsync(Arguments asked)
    {
        if (await VersionAsync() is not { } version)
        {
            await Console.Error.WriteLineAsync("hugo is not on the PATH: install it (gohugo.io), then ask again.");
            return 2;
        }
        using var workplace = new Workplace();
        var cli = await PublishedCli.PublishAsync(workplace);
        var rows = new List<ImmutableArray<string>>();
        foreach (var docs in asked.Docs) rows.Add(await MeasureAsync(cli, workplace, docs, asked.Runs));
        Console.WriteLine(version);
        Figures.Print(["documents", "archive", "memory", "files", "hugo", "memory", "files", "share of time", "of memory"], rows);
        return 0;
    }

    private static async Task<string?> VersionAsync()
    {
        try
        {
            return (await MeasuredProcess.RunAsync("hugo", "version")).Output.Trim();
        }
        catch (Win32Exception)
        {
            return null; // no such program
        }
    }

    /// <summary>Medians of time, most of memory.</summary>
    private static async Task<ImmutableArray<string>> MeasureAsync(PublishedCli cli, Workplace workplace, int docs, int runs)
    {
        var input = workplace.Input(docs);
        var site = workplace.Folder($"hugo-{docs}");
        HugoSite.Write(input, site);
        var (ours, theirs) = (new List<ProcessCost>(), new List<ProcessCost>());
        var (ourOutput, theirOutput) = ("", "");
        for (var run = 0; run < runs; run++)
        {
            ourOutput = workplace.ColdOutput();
            ours.Add((await cli.BuildAsync(input, ourOutput)).Sound());
            theirOutput = workplace.ColdOutput();
            theirs.Add((await MeasuredProcess.RunAsync("hugo", "--source", site, "--destination", theirOutput, "--quiet")).Sound());
        }
        var (ourTime, theirTime) = (Figures.Median(ours.Select(c => c.Wall)), Figures.Median(theirs.Select(c => c.Wall)));
        var (ourMemory, theirMemory) = (ours.Max(c => c.PeakBytes), theirs.Max(c => c.PeakBytes));
        return
        [
            $"{docs:N0}", Figures.Seconds(ourTime), Figures.Mebibytes(ourMemory), $"{FilesIn(ourOutput):N0}", Figures.Seconds(theirTime), Figures.Mebibytes(theirMemory), $"{FilesIn(theirOutput):N0}",
            Figures.Share(ourTime / theirTime), Figures.Share((double)ourMemory / theirMemory),
        ];
    }

    private static int FilesIn(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count();
}
