using System.Globalization;
using System.Text.Json;
using Archive.Search.Indexing;

namespace Archive.Search.Querying;

/// <summary>Positions of terms in documents. Keeps the files it has opened.</summary>
internal sealed class PlaceReader
{
    private readonly IndexSource _source;
    private readonly List<(uint File, int Start)> _shards = [];
    private readonly Dictionary<uint, ReadOnlyMemory<byte>> _files = [];

    public PlaceReader(IndexSource source, uint directory)
    {
        _source = source;
        using var json = IndexJson.Parse(source.Opened(IndexFormat.PositionDirectory, directory)[1..]);
        try
        {
            foreach (var file in json.RootElement.EnumerateArray()) AddShards(file);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw ByteCursor.Broken();
        }
    }

    public int[][] Read(TermPostings postings)
    {
        var range = postings.Places;
        if (range.Length == 0) return [.. postings.Documents.Select(_ => Array.Empty<int>())];
        if (range.Shard >= _shards.Count) throw ByteCursor.Broken();
        var (file, start) = _shards[range.Shard];
        if (!_files.TryGetValue(file, out var bytes))
        {
            bytes = _source.Plain(IndexFormat.Positions, file);
            _files.Add(file, bytes);
        }
        if (start + range.Start + range.Length > bytes.Length || range.Length < 2) throw ByteCursor.Broken();
        return Read(bytes.Span.Slice(start + range.Start, range.Length), postings.Documents.Length);
    }

    private void AddShards(JsonElement file)
    {
        var check = uint.Parse(file[0].GetString() ?? "", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var start = 1;
        foreach (var length in file.EnumerateArray().Skip(1))
        {
            _shards.Add((check, start));
            start = checked(start + length.GetInt32());
        }
    }

    private static int[][] Read(ReadOnlySpan<byte> bytes, int documents)
    {
        var check = Checksum.Of(bytes[..^2]);
        if (bytes[^2] != (byte)check || bytes[^1] != (byte)(check >> 8)) throw ByteCursor.Broken();
        var bits = new BitCursor(bytes[..^2]);
        var (counts, firsts, gaps) = (bits.Bits(4), bits.Bits(4), bits.Bits(4));
        var places = new int[documents][];
        for (var document = 0; document < documents; document++)
        {
            var count = bits.Rice(counts);
            if (count > bytes.Length * 8) throw ByteCursor.Broken();
            places[document] = new int[count];
            for (var i = 0; i < count; i++) places[document][i] = i == 0 ? bits.Rice(firsts) : checked(places[document][i - 1] + bits.Rice(gaps));
        }
        return bits.IsAtEnd ? places : throw ByteCursor.Broken();
    }
}
