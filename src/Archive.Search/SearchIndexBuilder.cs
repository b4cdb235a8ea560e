using System.Collections.Immutable;
using System.Text;
using Archive.Search.Indexing;

namespace Archive.Search;

/// <summary>Analysed documents in, index files out.</summary>
public static class SearchIndexBuilder
{
    /// <summary>Of the years that a date may have, from 1970 in both directions, with room to spare.</summary>
    private const long LastMinute = 1900L * 365 * 24 * 60;

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
        ImmutableArray<FacetField> facets = [.. schema.Facets.Select(f => f with { Values = Columns.ValuesOf(f, ordered) })];
        var manifest = new Manifest
        {
            Documents = ordered.Length,
            AverageLength = FieldWeights.LengthClass(ordered.Length == 0 ? 1 : ordered.Average(d => (double)d.Length)),
            Lengths = files.AddNumbers(IndexFormat.Lengths, Columns.OfLengths(ordered)),
            Schema = schema with { Facets = facets },
            Columns =
            [
                .. facets.Select(f => files.AddNumbers(IndexFormat.Column, Columns.OfFacet(f, ordered))),
                .. schema.Numbers.Select(n => files.AddNumbers(IndexFormat.Column, Columns.OfNumber(n.Name, ordered))),
            ],
            Words = WordFiles.Add(files, ordered, lexicon),
            PositionDirectory = PositionFiles.Add(files, postings, coded, shards),
            Quarters = Quarters(schema, ordered),
            Cards = [.. CardFiles.Add(files, schema, ordered)],
            Shards = [.. files.AddDeflated(IndexFormat.Terms, shards.Count, i => new(shards[i].Words, shards[i].DataOf(postings, coded)))],
            Separators = [.. shards.Select(s => TermShard.Separator(postings.Terms, s.First))],
        };
        var check = files.AddDeflated(IndexFormat.Manifest, 1, _ => manifest.Write())[0];
        files.AddNamed(IndexFormat.Entry, Encoding.UTF8.GetBytes(IndexFormat.EntryOf(check)));
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

    private static ImmutableArray<Manifest.Quarter> Quarters(SearchSchema schema, AnalyzedDocument[] ordered)
    {
        if (schema.TieBreakNumber is not { } name || schema.Numbers.All(n => n.Name != name || n.Kind != NumberKind.Date)) return [];
        var quarters = ImmutableArray.CreateBuilder<Manifest.Quarter>();
        for (var document = 0; document < ordered.Length; document++)
        {
            if (ordered[document].Document.NumberOf(name) is not { } minutes || Math.Abs(minutes) > LastMinute) continue;
            var at = DateTime.UnixEpoch.AddMinutes(minutes);
            var number = at.Year * 4 + (at.Month - 1) / 3;
            if (quarters.Count == 0 || quarters[^1].Number != number) quarters.Add(new(number, document));
        }
        return quarters.ToImmutable();
    }
}
