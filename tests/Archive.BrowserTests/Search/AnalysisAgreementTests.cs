using System.Globalization;
using System.Text;
using Archive.Search.Analysis;
using Archive.Search.Querying;
using Xunit;

namespace Archive.BrowserTests.Search;

/// <summary>The modules in the browser and the code in C# are two of the same thing. Texts travel as hexadecimal UTF-16, since they hold halves of surrogate pairs.</summary>
public sealed class AnalysisAgreementTests(SampleSites sites)
{
    private const int Random = 4000;

    private const string Decode = "const text = (hex) => (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');";

    [Fact]
    public async Task Every_code_point_is_folded_alike()
    {
        var vectors = new StringBuilder();
        Span<char> folded = stackalloc char[TokenReader.MaxLength];
        for (var point = 0x80; point <= 0x10FFFF; point++)
        {
            if (point is >= 0xD800 and <= 0xDFFF) continue;
            var length = Folding.IsWord(point) ? Folding.Fold(point, folded) : 0;
            vectors.Append(CultureInfo.InvariantCulture, $"{Hex(char.ConvertFromUtf32(point))} {(Folding.IsWord(point) ? 1 : 0)} {Hex(folded[..length])}\n");
        }

        var differing = await DifferingAsync(
            vectors.ToString(),
            """
            const { BREAK, fold } = await import('/modules/folding.js');
            const isBreak = new RegExp(`[${BREAK}]`, 'u');
            const differs = (line) => {
              const [point, isWord, folded] = line.split(' ').map((part, i) => i === 1 ? part : text(part));
              return isBreak.test(point) ? isWord !== '0' : isWord !== '1' || fold(point) !== folded;
            };
            """);

        Assert.Equal(([], 0x110000 - 0x80 - 0x800), differing);
    }

    [Fact]
    public async Task Every_text_gives_the_same_tokens_stems_and_fingerprints()
    {
        var lines = SearchTexts.All(Random).Concat(SampleLines()).SelectMany(text => (string[])[TokenLine(text, TextKind.Prose), TokenLine(text, TextKind.Code)]).ToList();

        var (differing, count) = await DifferingAsync(
            string.Concat(lines),
            """
            await import('/modules/folding.js');
            const { termOf, tokenize } = await import('/modules/analysis.js');
            const { fingerprints } = await import('/modules/fingerprint.js');
            const differs = (line) => {
              const [source, isCode, tokens, prints] = line.split('\t');
              const own = tokenize(text(source), isCode === '1').map((token) => [token.kind, token.position, token.start, token.length, token.word, termOf(token)].join(' ')).join('\n');
              return own !== text(tokens) || fingerprints(text(source)).join('\n') !== text(prints);
            };
            """);

        Assert.Equal(([], lines.Count), (differing, count));
    }

    [Fact]
    public async Task Every_text_is_parsed_and_printed_alike()
    {
        var lines = SearchQueries.All(Random).Concat(SampleLines()).Select(QueryLine).ToList();
        var fields = SearchQueries.Fields.Select(field => $"{{ names: {Json(field.Names)}, kind: '{field.Kind}', values: {Json(field.Values)} }}");

        var (differing, count) = await DifferingAsync(
            string.Concat(lines),
            $$"""
            const { parseQuery, printQuery } = await import('/modules/query.js');
            const fields = [{{string.Join(',', fields)}}];
            const sorted = (value) => Array.isArray(value) ? value.map(sorted) : value && typeof value === 'object' ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]))
              : typeof value === 'string' ? value.toWellFormed() : value;
            const differs = (line) => {
              const [source, parsed, printed] = line.split('\t').map(text);
              const own = parseQuery(source, fields);
              return JSON.stringify(sorted(own)) !== JSON.stringify(sorted(JSON.parse(parsed))) || printQuery(own) !== printed;
            };
            """);

        Assert.Equal(([], lines.Count), (differing, count));
    }

    /// <returns>The first lines that differ, and how many lines were compared.</returns>
    private async Task<(string[] Differing, int Count)> DifferingAsync(string vectors, string script)
    {
        await using var host = await IndexHost.StartAsync([]);
        host.Put("/vectors.txt", vectors);
        var page = await sites.Browser.NewPageAsync();
        await page.GotoAsync(host.Address.AbsoluteUri);
        var found = await page.EvaluateAsync<string[]>(
            $$"""
            async () => {
              {{Decode}}
              {{script}}
              const lines = (await (await fetch('/vectors.txt')).text()).slice(0, -1).split('\n');
              return [String(lines.length), ...lines.filter(differs).slice(0, 10)];
            }
            """);
        await page.CloseAsync();
        return (found[1..], int.Parse(found[0], CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string> SampleLines() =>
        Directory.EnumerateFiles(Repository.PathOf("input"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines);

    private static string TokenLine(string text, TextKind kind)
    {
        var found = new List<string>();
        var tokens = new TokenReader(text, kind);
        while (tokens.MoveNext()) found.Add($"{tokens.Kind} {tokens.Position} {tokens.Start} {tokens.Length} {tokens.Word} {tokens.Term}");
        return $"{Hex(text)}\t{(kind == TextKind.Code ? 1 : 0)}\t{Hex(string.Join('\n', found))}\t{Hex(string.Join('\n', new[] { Fingerprint.Of(text), Fingerprint.WithNames(text) }.OfType<string>()))}\n";
    }

    private static string QueryLine(string text)
    {
        var query = SearchQuery.Parse(text, SearchQueries.Fields);
        return $"{Hex(text)}\t{Hex(SearchQueries.Json(query).ToJsonString())}\t{Hex(query.ToString())}\n";
    }

    private static string Json(IEnumerable<string> values) => $"[{string.Join(',', values.Select(value => $"'{value}'"))}]";

    private static string Hex(ReadOnlySpan<char> text)
    {
        var hex = new StringBuilder(text.Length * 4);
        foreach (var unit in text) hex.Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
        return hex.ToString();
    }
}
