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
        var files = new IndexFiles(most);
        var filled = schema with { Facets = [.. Columns.Filled(schema.Facets, ordered).Select(f => f with { IsShown = f.IsShown || f.Name == schema.TieBreakFacet })] };
        var (terms, columns, cards) = AtOnce(most, () => TermFiles.Add(files, ordered, most), () => ColumnFiles.Add(files, filled, ordered), () => CardFiles.Add(files, filled, ordered));
        var manifest = new Manifest
        {
            Documents = ordered.Length,
            AverageLength = FieldWeights.LengthClass(ordered.Length == 0 ? 1 : ordered.Average(d => (double)d.Length)),
            Schema = filled,
            Lengths = columns.Lengths,
            Ties = columns.Ties,
            Columns = columns.Columns,
            Cards = [.. cards],
            Quarters = files.AddDeflated(IndexFormat.Quarters, Quarter.Write(Quarter.Of(schema, ordered))),
            Words = terms.Words,
            PositionDirectory = terms.PositionDirectory,
            Shards = terms.Shards,
            Separators = terms.Separators,
        };
        files.AddNamed(IndexFormat.Entry, Encoding.UTF8.GetBytes(IndexFormat.EntryOf(manifest.AddTo(files))));
        return [.. files.Sorted];
    }

    /// <summary>Each of them has stretches that only one thread can do: then the others go on.</summary>
    private static (TOne, TTwo, TThree) AtOnce<TOne, TTwo, TThree>(int threads, Func<TOne> one, Func<TTwo> two, Func<TThree> three)
    {
        (TOne, TTwo, TThree) made = default;
        Parallel.Invoke(new ParallelOptions { MaxDegreeOfParallelism = threads }, () => made.Item1 = one(), () => made.Item2 = two(), () => made.Item3 = three());
        return made;
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
