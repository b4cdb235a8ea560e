using System.Collections.Immutable;

namespace Archive.Search.Indexing;

/// <summary>What the manifest says of terms, and their files: shards, positions and the words that correct others.</summary>
internal sealed record TermFiles
{
    /// <summary>Checksums, in the order of the terms.</summary>
    public required ImmutableArray<uint> Shards { get; init; }

    /// <inheritdoc cref="Manifest.Separators"/>
    public required ImmutableArray<byte[]> Separators { get; init; }

    /// <summary>A checksum.</summary>
    public required uint PositionDirectory { get; init; }

    /// <summary>Checksums by name of the letter.</summary>
    public required SortedDictionary<string, uint> Words { get; init; }

    /// <param name="threads">At most so many at once; no other effect.</param>
    public static TermFiles Add(IndexFiles files, AnalyzedDocument[] documents, int threads)
    {
        var lexicon = new MergedLexicon(documents);
        var sorted = new SortedLexicon(lexicon);
        var parts = CountedDocuments.InParts(documents, lexicon, threads);
        var words = WordFiles.Add(files, sorted, documents.Length, CountedDocuments.WordsOf(parts));
        var postings = Postings.Of(documents, lexicon, sorted, parts);
        var coded = CodedTerms.Of(postings, threads);
        var shards = TermShard.Of(postings, coded);
        return new()
        {
            Shards = [.. files.AddDeflated(IndexFormat.Terms, shards.Count, i => new(shards[i].Words, shards[i].DataOf(coded)))],
            Separators = [.. shards.Select(s => TermShard.Separator(postings, s.First))],
            PositionDirectory = PositionFiles.Add(files, postings, coded, shards),
            Words = words,
        };
    }
}
