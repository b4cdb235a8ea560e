using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Archive.Search.Querying;

namespace Archive.BrowserTests.Search;

/// <summary>Query texts that the two parsers are compared on, and parsed queries as the module in the browser writes them.</summary>
internal static class SearchQueries
{
    public static ImmutableArray<QueryField> Fields { get; } =
    [
        new(["title"], QueryFieldKind.Text, []),
        new(["error", "signature"], QueryFieldKind.Text, []),
        new(["service"], QueryFieldKind.Facet, ["checkout", "Payments", "two words"]),
        new(["open"], QueryFieldKind.Facet, []),
        new(["severity", "sev"], QueryFieldKind.OrderedFacet, ["sev1", "sev2", "sev3", "sev4"]),
        new(["started"], QueryFieldKind.Date, []),
        new(["duration"], QueryFieldKind.Duration, []),
    ];

    private static readonly string[] Scraps =
    [
        "foo", "bar", "a", "x509", "10.0.3.4:5432", "java.lang.Error", "can't", "東京", "AND", "OR", "NOT", "&&", "||", "TO", "(", ")", "(", ")", "\"", "\"a b\"", "\"a b\"~2", "\"x \\\" y\"", "+", "-", "+", "-", "--rm", "*", "~", "~1", "~2", "fo*", "wrod~",
        "\\", "\\(", "\\AND", "\\-", "title:", "error:", "signature:foo", "service:", "service:checkout", "SERVICE:payments", "service:\"two words\"", "service:pay*", "service:none", "open:any", "severity:>=sev2", "sev:<sev3", "sev:[sev3 TO sev1]", "sev:{sev1 TO *]", "severity:sev9",
        "started:2026", "started:2026-02-30", "started:[2026-01 TO 2026-03}", "started:>2026-03-04T10:30", "started:<=2026-q4", "started:[* TO 2026-02-28]", "duration:>2h", "duration:1h30m", "duration:[30m TO *]", "duration:x", "duration:90", "title:(a b)", "title:\"a b\"", "kind:x", "[", "]", "{", "}", ":", "=", ";", "!", "?", ",", "-1", "exit", "\u00a0", "\u3000", "\t",
    ];

    private static readonly string[] Pastes =
    [
        "2026-03-04T10:30:00Z ERROR [main] c.a.Foo - Connection to 10.0.3.4:5432 refused after 3012ms\n\tat com.acme.Checkout.charge(PaymentService.java:214)\nCaused by: java.net.ConnectException: Connection refused",
        "1\n2\n3", "1\n(2)", "a\r\nb", "\n\nonly one line\n\n", "kind: Pod\nmetadata:\n  name: checkout-7d9f8b6c5-x2k4j\n", "{\"error\": \"x509: certificate has expired\",\n \"status\": 500}",
    ];

    public static IEnumerable<string> All(int random)
    {
        foreach (var text in SearchTexts.All(random).Concat(Scraps).Concat(Pastes)) yield return text;
        yield return string.Concat(Enumerable.Repeat("disk pressure on node-12 java.lang.OutOfMemoryError ", 40));
        yield return new string('(', 200) + "a" + new string(')', 200);
        yield return new string('(', 20) + "a" + new string(')', 20);
        var dice = new Random(20260302);
        for (var i = 0; i < random * 2; i++) yield return OfScraps(dice);
    }

    private static string OfScraps(Random dice)
    {
        var text = new StringBuilder();
        for (var i = dice.Next(1, 9); i > 0; i--) text.Append(Scraps[dice.Next(Scraps.Length)]).Append(dice.Next(3) == 0 ? "" : " ");
        return text.ToString();
    }

    public static JsonNode Json(SearchQuery query) => new JsonObject
    {
        ["root"] = Json(query.Root),
        ["fingerprints"] = new JsonArray([.. query.Fingerprints.Select(line => JsonValue.Create(line))]),
        ["isLiteral"] = query.IsLiteral,
    };

    private static JsonObject Json(QueryNode node) => node switch
    {
        WordQuery word => new() { ["type"] = "word", ["text"] = word.Text, ["field"] = word.Field, ["match"] = word.Match.ToString() },
        PhraseQuery phrase => new() { ["type"] = "phrase", ["field"] = phrase.Field, ["text"] = phrase.Text, ["slop"] = phrase.Slop },
        FacetQuery facet => new() { ["type"] = "facet", ["field"] = facet.Field, ["value"] = facet.Value, ["isPrefix"] = facet.IsPrefix },
        RangeQuery range => new() { ["type"] = "range", ["field"] = range.Field, ["low"] = range.Low, ["high"] = range.High, ["text"] = range.Text },
        GroupQuery group => new() { ["type"] = "group", ["clauses"] = new JsonArray([.. group.Clauses.Select(clause => new JsonObject { ["occurrence"] = clause.Occurrence.ToString(), ["node"] = Json(clause.Node) })]) },
        _ => throw new InvalidOperationException($"No query: {node}"),
    };
}
