using System.Text;
using System.Text.Json.Nodes;

namespace Archive.Search.Indexing;

/// <summary>The positions of several shards in one file, which is read by range.</summary>
internal static class PositionFiles
{
    private const int Least = 1 << 15;
    private const int Most = 1 << 17;

    /// <returns>The checksum of the directory: <c>[[checksum of a file, length of the first shard in it, …], …]</c>.</returns>
    public static uint Add(IndexFiles files, Postings postings, CodedTerms coded, List<TermShard> shards)
    {
        var directory = new JsonArray();
        int[] lengths = [.. shards.Select(s => coded.PositionsLength(s.First, s.End))];
        for (int first = 0, end; first < shards.Count; first = end)
        {
            var length = 0;
            for (end = first; end < shards.Count && (end == first || !IsCut(end, length)); end++) length += lengths[end];
            var file = files.AddPlain(IndexFormat.Positions, coded.PositionsOf(shards[first].First, shards[end - 1].End));
            directory.Add(new JsonArray([IndexFormat.HexOf(file), .. lengths[first..end].Select(l => JsonValue.Create(l))]));
        }
        return files.AddDeflated(IndexFormat.PositionDirectory, Encoding.UTF8.GetBytes(directory.ToJsonString()));

        bool IsCut(int shard, int length) =>
            length + lengths[shard] > Most || length >= Least && Checksum.Of(postings.TermAt(shards[shard].First)) % 4 == 0;
    }
}
