using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO.Compression;
using Archive.BrowserTests;
using Archive.BrowserTests.Search;
using Archive.Search;
using Microsoft.Playwright;

namespace Archive.Benchmarks;

/// <summary>What a search costs in a browser: requests, bytes and the time of a keystroke, on the index of a generated archive.</summary>
public static class WireMeasure
{
    private const int Questions = 60;

    /// <summary>2016, in minutes since 1970.</summary>
    private const long FirstMinute = 24_192_000;

    private const string Prepare =
        """
        async (manifest) => {
          const { openIndex } = await import('/modules/reader.js');
          let trips = 0;
          let isCounted = false;
          const real = window.fetch;
          window.fetch = (...args) => {
            if (!isCounted) {
              trips++;
              isCounted = true;
              queueMicrotask(() => { isCounted = false; });
            }
            return real(...args);
          };
          window.ask = async (text, step) => {
            trips = 0;
            if (step === 'open') window.index = await openIndex(new URL('/search/', location), { manifest });
            else if (step === 'snippets') await Promise.all(window.answer.hits.map((hit) => window.index.snippet(hit, window.answer)));
            else window.answer = await window.index.search(text, step === 'hits' ? { counts: [] } : {});
            return [trips, window.answer?.total ?? 0];
          };
        }
        """;

    private const string Typing =
        """
        async (questions) => {
          const fastest = new Map();
          for (let round = 0; round < 6; round++) {
            for (const text of questions) {
              for (let length = 1; length <= text.length; length++) {
                const typed = text.slice(0, length);
                const start = performance.now();
                await window.index.search(typed, { isTyping: true });
                fastest.set(typed, Math.min(performance.now() - start, fastest.get(typed) ?? Infinity));
              }
            }
          }
          return [...fastest.values()];
        }
        """;

    private static readonly SearchSchema Schema = new(
        [.. ((string[])["severity", "services", "failure_class", "kind", "status", "owner"]).Select(name => new FacetField(name, name, [], IsOrdered: name == "severity", []))],
        [new("started", "started", NumberKind.Date)])
    {
        TieBreakFacet = "severity",
        TieBreakNumber = "started",
    };

    public static async Task<int> RunAsync(Arguments asked)
    {
        using var workplace = new Workplace();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        foreach (var docs in asked.Docs) await MeasureAsync(browser, workplace.Input(docs), docs);
        return 0;
    }

    private static async Task MeasureAsync(IBrowser browser, string input, int docs)
    {
        var documents = DocumentsOf(Path.Combine(input, "postmortems"));
        var analyzer = new SearchAnalyzer();
        var files = SearchIndexBuilder.Build(Schema, [.. documents.AsParallel().AsOrdered().Select(analyzer.Analyze)]);
        Console.WriteLine($"{docs:N0} documents: {files.Length:N0} files, {files.Sum(f => (long)f.Bytes.Length) / 1e6:0.0} MB");
        await using var host = await IndexHost.StartAsync(files);
        var served = new ConcurrentQueue<Answered>();
        host.Served = (path, bytes) => served.Enqueue(new(path, bytes));
        var manifest = files.Single(f => f.Name.StartsWith("manifest-", StringComparison.Ordinal)).Name["manifest-".Length..^".bin".Length];
        ImmutableArray<string> questions = [.. QuestionsOf([.. documents.Select(d => d.Title)])];
        var steps = new Dictionary<string, List<Cost>>(StringComparer.Ordinal);
        for (var i = 0; i < questions.Length; i++)
        {
            var page = await OpenAsync(browser, host, manifest);
            if (i == 0) Console.WriteLine($"modules: {Cost.Of(served, 1)}");
            served.Clear();
            await StepAsync(page, "cold: manifest", "open", "");
            await StepAsync(page, "cold: first query, ten cards", "hits", questions[i]);
            await StepAsync(page, "its counts of all facets", "search", questions[i]);
            await StepAsync(page, "its ten snippets", "snippets", "");
            await StepAsync(page, "warm: second query", "hits", questions[(i + 1) % questions.Length]);
            await page.CloseAsync();
        }

        Figures.Print(["step", "trips", "requests", "identity", "gzip", "brotli", "p95 identity"], [.. steps.Select(step => Row(step.Key, step.Value))]);
        await TypeAsync(browser, host, manifest, questions);

        async Task StepAsync(IPage page, string name, string step, string text)
        {
            var answer = await page.EvaluateAsync<int[]>("([text, step]) => window.ask(text, step)", new[] { text, step });
            if (!steps.TryGetValue(name, out var costs)) steps.Add(name, costs = []);
            costs.Add(Cost.Of(served, answer[0]));
            served.Clear();
        }
    }

