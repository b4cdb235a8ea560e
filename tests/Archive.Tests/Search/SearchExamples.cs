using System.Collections.Immutable;
using Archive.Search;

namespace Archive.Tests.Search;

/// <summary>Small archives to search in.</summary>
internal static class SearchExamples
{
    public static readonly SearchSchema Schema = new(
        [
            new("service", "Service", [], IsOrdered: false, ["svc"]),
            new("severity", "Severity", [new("sev1", "Critical"), new("sev2", "Major"), new("sev3", "Minor")], IsOrdered: true, []),
        ],
        [new("started", "Started", NumberKind.Date), new("duration", "Duration", NumberKind.Duration)])
    {
        TieBreakFacet = "severity",
        TieBreakNumber = "started",
    };

    public static SearchDocument Document(string id, string title, string body = "", params IEnumerable<Passage> more) => new()
    {
        Id = id,
        Url = $"/postmortems/{id}/",
        Title = title,
        Passages = [new(SearchField.Title, title, null), new(SearchField.Body, body, null), .. more],
    };

    public static SearchDocument With(this SearchDocument document, string service, string severity, long started, long? duration = null) => document with
    {
        Facets = [new("service", service), new("severity", severity)],
        Numbers = [new("started", started), .. duration is { } minutes ? [new NumberValue("duration", minutes)] : ImmutableArray<NumberValue>.Empty],
    };

    public static ImmutableArray<IndexFile> Files(params IEnumerable<SearchDocument> documents)
    {
        var analyzer = new SearchAnalyzer();
        return SearchIndexBuilder.Build(Schema, [.. documents.Select(analyzer.Analyze)]);
    }

    public static SearchIndex Index(params IEnumerable<SearchDocument> documents) => SearchIndex.Of(Files(documents));

    public static string[] Ids(this SearchIndex index, string text) => [.. index.Search(new() { Text = text, Limit = 1000 }).Hits.Select(h => h.Id)];

    /// <summary>The same words every time; every service, severity and month occurs.</summary>
    public static ImmutableArray<SearchDocument> Random(int count, int seed = 1)
    {
        string[] words = ["disk", "full", "memory", "leak", "timeout", "connection", "replica", "lag", "certificate", "expired", "rollback", "deploy", "queue", "pod", "evicted", "the", "was", "of", "database", "lock"];
        var dice = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Document($"INC-{i:000}", Text(4), Text(dice.Next(5, 80)))
            .With($"service-{dice.Next(5)}", $"sev{dice.Next(1, 4)}", 28_000_000 + i * 9_000, dice.Next(3) == 0 ? null : dice.Next(500)))];

        string Text(int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ => words[dice.Next(words.Length)]));
    }
}
