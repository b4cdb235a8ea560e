using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Archive.Search;
using Xunit;

namespace Archive.BrowserTests.Search;

/// <summary>Both readers answer alike, to the last digit of a score.</summary>
public sealed class ReaderAgreementTests(SampleSites sites)
{
    private const string Compare =
        """
        async () => {
          const { openIndex } = await import('/modules/reader.js');
          const index = await openIndex(new URL('/search/', location));
          const sorted = (value) => Array.isArray(value) ? value.map(sorted) : value && typeof value === 'object' ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : value;
          const same = (own, expected) => JSON.stringify(sorted(own)) === JSON.stringify(sorted(expected));
          const lines = (await (await fetch('/vectors.jsonl')).text()).trimEnd().split('\n').map((line) => JSON.parse(line));
          const differing = [];
          for (const { request, answer, snippets } of lines) {
            const own = await index.search(request.text, request.options);
            const parts = await Promise.all(own.hits.slice(0, 3).map((hit) => index.snippet(hit, own)));
            if (!same(own, answer) || !same(parts, snippets)) differing.push(JSON.stringify(request));
          }
          return [String(lines.length), ...differing.slice(0, 5)];
        }
        """;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task Every_request_has_the_same_answer(int documents)
    {
        var files = Files(documents);
        var lines = Vectors(files, InventedDocuments.Requests(400)).ToList();

        Assert.Equal([lines.Count.ToString(CultureInfo.InvariantCulture)], await CompareAsync(files, lines, knowsRanges: true));
    }

    [Fact]
    public async Task The_index_of_the_sample_gives_the_same_answers()
    {
        var folder = Path.Combine(sites.Internal.Folder, "search");
        ImmutableArray<IndexFile> files =
        [
            .. Directory.GetFiles(folder).Where(f => Path.GetExtension(f) is ".bin" or ".json").Order(StringComparer.Ordinal)
                .Select(f => new IndexFile(Path.GetFileName(f), File.ReadAllBytes(f), isHashed: Path.GetFileName(f) != "index.json")),
        ];
        var all = SearchIndex.Of(files).Search(new() { Text = "", Limit = 100 }).Hits;
        var lines = Vectors(files, [.. all.SelectMany(Requests), .. InventedDocuments.Requests(100)]).ToList();

        Assert.True(all.Length >= 40, $"Only {all.Length} postmortems are in the index");
        Assert.Equal([lines.Count.ToString(CultureInfo.InvariantCulture)], await CompareAsync(files, lines, knowsRanges: true));
    }

    /// <summary>The title of a postmortem whole, half typed and misspelled, as a phrase, and its id.</summary>
    private static IEnumerable<SearchRequest> Requests(SearchHit hit) =>
    [
        new() { Text = hit.Title },
        new() { Text = hit.Title[..(hit.Title.Length / 2)], IsTyping = true },
        new() { Text = hit.Title.Remove(3, 1) },
        new() { Text = $"\"{hit.Title}\"" },
        new() { Text = hit.Id, Sort = SearchSort.Newest },
    ];

    [Fact]
    public async Task A_host_without_ranges_gives_the_same_answers()
    {
        var files = Files(100);
        var lines = Vectors(files, InventedDocuments.Requests(60)).ToList();

        Assert.Equal([lines.Count.ToString(CultureInfo.InvariantCulture)], await CompareAsync(files, lines, knowsRanges: false));
    }

    internal static ImmutableArray<IndexFile> Files(int documents)
    {
        var analyzer = new SearchAnalyzer();
        return SearchIndexBuilder.Build(InventedDocuments.Schema, [.. InventedDocuments.Of(documents).Select(analyzer.Analyze)]);
    }

    private static IEnumerable<string> Vectors(ImmutableArray<IndexFile> files, IEnumerable<SearchRequest> requests)
    {
        var index = SearchIndex.Of(files);
        foreach (var request in requests)
        {
            var answer = index.Search(request);
            yield return new JsonObject
            {
                ["request"] = Answers.Json(request),
                ["answer"] = Answers.Json(answer, index.Schema),
                ["snippets"] = new JsonArray([.. answer.Hits.Take(3).Select(hit => Answers.Json(index.Snippet(hit, answer)))]),
            }.ToJsonString();
        }
    }

    private async Task<string[]> CompareAsync(ImmutableArray<IndexFile> files, List<string> lines, bool knowsRanges)
    {
        await using var host = await IndexHost.StartAsync(files);
        host.KnowsRanges = knowsRanges;
        host.ContentType = knowsRanges ? "application/octet-stream" : "text/html; charset=utf-8";
        host.Put("/vectors.jsonl", string.Join('\n', lines));
        var page = await sites.Browser.NewPageAsync();
        await page.GotoAsync(host.Address.AbsoluteUri);
        var differing = await page.EvaluateAsync<string[]>(Compare);
        await page.CloseAsync();
        return differing;
    }
}