    /// <summary>With what their front matter says on lines of its own.</summary>
    private static List<SearchDocument> DocumentsOf(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Where(f => !f.EndsWith(".public.md", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return [.. files.Select((file, number) => Document(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file), number))];
    }

    private static SearchDocument Document(string name, string text, int number)
    {
        var matter = text.Split("\n---\n")[0].Split('\n').Select(line => line.Split(": ", 2)).Where(pair => pair.Length == 2).ToLookup(pair => pair[0], pair => pair[1].Trim('[', ']'), StringComparer.Ordinal);
        return MarkdownPassages.Document(name, text) with
        {
            Facets = [.. Schema.Facets.SelectMany(facet => matter[facet.Name].SelectMany(values => values.Split(", ")).Select(value => new FacetValue(facet.Name, value)))],
            Numbers = [new("started", FirstMinute + (number * 500L))],
        };
    }

    /// <summary>One to three words of a title, some of them not finished, some misspelled.</summary>
    private static IEnumerable<string> QuestionsOf(ImmutableArray<string> titles)
    {
        var dice = new Dice(7);
        for (var i = 0; i < Questions; i++)
        {
            var words = titles[dice.Between(0, titles.Length - 1)].Split(' ');
            var first = dice.Between(0, Math.Max(0, words.Length - 3));
            var question = string.Join(' ', words.Skip(first).Take(dice.Between(1, 3)));
            yield return (i % 6) switch
            {
                4 when question.Length > 5 => question[..^2],
                5 when question.Length > 5 => question.Remove(3, 1),
                _ => question,
            };
        }
    }

    private static async Task<IPage> OpenAsync(IBrowser browser, IndexHost host, string manifest)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(host.Address.AbsoluteUri);
        await page.EvaluateAsync(Prepare, manifest);
        return page;
    }

    private static async Task TypeAsync(IBrowser browser, IndexHost host, string manifest, ImmutableArray<string> questions)
    {
        var page = await OpenAsync(browser, host, manifest);
        await page.EvaluateAsync("() => window.ask('', 'open')");
        var times = (await page.EvaluateAsync<double[]>(Typing, questions.Take(20).ToArray())).Order().ToArray();
        await page.CloseAsync();
        Console.WriteLine($"{times.Length:N0} keystrokes with files there, the fastest of six: median {times[times.Length / 2]:0.00} ms, p95 {times[times.Length * 95 / 100]:0.00} ms, most {times[^1]:0.0} ms");
    }

    private static ImmutableArray<string> Row(string name, List<Cost> costs) =>
    [
        name, Middle(costs, c => c.Trips), Middle(costs, c => c.Requests), Middle(costs, c => c.Identity), Middle(costs, c => c.Gzip), Middle(costs, c => c.Brotli),
        $"{costs.Select(c => c.Identity).Order().ElementAt(costs.Count * 95 / 100):N0}",
    ];

    private static string Middle(List<Cost> costs, Func<Cost, int> value) => $"{costs.Select(value).Order().ElementAt(costs.Count / 2):N0}";

    private sealed record Answered(string Path, ReadOnlyMemory<byte> Bytes);

    /// <summary>In bytes of bodies. Hosts compress what they take for text; the files of an index are compressed already.</summary>
    private sealed record Cost(int Trips, int Requests, int Identity, int Gzip, int Brotli)
    {
        public static Cost Of(IEnumerable<Answered> answers, int trips)
        {
            var all = answers.ToList();
            return new(trips, all.Count, all.Sum(a => a.Bytes.Length), all.Sum(a => Packed(a, stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))), all.Sum(a => Packed(a, stream => new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true))));
        }

        public override string ToString() => $"{Requests} requests, {Identity:N0} bytes, gzip {Gzip:N0}, brotli {Brotli:N0}";

        private static int Packed(Answered answer, Func<Stream, Stream> pack)
        {
            if (answer.Path.EndsWith(".bin", StringComparison.Ordinal)) return answer.Bytes.Length;
            using var packed = new MemoryStream();
            using (var stream = pack(packed)) stream.Write(answer.Bytes.Span);
            return (int)packed.Length;
        }
    }
}
