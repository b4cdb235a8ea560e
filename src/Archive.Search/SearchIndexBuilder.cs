using System.Collections.Immutable;
using System.Text;
using Archive.Search.Indexing;

namespace Archive.Search;

/// <summary>Analysed documents in, index files out.</summary>
public static class SearchIndexBuilder
{
    /// <summary>The files of an index, sorted by name: the same documents in any order, the same bytes.</summary>
    /// <param name="threads">At most so many at once; no other effect.</param>
    /// <exception cref="ArgumentException">Two documents have one id.</exception>
    public static ImmutableArray<IndexFile> Build(SearchSchema schema, IReadOnlyList<AnalyzedDocument> documents, int? threads = null)
    {
        var ordered = Ordered(schema, documents);
        var most = threads ?? Environment.ProcessorCount;
        var lexicon = new MergedLexicon(ordered);
        var postings = Postings.Of(ordered, lexicon, most);
        var coded = CodedTerms.Of(postings, most);
        var shards = TermShard.Of(postings, coded);
        var files = new IndexFiles(most);
        ImmutableArray<FacetField> facets = [.. schema.Facets.Select(f => f with { Values = Columns.ValuesOf(f, ordered), IsShown = f.IsShown || f.Name == schema.TieBreakFacet })];
        var manifest = new Manifest
        {
            Documents = ordered.Length,
            AverageLength = FieldWeights.LengthClass(ordered.Length == 0 ? 1 : ordered.Average(d => (double)d.Length)),
            Lengths = files.AddNumbers(IndexFormat.Lengths, Columns.OfLengths(ordered)),
            Ties = files.AddNumbers(IndexFormat.Ties, Columns.OfTies(facets.FirstOrDefault(f => f.Name == schema.TieBreakFacet), ordered)),
            Schema = schema with { Facets = facets },
            Columns =
            [
                .. facets.Select(f => files.AddNumbers(IndexFormat.Column, Columns.OfFacet(f, ordered))),
                .. schema.Numbers.Select(n => files.AddNumbers(IndexFormat.Column, Columns.OfNumber(n.Name, ordered))),
            ],
            Words = WordFiles.Add(files, ordered, lexicon),
            PositionDirectory = PositionFiles.Add(files, postings, coded, shards),
            Quarters = files.AddDeflated(IndexFormat.Quarters, Quarter.Write(Quarter.Of(schema, ordered))),
            Cards = [.. CardFiles.Add(files, schema with { Facets = facets }, ordered)],
            Shards = [.. files.AddDeflated(IndexFormat.Terms, shards.Count, i => new(shards[i].Words, shards[i].DataOf(postings, coded)))],
            Separators = [.. shards.Select(s => TermShard.Separator(postings.Terms, s.First))],
        };
        files.AddNamed(IndexFormat.Entry, Encoding.UTF8.GetBytes(IndexFormat.EntryOf(manifest.AddTo(files))));
        return [.. files.Sorted];
    }

    private static AnalyzedDocument[] Ordered(SearchSchema schema, IReadOnlyList<AnalyzedDocument> documents)
    {
        AnalyzedDocument[] ordered = [.. documents
            .OrderBy(d => schema.TieBreakNumber is { } name ? d.Document.NumberOf(name) ?? long.MinValue : 0)
            .ThenBy(d => d.Id, StringComparer.Ordinal)];
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in ordered)
        {
            if (!ids.Add(document.Id)) throw new ArgumentException($"Two documents have the id '{document.Id}'.", nameof(documents));
        }
        return ordered;
    }
}
