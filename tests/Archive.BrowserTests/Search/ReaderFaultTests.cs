using System.Collections.Immutable;
using Archive.Search;
using Xunit;

namespace Archive.BrowserTests.Search;

/// <summary>What a page can say when an index is not what it should be.</summary>
public sealed class ReaderFaultTests(SampleSites sites)
{
    private const string Open = "const { openIndex } = await import('/modules/reader.js'); const open = (options) => openIndex(new URL('/search/', location), options);";

    private static readonly ImmutableArray<IndexFile> Files = ReaderAgreementTests.Files(40);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_an_index_it_is_missing(bool hidesMissing) =>
        Assert.Equal("missing", await CodeAsync([], "await open()", host => host.HidesMissing = hidesMissing));

    [Fact]
    public async Task An_unknown_format_is_refused() =>
        Assert.Equal("unknown-format", await CodeAsync(Files, "await open()", host => host.Put("/search/index.json", """{"format":99,"manifest":"00000000"}""")));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"format\":")]
    public async Task A_broken_entry_is_corrupt(string entry) =>
        Assert.Equal("corrupt", await CodeAsync(Files, "await open()", host => host.Put("/search/index.json", entry)));

    [Theory]
    [InlineData("terms")]
    [InlineData("cards")]
    [InlineData("column")]
    public async Task A_truncated_file_is_corrupt(string kind) =>
        Assert.Equal("corrupt", await CodeAsync(Files, "await (await open()).search('database')", host => Change(host, kind, bytes => bytes[..^1])));

    [Theory]
    [InlineData("manifest")]
    [InlineData("terms")]
    [InlineData("texts")]
    [InlineData("positions")]
    public async Task A_changed_byte_is_corrupt(string kind) =>
        Assert.Equal("corrupt", await CodeAsync(Files, "const index = await open(); const answer = await index.search('database timeout'); await index.snippet(answer.hits[0], answer);", host => Change(host, kind, Flipped)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task When_the_index_changed_under_the_page_it_is_stale(bool hidesMissing)
    {
        const string Script =
            """
            const index = await open();
            await fetch('/change');
            await index.search('database timeout');
            """;
        Assert.Equal("stale", await CodeAsync(Files, Script, host =>
        {
            host.HidesMissing = hidesMissing;
            host.Changing = () =>
            {
                foreach (var path in host.Files.Keys.Where(path => path.StartsWith("/search/", StringComparison.Ordinal))) host.Files.TryRemove(path, out _);
                foreach (var file in ReaderAgreementTests.Files(41)) host.Files["/search/" + file.Name] = file.Bytes;
            };
        }));
    }

    [Fact]
    public async Task A_page_that_knows_an_old_manifest_finds_the_new_one() =>
        Assert.Equal("40", await CodeAsync(Files, "return String((await open({ manifest: '01234567' })).documents)", _ => { }));

    [Fact]
    public async Task An_answer_is_three_round_trips_away()
    {
        await using var host = await IndexHost.StartAsync(Files);
        var manifest = host.Files.Keys.Single(path => path.StartsWith("/search/manifest-", StringComparison.Ordinal))["/search/manifest-".Length..^".bin".Length];
        var page = await sites.Browser.NewPageAsync();
        await page.GotoAsync(host.Address.AbsoluteUri);
        var trips = await page.EvaluateAsync<int>(
            $$"""
            async () => {
              {{Open}}
              let trips = 0;
              let isOpen = false;
              const real = window.fetch;
              window.fetch = (...args) => {
                if (!isOpen) { isOpen = true; trips++; queueMicrotask(() => { isOpen = false; }); }
                return real(...args);
              };
              const index = await open({ manifest: '{{manifest}}' });
              await index.search('timeout');
              return trips;
            }
            """);
        await page.CloseAsync();

        Assert.Equal(3, trips);
    }

    private static byte[] Flipped(byte[] bytes)
    {
        for (var i = 1; i < bytes.Length; i++) bytes[i] ^= 1;
        return bytes;
    }

    private static void Change(IndexHost host, string kind, Func<byte[], byte[]> change)
    {
        foreach (var path in host.Files.Keys.Where(path => path.StartsWith($"/search/{kind}-", StringComparison.Ordinal))) host.Files[path] = change(host.Files[path].ToArray());
    }

    /// <returns>The code of the error, or what the script returns.</returns>
    private async Task<string> CodeAsync(IEnumerable<IndexFile> files, string script, Action<IndexHost> prepare)
    {
        await using var host = await IndexHost.StartAsync(files);
        prepare(host);
        var page = await sites.Browser.NewPageAsync();
        await page.GotoAsync(host.Address.AbsoluteUri);
        var code = await page.EvaluateAsync<string>(
            $$"""
            async () => {
              {{Open}}
              const run = async () => { {{script}} };
              try {
                return await run() ?? 'nothing';
              } catch (error) {
                return error.code ?? String(error);
              }
            }
            """);
        await page.CloseAsync();
        return code;
    }
}
