namespace Archive.Search.Indexing;

/// <summary>A range of terms in one file.</summary>
/// <param name="First">Terms from here (place in <see cref="Postings.Terms"/>).</param>
/// <param name="End">To here, not included.</param>
/// <param name="Words">The terms, as <c>FORMAT.md</c> says.</param>
internal sealed record TermShard(int First, int End, byte[] Words)
{
    /// <summary>A shard is not cut before it has so many bytes …</summary>
    private const int Least = 2048;

    /// <summary>… then with a chance that grows with the entry, by a hash of the term, so that an edit moves few cuts; …</summary>
    private const uint Spread = 4096;

    /// <summary>… and that is four times as high for each byte that the separator has less than this, since all separators are loaded first.</summary>
    private const int LongSeparator = 6;

    private const int Most = 8192;

    /// <summary>Fingerprints are looked up for every line of text, and few are found: a shard of them is smaller by this factor.</summary>
    private const int Fingerprints = 4;

    /// <summary>The greatest number of low bits that three bits can say.</summary>
    public const int MostLow = 7;

    public static List<TermShard> Of(Postings postings, CodedTerms coded)
    {
        var shards = new List<TermShard>();
        var words = new ByteSink(Most);
        var bits = 0L;
        var first = 0;
        for (var term = 0; term < postings.Terms.Length; term++)
        {
            if (IsCut(postings, term, words.Length + (int)(bits / 8), EntryLength(postings, term, coded[term].Low))) Cut(term);
            FrontCoding.Write(words, term == first ? [] : postings.Terms[term - 1], postings.Terms[term]);
            words.Varint(((long)(postings.Starts[term + 1] - postings.Starts[term]) * (MostLow + 1)) + coded[term].Low);
            words.Varint(coded[term].PositionsLength);
            bits += coded[term].Bits;
        }
        if (first < postings.Terms.Length) Cut(postings.Terms.Length);
        return shards;

        void Cut(int end)
        {
            var head = new ByteSink(words.Length + 8);
            head.Varint(end - first);
            head.Bytes(words.Span);
            shards.Add(new(first, end, head.ToArray()));
            words.Clear();
            bits = 0;
            first = end;
        }
    }

    /// <summary>The postings of its terms.</summary>
    public byte[] DataOf(Postings postings, CodedTerms coded)
    {
        var data = new BitSink(Most);
        for (var term = First; term < End; term++) WritePostings(postings, term, coded[term].Low, data);
        return data.Closed().ToArray();
    }

    /// <summary>The shortest byte string that parts a term from the one before it.</summary>
    public static byte[] Separator(byte[][] terms, int term) => term == 0 ? [] : terms[term][..SeparatorLength(terms, term)];

    /// <summary>For the differences of documents, whose mean tells it: no file has to.</summary>
    public static int LowOfGaps(int documents, int having)
    {
        var low = 0;
        for (var mean = (documents - having) * 11L / (16L * having); mean > 0; mean >>= 1) low++;
        return low;
    }

    private static int SeparatorLength(byte[][] terms, int term) => terms[term - 1].AsSpan().CommonPrefixLength(terms[term]) + 1;

    private static bool IsCut(Postings postings, int term, int size, int entry)
    {
        if (size == 0) return false;
        var factor = postings.Terms[term][0] == TermSpace.Fingerprint ? Fingerprints : 1;
        if ((size + entry) * factor >= Most) return size * factor >= Least / 2;
        var chance = (entry + postings.Terms[term].Length) * factor << (2 * Math.Max(0, LongSeparator - SeparatorLength(postings.Terms, term)));
        return size * factor >= Least && Checksum.Of(postings.Terms[term]) % Spread < chance;
    }

    /// <summary>In bytes, roughly.</summary>
    private static int EntryLength(Postings postings, int term, int low)
    {
        var count = postings.Starts[term + 1] - postings.Starts[term];
        return count * (LowOfGaps(postings.Analyzed.Count, count) + low + 4) / 8;
    }

    private static void WritePostings(Postings postings, int term, int low, BitSink data)
    {
        var (start, end) = (postings.Starts[term], postings.Starts[term + 1]);
        var gaps = LowOfGaps(postings.Analyzed.Count, end - start);
        var before = -1;
        for (var i = start; i < end; i++)
        {
            data.Rice((uint)(postings.Documents[i] - before - 1), gaps);
            data.Rice(postings.Frequencies[i] - 1U, low);
            before = postings.Documents[i];
        }
    }
}
