using System.Collections.Immutable;

namespace Archive.Search.Indexing;

/// <summary>What the manifest says of the files that hold something of every document: checksums.</summary>
/// <param name="Columns">Of the facets, then of the numbers.</param>
internal sealed record ColumnFiles(uint Lengths, uint Ties, ImmutableArray<uint> Columns)
{
    /// <param name="schema">With all values that documents have.</param>
    public static ColumnFiles Add(IndexFiles files, SearchSchema schema, AnalyzedDocument[] documents)
    {
        var facets = schema.Facets;
        return new(
            files.AddNumbers(IndexFormat.Lengths, 1, _ => Indexing.Columns.OfLengths(documents))[0],
            files.AddNumbers(IndexFormat.Ties, 1, _ => Indexing.Columns.OfTies(facets.FirstOrDefault(f => f.Name == schema.TieBreakFacet), documents))[0],
            [.. files.AddNumbers(IndexFormat.Column, facets.Length + schema.Numbers.Length, i =>
                i < facets.Length ? Indexing.Columns.OfFacet(facets[i], documents) : Indexing.Columns.OfNumber(schema.Numbers[i - facets.Length].Name, documents))]);
    }
}
