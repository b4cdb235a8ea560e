using System.Text.Json.Nodes;
using Archive.Search;

namespace Archive.BrowserTests.Search;

/// <summary>Requests and answers as the module in the browser takes and gives them.</summary>
internal static class Answers
{
    public static JsonObject Json(SearchRequest request) => new()
    {
        ["text"] = request.Text,
        ["options"] = new JsonObject
        {
            ["facets"] = new JsonObject(request.Facets.GroupBy(f => f.Facet, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, (JsonNode?)Array(g.Select(f => f.Value))))),
            ["sort"] = request.Sort.ToString().ToLowerInvariant(),
            ["offset"] = request.Offset,
            ["limit"] = request.Limit,
            ["isTyping"] = request.IsTyping,
            ["isCorrecting"] = request.IsCorrecting,
        },
    };

    public static JsonObject Json(SearchAnswer answer, SearchSchema schema) => new()
    {
        ["total"] = answer.Total,
        ["hits"] = new JsonArray([.. answer.Hits.Select(hit => Json(hit, schema))]),
        ["facets"] = new JsonObject(answer.Facets.Select(f => KeyValuePair.Create(f.Name, (JsonNode?)new JsonArray([.. f.Values.Select(Json)])))),
        ["quarters"] = new JsonArray([.. answer.Quarters.Select(q => new JsonObject { ["quarter"] = q.Quarter, ["count"] = q.Count })]),
        ["showing"] = answer.Showing is { } showing ? new JsonObject { ["text"] = showing.Text, ["insteadOf"] = showing.InsteadOf } : null,
        ["strayFilters"] = Array(answer.StrayFilters),
        ["terms"] = Array(answer.Terms),
    };

    public static JsonObject Json(Snippet snippet) => new()
    {
        ["anchor"] = snippet.Anchor,
        ["parts"] = new JsonArray([.. snippet.Parts.Select(part => new JsonObject { ["text"] = part.Text, ["isMatch"] = part.IsMatch })]),
    };

    private static JsonObject Json(SearchHit hit, SearchSchema schema) => new()
    {
        ["doc"] = hit.Document,
        ["id"] = hit.Id,
        ["url"] = hit.Url,
        ["title"] = hit.Title,
        ["score"] = hit.Score,
        ["facets"] = new JsonObject(schema.Facets.Where(f => f.IsShown).Select(facet => KeyValuePair.Create(facet.Name, (JsonNode?)Array(hit.Facets.Where(f => f.Facet == facet.Name).Select(f => f.Value))))),
        ["numbers"] = new JsonObject(hit.Numbers.Select(number => KeyValuePair.Create(number.Name, (JsonNode?)number.Value))),
    };

    private static JsonObject Json(FacetCount count) => new() { ["value"] = count.Value, ["label"] = count.Label, ["count"] = count.Count, ["isChosen"] = count.IsChosen };

    private static JsonArray Array(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);
}
