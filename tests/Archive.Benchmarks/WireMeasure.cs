using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Archive.BrowserTests;
using Archive.BrowserTests.Search;
using Archive.Search;
using Microsoft.Playwright;

namespace Archive.Benchmarks;

/// <summary>What a search costs in a browser: requests, bytes and the time of a keystroke, on the search page of a generated archive.</summary>
public static class WireMeasure
{
    private const int Questions = 60;

    /// <summary>So much later an answer comes: what is asked for in one breath is one round trip.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(25);

    /// <summary>Notes when hits are drawn, asks further questions, and says what was loaded in between.</summary>
    private const string Watch =
        """
        performance.setResourceTimingBufferSize(5000);
        addEventListener('DOMContentLoaded', () => {
          const [box, form, list, status] = ['q', 'ask', 'results', 'status'].map((id) => document.getElementById(id));
          let drawn;
          const next = () => new Promise((done) => { drawn = done; });
          new MutationObserver(() => drawn?.(performance.now())).observe(status, { childList: true });
          window.firstHits = next();
          window.askFor = (text) => {
            const start = performance.now();
            box.value = text;
            form.requestSubmit();
            return next().then((end) => [start, end]);
          };
          window.type = async (text) => {
            box.value = text;
            const start = performance.now();
            box.dispatchEvent(new InputEvent('input', { bubbles: true }));
            await next();
            list.getBoundingClientRect();
            return performance.now() - start;
          };
          window.loaded = (from, to) => performance.getEntriesByType('resource').filter((entry) => entry.startTime > from && entry.startTime <= to)
            .map((entry) => [new URL(entry.name).pathname, entry.startTime, entry.encodedBodySize]);
        });
        """;

    private const string Typing =
        """
        async (questions) => {
          const fastest = new Map();
          for (let round = 0; round < 4; round++) {
            for (const text of questions) {
              for (let length = 1; length <= text.length; length++) {
                const typed = text.slice(0, length);
                if (/ $/.test(typed)) continue;
                fastest.set(typed, Math.min(await window.type(typed), fastest.get(typed) ?? Infinity));
              }
              await new Promise((done) => setTimeout(done, 250));
            }
          }
          return [...fastest.values()];
        }
        """;

    public static async Task<int> RunAsync(Arguments asked)
    {
        using var workplace = new Workplace();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        foreach (var docs in asked.Docs) await MeasureAsync(browser, SearchSite.Of(workplace.Input(docs), workplace.ColdOutput()), docs);
        return 0;
    }

    private static async Task MeasureAsync(IBrowser browser, SearchSite site, int docs)
    {
        Console.WriteLine($"{docs:N0} documents: {site.Index.Length:N0} files, {site.Index.Sum(f => (long)f.Bytes.Length) / 1e6:0.0} MB");
        IndexMeasure.PrintKinds(site.Index);
        await using var host = await IndexHost.StartAsync([]);
        foreach (var (path, bytes) in site.Files) host.Files[path] = bytes;
        var sizes = new PackedSizes(site.Files);
        foreach (var name in site.Files.Keys.Where(f => f.EndsWith(".js", StringComparison.Ordinal)).Order(StringComparer.Ordinal)) Console.WriteLine($"{name}: {sizes.Of(name, 0)}");
        ImmutableArray<string> questions = [.. QuestionsOf([.. SearchIndex.Of(site.Index).Search(new() { Text = "", Limit = docs }).Hits.Select(h => h.Title)])];
        var steps = new Dictionary<string, List<Cost>>(StringComparer.Ordinal);
        host.Delay = Delay;
        for (var i = 0; i < questions.Length; i++) await AskAsync(browser, host, sizes, steps, questions[i], questions[(i + 1) % questions.Length]);
        Figures.Print(["step", "trips", "requests", "identity", "gzip", "brotli", "mean gzip", "p95 gzip"], [.. steps.Select(step => Row(step.Key, step.Value))]);
        host.Delay = TimeSpan.Zero;
        await TypeAsync(browser, host, questions);
    }

    private static async Task AskAsync(IBrowser browser, IndexHost host, PackedSizes sizes, Dictionary<string, List<Cost>> steps, string question, string second)
    {
        var context = await browser.NewContextAsync();
        await context.AddInitScriptAsync(Watch);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{host.Address}search/?q={Uri.EscapeDataString(question)}");
        var hits = await page.EvaluateAsync<double>("() => window.firstHits");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var over = await page.EvaluateAsync<double>("() => performance.now()");
        var first = await LoadedAsync(page, sizes, 0, hits);
        Note("cold: first query, code included", first);
        Note("  its code", first.Where(IsCode));
        Note("  its index", first.Where(f => !IsCode(f)));
        foreach (var kind in (string[])["manifest", "lengths", "terms", "ties", "places", "positions", "words", "cards"]) Note($"    {kind}", first.Where(f => f.Kind == kind));
        var later = await LoadedAsync(page, sizes, hits, over);
        Note("its snippets", later.Where(f => f.Kind is "texts"));
        Note("its filters and bars", later.Where(f => f.Kind is "column"));
        Note("code of both", later.Where(IsCode));
        var span = await page.EvaluateAsync<double[]>("text => window.askFor(text)", second);
        Note("warm: second query", await LoadedAsync(page, sizes, span[0], span[1]));
        await context.CloseAsync();

        void Note(string name, IEnumerable<Loaded> files)
        {
            if (!steps.TryGetValue(name, out var costs)) steps.Add(name, costs = []);
            costs.Add(Cost.Of([.. files]));
        }
    }

