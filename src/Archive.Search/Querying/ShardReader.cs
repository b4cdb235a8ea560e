using Archive.Search.Indexing;

namespace Archive.Search.Querying;

/// <summary>A shard of terms, opened: its words at once, postings when they are asked for.</summary>
internal sealed class ShardReader
{
    private readonly int _shard;
    private readonly byte[][] _terms;
    private readonly Entry[] _entries;
    private readonly int[] _documents;
    private readonly int[] _frequencies;

    /// <param name="documents">In the whole index.</param>
    public ShardReader(int shard, ReadOnlyMemory<byte> bytes, int documents)
    {
        _shard = shard;
        var cursor = new ByteCursor(bytes.Span);
        _ = cursor.Byte();
        var count = cursor.Int();
        if (count > bytes.Length) throw ByteCursor.Broken();
        (_terms, _entries) = (new byte[count][], new Entry[count]);
        var (start, places) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            _terms[i] = FrontCoding.Read(ref cursor, i == 0 ? [] : _terms[i - 1]);
            var coded = cursor.Int();
            _entries[i] = new(coded >> 3, coded & 7, start, places, cursor.Int());
            start = checked(start + _entries[i].Count);
            places = checked(places + _entries[i].PlaceLength);
        }
        var bits = new BitCursor(bytes.Span[cursor.Offset..]);
        if (start > (bytes.Length - cursor.Offset) * 8L) throw ByteCursor.Broken();
        (_documents, _frequencies) = (new int[start], new int[start]);
        foreach (var entry in _entries) Read(ref bits, entry, documents);
        if (!bits.IsAtEnd) throw ByteCursor.Broken();
    }

    public int Count => _terms.Length;

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

    /// <param name="norms">By document.</param>
    public TermPostings PostingsAt(int index, double[] norms)
    {
        var entry = _entries[index];
        var documents = _documents.AsSpan(entry.Start, entry.Count).ToArray();
        var impacts = new byte[entry.Count];
        for (var i = 0; i < impacts.Length; i++) impacts[i] = FieldWeights.Impact(_frequencies[entry.Start + i], norms[documents[i]]);
        return new(_terms[index], documents, impacts, new(_shard, entry.PlaceStart, entry.PlaceLength));
    }

    private void Read(ref BitCursor bits, Entry entry, int documents)
    {
        if (entry.Count == 0 || entry.Count > documents) throw ByteCursor.Broken();
        var having = _documents.AsSpan(entry.Start, entry.Count);
        var listed = TermShard.Listed(documents, entry.Count);
        if (listed == entry.Count) ReadList(ref bits, having, documents);
        else
        {
            var without = new int[listed];
            ReadList(ref bits, without, documents);
            for (int document = 0, at = 0, i = 0; document < documents; document++)
            {
                if (at < listed && without[at] == document) at++;
                else having[i++] = document;
            }
        }
        for (var i = 0; i < entry.Count; i++) _frequencies[entry.Start + i] = bits.Rice(entry.Low) + 1;
    }

    private static void ReadList(ref BitCursor bits, Span<int> list, int documents)
    {
        if (list.IsEmpty) return;
        var low = TermShard.LowOfGaps(documents, list.Length);
        long document = -1;
        for (var i = 0; i < list.Length; i++)
        {
            document += bits.Rice(low) + 1L;
            if (document >= documents) throw ByteCursor.Broken();
            list[i] = (int)document;
        }
    }

    /// <param name="Low">The low bits of its frequencies.</param>
    private readonly record struct Entry(int Count, int Low, int Start, int PlaceStart, int PlaceLength);
}
