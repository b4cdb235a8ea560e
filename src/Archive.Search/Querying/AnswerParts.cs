using System.Collections.Immutable;
using System.Globalization;

namespace Archive.Search.Querying;

/// <summary>Order, counts and hits of found documents.</summary>
internal static class AnswerParts
{
    /// <returns>Places in the found documents, best first.</returns>
    public static int[] Sorted(IndexReader index, Matches found, SearchSort sort)
    {
        var schema = index.Manifest.Schema;
        var order = Enumerable.Range(0, found.Documents.Length).ToArray();
        var rank = SeverityRanks(index, found.Documents);
        var first = sort switch
        {
            SearchSort.Relevance => Array.ConvertAll(found.Scores, s => -s),
            SearchSort.Newest => Array.ConvertAll(found.Documents, d => -(long)d),
            SearchSort.Severity => rank,
            SearchSort.Longest => Array.ConvertAll(found.Documents, Lengths(index, schema)),
        };
        Array.Sort(order, (a, b) =>
        {
            if (first[a] != first[b]) return first[a].CompareTo(first[b]);
            return rank[a] != rank[b] ? rank[a].CompareTo(rank[b]) : found.Documents[b].CompareTo(found.Documents[a]);
        });
        return order;
    }

    private static Converter<int, long> Lengths(IndexReader index, SearchSchema schema)
    {
        var field = Array.FindIndex([.. schema.Numbers], n => n.Kind == NumberKind.Duration);
        if (field < 0) return _ => 0;
        var lengths = index.Number(field);
        return document => -(lengths[document] ?? long.MinValue + 1);
    }

    /// <summary>The place of the first value of the tie-break facet; without one after all others.</summary>
    private static long[] SeverityRanks(IndexReader index, int[] documents)
    {
        var schema = index.Manifest.Schema;
        if (schema.Facets.All(f => f.Name != schema.TieBreakFacet)) return new long[documents.Length];
        return Array.ConvertAll(documents, document => index.Ties[document]);
    }

    /// <param name="found">Before any facet is chosen.</param>
    public static ImmutableArray<FacetCounts> Counts(IndexReader index, int[] found, ImmutableArray<FacetValue> chosen) =>
        [.. index.Manifest.Schema.Facets.Select((facet, i) => CountsOf(index, facet, i, found, chosen))];

    private static FacetCounts CountsOf(IndexReader index, FacetField facet, int place, int[] found, ImmutableArray<FacetValue> chosen)
    {
        var allowed = Filters.Allowed(index, chosen, exceptFor: facet.Name);
        var column = index.Facet(place);
        var counts = new int[facet.Values.Length];
        foreach (var document in found)
        {
            if (!allowed[document]) continue;
            foreach (var value in column.Of(document)) counts[value]++;
        }
        var values = facet.Values.Select((v, i) => new FacetCount(v.Value, v.Label, counts[i], chosen.Contains(new(facet.Name, v.Value)))).Where(v => v.Count > 0 || v.IsChosen);
        return new(facet.Name, facet.Label, [.. facet.IsOrdered ? values : values.OrderByDescending(v => v.Count)]);
    }

    /// <param name="found">Ascending.</param>
    public static ImmutableArray<QuarterCount> Quarters(IndexReader index, int[] found)
    {
        var quarters = index.Quarters;
        if (quarters.IsEmpty) return [];
        var counts = new int[quarters[^1].Number - quarters[0].Number + 1];
        var quarter = -1;
        foreach (var document in found)
        {
            while (quarter + 1 < quarters.Length && quarters[quarter + 1].FirstDocument <= document) quarter++;
            if (quarter >= 0) counts[quarters[quarter].Number - quarters[0].Number]++;
        }
        return [.. counts.Select((count, i) => new QuarterCount((quarters[0] with { Number = quarters[0].Number + i }).Name, count))];
    }

    public static SearchHit Hit(IndexReader index, int document, long score, ImmutableArray<ScorePart> explanation)
    {
        var card = index.CardOf(document);
        return new()
        {
            Document = document,
            Id = card.Id,
            Url = card.Url,
            Title = card.Title,
            Score = score,
            Facets = card.Facets,
            Numbers = card.Numbers,
            Explanation = explanation,
        };
    }

    /// <summary>What each word and step gave to one document.</summary>
    public static ImmutableArray<ScorePart> Explained(Evaluation evaluation, List<Evaluation.ScoredWord> extra, int document, long score)
    {
        var parts = evaluation.Words.Select(w => Part(w, document)).OfType<ScorePart>().ToList();
        var above = extra.Select(w => Part(w, document)).OfType<ScorePart>().ToList();
        var missing = score - parts.Sum(p => p.Score) - above.Sum(p => p.Score);
        if (missing != 0) parts.Add(new(string.Create(CultureInfo.InvariantCulture, $"{parts.Count} of {evaluation.Words.Count} words"), missing));
        return [.. parts, .. above];
    }

    private static ScorePart? Part(Evaluation.ScoredWord word, int document)
    {
        var place = Array.BinarySearch(word.Matches.Documents, document);
        return place < 0 || word.Matches.Scores[place] == 0 ? null : new(word.What, word.Matches.Scores[place]);
    }
}