    private static bool IsCode(Loaded file) => file.Path.EndsWith(".js", StringComparison.Ordinal);

    /// <summary>Scripts and files of the index that the page asked for in a span of its time.</summary>
    private static async Task<List<Loaded>> LoadedAsync(IPage page, PackedSizes sizes, double from, double to)
    {
        var entries = await page.EvaluateAsync<JsonElement>("([from, to]) => window.loaded(from, to)", new[] { from, to });
        return [.. entries.EnumerateArray().Select(e => new Loaded(e[0].GetString() ?? "", e[1].GetDouble(), sizes.Of(e[0].GetString() ?? "", e[2].GetInt32())))
            .Where(f => IsCode(f) || f.Path.StartsWith("/search/", StringComparison.Ordinal))];
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

    private static async Task TypeAsync(IBrowser browser, IndexHost host, ImmutableArray<string> questions)
    {
        var context = await browser.NewContextAsync();
        await context.AddInitScriptAsync(Watch);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{host.Address}search/");
        await page.EvaluateAsync("() => window.firstHits");
        var times = (await page.EvaluateAsync<double[]>(Typing, questions.Take(8).ToArray())).Order().ToArray();
        await context.CloseAsync();
        Console.WriteLine($"{times.Length:N0} keystrokes with files there, until the hits are drawn and laid out, the fastest of four: median {times[times.Length / 2]:0.00} ms, p95 {times[times.Length * 95 / 100]:0.00} ms, most {times[^1]:0.0} ms");
    }

    private static ImmutableArray<string> Row(string name, List<Cost> costs) =>
    [
        name, Middle(costs, c => c.Trips), Middle(costs, c => c.Requests), Middle(costs, c => c.Bytes.Identity), Middle(costs, c => c.Bytes.Gzip), Middle(costs, c => c.Bytes.Brotli),
        $"{costs.Average(c => c.Bytes.Gzip):N0}", $"{costs.Select(c => c.Bytes.Gzip).Order().ElementAt(costs.Count * 95 / 100):N0}",
    ];

    private static string Middle(List<Cost> costs, Func<Cost, int> value) => $"{costs.Select(value).Order().ElementAt(costs.Count / 2):N0}";

    private sealed record Loaded(string Path, double At, Sizes Bytes)
    {
        public string Kind => System.IO.Path.GetFileName(Path).Split('-', '.')[0];
    }

    private sealed record Cost(int Trips, int Requests, Sizes Bytes)
    {
        public static Cost Of(ImmutableArray<Loaded> files)
        {
            var times = files.Select(f => f.At).Order().ToList();
            var trips = times.Where((at, i) => i == 0 || at - times[i - 1] > Delay.TotalMilliseconds / 2).Count();
            return new(trips, files.Length, new(files.Sum(f => f.Bytes.Identity), files.Sum(f => f.Bytes.Gzip), files.Sum(f => f.Bytes.Brotli)));
        }
    }

    private sealed record Sizes(int Identity, int Gzip, int Brotli)
    {
        public override string ToString() => $"{Identity:N0} bytes, gzip {Gzip:N0}, brotli {Brotli:N0}";
    }

    /// <summary>Of bodies. Hosts compress what they take for text; the files of an index are compressed already.</summary>
    private sealed class PackedSizes(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        private readonly Dictionary<string, Sizes> _scripts = files.Where(f => f.Key.EndsWith(".js", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => SizesOf(f.Value), StringComparer.Ordinal);

        /// <param name="served">Of a file that is not compressed: a part of it may have been asked for.</param>
        public Sizes Of(string path, int served) => _scripts.GetValueOrDefault(path) ?? new(served, served, served);

        private static Sizes SizesOf(ReadOnlyMemory<byte> bytes) => new(
            bytes.Length,
            Packed(bytes, stream => new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true)),
            Packed(bytes, stream => new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true)));

        private static int Packed(ReadOnlyMemory<byte> bytes, Func<Stream, Stream> pack)
        {
            using var packed = new MemoryStream();
            using (var stream = pack(packed)) stream.Write(bytes.Span);
            return (int)packed.Length;
        }
    }
}
