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
        var cursor = new ByteCursor(source.Opened(IndexFormat.PositionDirectory, directory).Span);
        _ = cursor.Byte();
        while (!cursor.IsAtEnd)
        {
            var file = cursor.UInt32();
            var start = 1;
            for (var left = cursor.Int(); left > 0; left--)
            {
                _shards.Add((file, start));
                start = checked(start + cursor.Int());
            }
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

    private static int[][] Read(ReadOnlySpan<byte> bytes, int documents)
    {
        var check = Checksum.Of(bytes[..^2]);
        if (bytes[^2] != (byte)check || bytes[^1] != (byte)(check >> 8)) throw ByteCursor.Broken();
        var cursor = new ByteCursor(bytes[..^2]);
        var places = new int[documents][];
        for (var document = 0; document < documents; document++) places[document] = ReadDocument(ref cursor);
        return cursor.IsAtEnd ? places : throw ByteCursor.Broken();
    }

    private static int[] ReadDocument(ref ByteCursor cursor)
    {
        var coded = cursor.Varint();
        if (coded-- == 0) return [];
        var places = new List<int>();
        for (long place = 0; ; coded = cursor.Varint())
        {
            place += coded / 2;
            if (place > int.MaxValue) throw ByteCursor.Broken();
            places.Add((int)place);
            if (coded % 2 == 0) return [.. places];
        }
    }
}
