namespace Archive.Search.Querying;

/// <summary>Documents by the values of facets and numbers.</summary>
internal static class Filters
{
    public static int[] WithValue(IndexReader index, FacetQuery query)
    {
        var facet = FacetOf(index, query.Field);
        if (facet < 0) return [];
        var values = index.Manifest.Schema.Facets[facet].Values;
        var wanted = values.Select(v => query.IsPrefix ? v.Value.StartsWith(query.Value, StringComparison.OrdinalIgnoreCase) : v.Value.Equals(query.Value, StringComparison.OrdinalIgnoreCase)).ToArray();
        return Having(index, facet, value => wanted[value]);
    }

    public static int[] Between(IndexReader index, RangeQuery query)
    {
        if (FacetOf(index, query.Field) is var facet and >= 0) return Having(index, facet, value => value >= query.Low && value <= query.High);
        var field = Array.FindIndex([.. index.Manifest.Schema.Numbers], n => n.Name == query.Field);
        if (field < 0) return [];
        var numbers = index.Number(field);
        return [.. Enumerable.Range(0, index.Documents).Where(document => numbers[document] is { } number && number >= query.Low && number <= query.High)];
    }

    /// <summary>The documents with one of the values in each facet of which values are chosen.</summary>
    public static bool[] Allowed(IndexReader index, IEnumerable<FacetValue> chosen, string? exceptFor)
    {
        var allowed = new bool[index.Documents];
        allowed.AsSpan().Fill(true);
        foreach (var group in chosen.GroupBy(c => c.Facet, StringComparer.Ordinal).Where(g => g.Key != exceptFor))
        {
            var facet = FacetOf(index, group.Key);
            var values = facet < 0 ? [] : index.Manifest.Schema.Facets[facet].Values.Select(v => group.Any(g => g.Value == v.Value)).ToArray();
            var having = facet < 0 ? [] : Having(index, facet, value => values[value]);
            var kept = new bool[index.Documents];
            foreach (var document in having) kept[document] = allowed[document];
            allowed = kept;
        }
        return allowed;
    }

    private static int[] Having(IndexReader index, int facet, Func<int, bool> isWanted)
    {
        var column = index.Facet(facet);
        var found = new List<int>();
        for (var document = 0; document < index.Documents; document++)
        {
            foreach (var value in column.Of(document))
            {
                if (!isWanted(value)) continue;
                found.Add(document);
                break;
            }
        }
        return [.. found];
    }

    private static int FacetOf(IndexReader index, string name) => Array.FindIndex([.. index.Manifest.Schema.Facets], f => f.Name == name);
}
