using System.Collections.Immutable;

namespace Archive.Search.Indexing;

/// <summary>One facet or one number of all documents.</summary>
internal static class Columns
{
    /// <summary>The facets with all values that documents have, in the order of the index: those of the schema, then others by name.</summary>
    public static ImmutableArray<FacetField> Filled(ImmutableArray<FacetField> facets, IReadOnlyList<AnalyzedDocument> documents)
    {
        var found = facets.ToDictionary(f => f.Name, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var document in documents)
        {
            foreach (var (name, value) in document.Document.Facets)
            {
                if (found.TryGetValue(name, out var values)) values.Add(value);
            }
        }
        return [.. facets.Select(f => f with { Values = [.. f.Values, .. Others(f, found[f.Name])] })];
    }

    private static IEnumerable<FacetLabel> Others(FacetField facet, HashSet<string> found) =>
        found.Except(facet.Values.Select(v => v.Value), StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(v => new FacetLabel(v, v));

    /// <summary>Where no result shows the values: they themselves, since the manifest does not hold them. 1 where each document has one value; else 0, and how many each has. Then all values as places in the list of values.</summary>
    public static DeflatedParts OfFacet(FacetField facet, IReadOnlyList<AnalyzedDocument> documents)
    {
        var places = facet.Values.Select((v, i) => (v.Value, i)).ToDictionary(v => v.Value, v => v.i, StringComparer.Ordinal);
        var (counts, all, isSingle) = (new ByteSink(documents.Count + 1), new ByteSink(documents.Count + 1), true);
        var own = new SortedSet<int>();
        foreach (var document in documents)
        {
            own.Clear();
            foreach (var (name, value) in document.Document.Facets)
            {
                if (name == facet.Name) own.Add(places[value]);
            }
            isSingle &= own.Count == 1;
            counts.Varint(own.Count);
            foreach (var place in own) all.Varint(place);
        }
        var head = new ByteSink(documents.Count + 1);
        if (!facet.IsShown) head.Bytes(ValuesOf(facet.Values));
        head.Varint(isSingle ? 1 : 0);
        if (!isSingle) head.Bytes(counts.Span);
        return new(head.ToArray(), all.ToArray());
    }

    /// <summary>For each document the place of its first value, or how many values there are; nothing where there is no facet.</summary>
    public static DeflatedParts OfTies(FacetField? facet, IReadOnlyList<AnalyzedDocument> documents)
    {
        var bytes = new ByteSink(documents.Count + 1);
        if (facet is null) return new([], []);
        var places = facet.Values.Select((v, i) => (v.Value, i)).ToDictionary(v => v.Value, v => v.i, StringComparer.Ordinal);
        foreach (var document in documents) bytes.Varint(document.Document.Facets.Where(f => f.Facet == facet.Name).Select(f => places[f.Value]).DefaultIfEmpty(places.Count).Min());
        return new([], bytes.ToArray());
    }

    /// <summary>The length in bytes of their JSON, and the JSON.</summary>
    private static byte[] ValuesOf(ImmutableArray<FacetLabel> values)
    {
        var json = IndexJson.Write(writer => ManifestJson.WriteValues(writer, values));
        var bytes = new ByteSink(json.Length + 8);
        bytes.Varint(json.Length);
        bytes.Bytes(json);
        return bytes.ToArray();
    }

    /// <summary>The least class of length, then for each document how much its own is above it.</summary>
    public static DeflatedParts OfLengths(IReadOnlyList<AnalyzedDocument> documents)
    {
        int[] classes = [.. documents.Select(d => FieldWeights.LengthClass(d.Length))];
        var least = classes.DefaultIfEmpty().Min();
        var bytes = new ByteSink(classes.Length + 2);
        bytes.Varint(least);
        foreach (var each in classes) bytes.Varint(each - least);
        return new([], bytes.ToArray());
    }

    /// <summary>0 for none, else 1 and the zigzag difference to the number before.</summary>
    public static DeflatedParts OfNumber(string name, IReadOnlyList<AnalyzedDocument> documents)
    {
        var bytes = new ByteSink(documents.Count * 3 + 1);
        var before = 0L;
        foreach (var document in documents)
        {
            if (document.Document.NumberOf(name) is { } number)
            {
                var difference = number - before;
                bytes.Varint(1 + (difference < 0 ? -2 * difference - 1 : 2 * difference));
                before = number;
            }
            else bytes.Varint(0);
        }
        return new(bytes.ToArray());
    }
}
