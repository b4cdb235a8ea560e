namespace Archive.Search.Indexing;

/// <summary>A range of terms in one file.</summary>
/// <param name="First">Terms from here (place in <see cref="Postings.Terms"/>).</param>
/// <param name="End">To here, not included.</param>
/// <param name="Bytes">As <c>FORMAT.md</c> says, not yet deflated.</param>
/// <param name="Positions">The positions of its terms, one after the other.</param>
internal sealed record TermShard(int First, int End, byte[] Bytes, byte[] Positions)
{
    /// <summary>A shard is not cut before it has so many bytes …</summary>
    private const int Least = 4096;

    /// <summary>… then with a chance that grows with the entry, by a hash of the term; so that an edit moves few cuts.</summary>
    private const uint Spread = 4096;

    private const int Most = 16384;

    public static List<TermShard> Of(Postings postings)
    {
        var shards = new List<TermShard>();
        var (words, data, positions) = (new ByteSink(Most), new ByteSink(Most), new ByteSink(1 << 16));
        var first = 0;
        var entry = new ByteSink(1 << 16);
        for (var term = 0; term < postings.Terms.Length; term++)
        {
            entry.Clear();
            WritePostings(postings, term, entry);
            var size = words.Length + data.Length;
            if (size >= Most || size >= Least && Checksum.Of(postings.Terms[term]) % Spread < entry.Length + postings.Terms[term].Length) Cut(term);
            var before = positions.Length;
            WritePositions(postings, term, positions);
            WriteWord(postings, term, term == first, words, entry.Length, positions.Length - before);
            data.Bytes(entry.Span);
        }
        if (first < postings.Terms.Length) Cut(postings.Terms.Length);
        return shards;

        void Cut(int end)
        {
            var bytes = new ByteSink(words.Length + data.Length + 8);
            bytes.Varint(end - first);
            bytes.Bytes(words.Span);
            bytes.Bytes(data.Span);
            shards.Add(new(first, end, bytes.ToArray(), positions.ToArray()));
            words.Clear();
            data.Clear();
            positions.Clear();
            first = end;
        }
    }

    private static void WriteWord(Postings postings, int term, bool isFirst, ByteSink words, int postingsLength, int positionsLength)
    {
        var bytes = postings.Terms[term];
        FrontCoding.Write(words, isFirst ? [] : postings.Terms[term - 1], bytes);
        words.Varint(postings.Starts[term + 1] - postings.Starts[term]);
        words.Varint(postingsLength);
        words.Varint(positionsLength);
    }

    private static void WritePostings(Postings postings, int term, ByteSink entry)
    {
        var before = -1;
        for (var i = postings.Starts[term]; i < postings.Starts[term + 1]; i++)
        {
            entry.Varint(postings.Documents[i] - before - 1);
            before = postings.Documents[i];
        }
        entry.Bytes(postings.Impacts.AsSpan(postings.Starts[term], postings.Starts[term + 1] - postings.Starts[term]));
    }

    private static void WritePositions(Postings postings, int term, ByteSink positions)
    {
        var start = positions.Length;
        for (var i = postings.Starts[term]; i < postings.Starts[term + 1]; i++)
        {
            var slice = postings.Positions[i];
            positions.Bytes(postings.Analyzed[postings.Documents[i]].Positions.AsSpan(slice.Start, slice.Length));
        }
        if (!positions.Span[start..].ContainsAnyExcept((byte)0))
        {
            positions.Cut(start);
            return;
        }
        var check = Checksum.Of(positions.Span[start..]);
        positions.Byte((byte)check);
        positions.Byte((byte)(check >> 8));
    }
}
