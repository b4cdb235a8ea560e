using System.Collections.Immutable;
using System.Diagnostics;

namespace Archive.Benchmarks;

/// <summary><c>archive serve</c>: from the moment at which an edit is on disk until its page is answered with the new words.</summary>
public static class ServeMeasure
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(Arguments asked)
    {
        using var workplace = new Workplace();
        var cli = await PublishedCli.PublishAsync(workplace);
        var rows = new List<ImmutableArray<string>>();
        foreach (var docs in asked.Docs) rows.Add(await MeasureAsync(cli, workplace.Input(docs), docs, asked.Runs));
        Figures.Print(["documents", "ready after", "fastest edit", "median edit"], rows);
        return 0;
    }

    private static async Task<ImmutableArray<string>> MeasureAsync(PublishedCli cli, string input, int docs, int runs)
    {
        var startedAt = Stopwatch.GetTimestamp();
        using var server = cli.Start("serve", "--port", "0", "--input", input, "--as-of", $"{GeneratedArchive.AsOf:yyyy-MM-dd}");
        try
        {
            var address = await AddressAsync(server);
            var ready = Stopwatch.GetElapsedTime(startedAt);
            // Nobody reads the rest of what it says; a full pipe would stop it.
            var rest = server.StandardOutput.ReadToEndAsync();
            using var client = new HttpClient();
            var edits = new List<TimeSpan>();
            for (var run = 0; run < runs; run++) edits.Add(await EditAsync(client, address, input, docs / 2, $"edit number {run} of the morning tide"));
            server.Kill();
            await rest;
            return [$"{docs:N0}", Figures.Seconds(ready), Figures.Milliseconds(edits.Min()), Figures.Milliseconds(Figures.Median(edits))];
        }
        finally
        {
            if (!server.HasExited) server.Kill();
        }
    }

    private static async Task<Uri> AddressAsync(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            var word = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(w => w.StartsWith("http://", StringComparison.Ordinal));
            if (word is not null && line.StartsWith("internal", StringComparison.Ordinal)) return new(word);
        }
        throw new InvalidOperationException("archive serve ended without saying where it is");
    }

    private static async Task<TimeSpan> EditAsync(HttpClient client, Uri address, string input, int index, string words)
    {
        var id = GeneratedPostmortem.IdOf(index).ToLowerInvariant();
        var file = Directory.EnumerateFiles(Path.Combine(input, "postmortems"), $"*-{id}.md", SearchOption.AllDirectories).Single();
        var page = new Uri(address, $"postmortems/{id}/");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace("## Impact\n", $"## Impact\n\nThis is {words}.\n", StringComparison.Ordinal));
        var savedAt = Stopwatch.GetTimestamp();
        while (!(await client.GetStringAsync(page)).Contains(words, StringComparison.Ordinal))
        {
            if (Stopwatch.GetElapsedTime(savedAt) > Patience) throw new TimeoutException($"{page} does not show the edit after {Patience.TotalSeconds} s");
            await Task.Delay(Beat);
        }
        return Stopwatch.GetElapsedTime(savedAt);
    }
}
