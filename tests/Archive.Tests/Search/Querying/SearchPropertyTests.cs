using Archive.Search;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Archive.Tests.Search.SearchExamples;

namespace Archive.Tests.Search.Querying;

public sealed class SearchPropertyTests
{
    private static readonly SearchIndex All = Index(Random(150));

    private static readonly string[] Pieces = ["disk", "memory", "\"disk full\"", "leak*", "memroy~", "service:service-1", "severity:>=sev2", "duration:>2h", "(timeout OR lag)", "-pod", "the", "x509", "queue"];

    private static HashSet<string> Found(string text) => [.. All.Search(new() { Text = text, Limit = 1000, IsCorrecting = false }).Hits.Select(h => h.Id)];

    [Fact]
    public void What_has_both_is_among_what_has_one() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(
        Gen.Elements(Pieces).Two().ToArbitrary(),
        pair => pair.Item1.StartsWith('-') || Found($"{pair.Item1} AND {pair.Item2}").IsSubsetOf(Found(pair.Item1))));

    [Fact]
    public void What_lacks_a_word_and_what_has_it_are_all() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(50), Prop.ForAll(
        Gen.Elements(Pieces.Where(p => !p.StartsWith('-')).ToArray()).ToArbitrary(),
        piece => Found("disk AND " + piece).Count + Found("disk AND NOT " + piece).Count == Found("disk").Count));

    [Fact]
    public void Each_document_is_found_by_each_of_its_words()
    {
        foreach (var document in Random(40))
        {
            foreach (var word in document.Passages.SelectMany(p => p.Text.Split(' ')).Distinct()) Assert.Contains(document.Id, Found(word));
        }
    }

    [Fact]
    public void Each_document_is_found_by_each_of_its_lines()
    {
        string[] lines = ["panic: runtime error: index out of range [7] with length 3", "goroutine 12 [running]:", "{\"level\":\"error\",\"msg\":\"dial tcp 10.0.0.7:5432\"}", "curl -X POST https://api.example/v1/x?a=b -H 'A: b'", "x509: certificate has expired (NOT valid AFTER 2026-01-01)", "!!! -- &&"];
        var index = Index(lines.Select((line, i) => Document($"D{i}", $"Title {i}", "Common words.", new Passage(SearchField.Code, line, null))));
        for (var i = 0; i < lines.Length - 1; i++) Assert.Equal($"D{i}", index.Ids(lines[i])[0]);
        Assert.Empty(index.Ids(lines[^1]));
    }

    [Fact]
    public void Nothing_typed_is_an_error() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
        ArbMap.Default.ArbFor<string>(),
        text => All.Search(new() { Text = text ?? "", IsTyping = true }).Total >= 0));
}
