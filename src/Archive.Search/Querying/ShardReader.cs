using Archive.Search.Indexing;

namespace Archive.Search.Querying;

/// <summary>A shard of terms, opened: its words at once, postings when they are asked for.</summary>
internal sealed class ShardReader
{
    private readonly int _shard;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly byte[][] _terms;
    private readonly Entry[] _entries;

    public ShardReader(int shard, ReadOnlyMemory<byte> bytes)
    {
        (_shard, _bytes) = (shard, bytes);
        var cursor = new ByteCursor(bytes.Span);
        _ = cursor.Byte();
        var count = cursor.Int();
        if (count > bytes.Length) throw ByteCursor.Broken();
        (_terms, _entries) = (new byte[count][], new Entry[count]);
        var (data, places) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            _terms[i] = FrontCoding.Read(ref cursor, i == 0 ? [] : _terms[i - 1]);
            _entries[i] = new(cursor.Int(), data, cursor.Int(), places, cursor.Int());
            data = checked(data + _entries[i].Length);
            places = checked(places + _entries[i].PlaceLength);
        }
        DataStart = cursor.Offset;
        if (DataStart + data != bytes.Length) throw ByteCursor.Broken();
    }

    public int Count => _terms.Length;

    private int DataStart { get; }

    public ReadOnlySpan<byte> TermAt(int index) => _terms[index];

    /// <summary>The first term that is not below this one.</summary>
    public int FirstFrom(ReadOnlySpan<byte> term)
    {
        var (low, high) = (0, _terms.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (TermAt(middle).SequenceCompareTo(term) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    public TermPostings PostingsAt(int index)
    {
        var entry = _entries[index];
        var cursor = new ByteCursor(_bytes.Span.Slice(DataStart + entry.Start, entry.Length));
        if (entry.Count > entry.Length) throw ByteCursor.Broken();
        var documents = new int[entry.Count];
        var before = -1;
        for (var i = 0; i < documents.Length; i++)
        {
            before += cursor.Int() + 1;
            documents[i] = before;
        }
        var impacts = cursor.Bytes(entry.Count).ToArray();
        if (!cursor.IsAtEnd) throw ByteCursor.Broken();
        return new(_terms[index], documents, impacts, new(_shard, entry.PlaceStart, entry.PlaceLength));
    }

    private readonly record struct Entry(int Count, int Start, int Length, int PlaceStart, int PlaceLength);
}
