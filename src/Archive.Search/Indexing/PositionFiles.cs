namespace Archive.Search.Indexing;

/// <summary>The positions of several shards in one file, which is read by range.</summary>
internal static class PositionFiles
{
    private const int Least = 1 << 15;
    private const int Most = 1 << 17;

    /// <returns>The checksum of the directory: for each file its checksum, how many shards, and their lengths.</returns>
    public static uint Add(IndexFiles files, Postings postings, CodedTerms coded, List<TermShard> shards)
    {
        var directory = new ByteSink();
        int[] lengths = [.. shards.Select(s => coded.PositionsLength(s.First, s.End))];
        for (int first = 0, end; first < shards.Count; first = end)
        {
            var length = 0;
            for (end = first; end < shards.Count && (end == first || !IsCut(end, length)); end++) length += lengths[end];
            directory.UInt32(files.AddPlain(IndexFormat.Positions, coded.PositionsOf(shards[first].First, shards[end - 1].End)));
            directory.Varint(end - first);
            for (var shard = first; shard < end; shard++) directory.Varint(lengths[shard]);
        }
        return files.AddDeflated(IndexFormat.PositionDirectory, directory.ToArray());

        bool IsCut(int shard, int length) =>
            length + lengths[shard] > Most || length >= Least && Checksum.Of(postings.Terms[shards[shard].First]) % 4 == 0;
    }
}
