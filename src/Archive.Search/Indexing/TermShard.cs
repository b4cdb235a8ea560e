using System.Buffers;
using System.Collections.Immutable;

namespace Archive.Search.Indexing;

/// <summary>A range of terms in one file.</summary>
/// <param name="First">Terms from here (place in <see cref="Postings.Terms"/>).</param>
/// <param name="End">To here, not included.</param>
/// <param name="Words">The terms, as <c>FORMAT.md</c> says.</param>
internal sealed record TermShard(int First, int End, byte[] Words)
{
    /// <summary>A shard has at least so many bytes, and not more than these if it has several terms.</summary>
    private const int Least = 256;
    private const int Most = 1 << 15;

    /// <summary>
    /// It ends where what is loaded in vain exceeds this: for each word how often it is looked up, times the bytes of all others. So a word of
    /// many documents stands nearly alone, and what is seldom looked up costs few entries in the manifest. Found by measurement at 10,000 documents.
    /// </summary>
    private const double InVain = 240_000;

    /// <summary>So often, beside its own words, a shard is looked up for words that are not there.</summary>
    private const double Anything = 20;

    /// <summary>How much earlier or later it ends before a separator of so many bytes, since all separators are loaded first.</summary>
    private static readonly ImmutableArray<double> Patience = [0.5, 0.5, 0.7, 1, 1.6, 2.2];

    /// <summary>A hash of the term says so too: where it is low two archives that differ a little both end a shard, so that an edit moves few ends.</summary>
    private const double Chances = 1024;

    /// <summary>Fingerprints are looked up for every line of text, and few are found.</summary>
    private const int Fingerprints = 2000;

    /// <summary>Bytes of a term and its numbers when they are deflated, roughly.</summary>
    private const int WordLength = 5;

    /// <summary>The greatest number of low bits that three bits can say.</summary>
    public const int MostLow = 7;

    private static readonly SearchValues<byte> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz"u8);

    public static List<TermShard> Of(Postings postings, CodedTerms coded)
    {
        var shards = new List<TermShard>();
        var words = new ByteSink(1 << 14);
        var (first, size, weight, vain) = (0, 0, 0.0, 0.0);
        for (var term = 0; term < postings.Terms.Length; term++)
        {
            var (length, own) = (EntryLength(postings, term, coded[term].Low), WeightOf(postings, term));
            var more = vain + weight * length + own * size;
            if (IsCut(postings.Terms, term, size, size + length, more + Anything * (size + length))) Cut(term);
            else vain = more;
            (size, weight) = (size + length, weight + own);
            FrontCoding.Write(words, term == first ? [] : postings.Terms[term - 1], postings.Terms[term]);
            words.Varint(((long)(postings.Starts[term + 1] - postings.Starts[term]) * (MostLow + 1)) + coded[term].Low);
            words.Varint(coded[term].PositionsLength);
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
            (first, size, weight, vain) = (end, 0, 0, 0);
        }
    }

    /// <summary>The postings of its terms.</summary>
    public byte[] DataOf(Postings postings, CodedTerms coded)
    {
        var data = new BitSink(1 << 14);
        for (var term = First; term < End; term++) WritePostings(postings, term, coded[term].Low, data);
        return data.Closed().ToArray();
    }

    /// <summary>The shortest string that parts a term from the one before it.</summary>
    public static byte[] Separator(byte[][] terms, int term) => term == 0 ? [] : terms[term][..SeparatorLength(terms, term)];

    /// <summary>For the differences of documents, whose mean tells it: no file has to.</summary>
    public static int LowOfGaps(int documents, int having)
    {
        var low = 0;
        for (var mean = (documents - having) * 11L / (16L * having); mean > 0; mean >>= 1) low++;
        return low;
    }

    private static int SeparatorLength(byte[][] terms, int term)
    {
        var length = terms[term - 1].AsSpan().CommonPrefixLength(terms[term]) + 1;
        while (length < terms[term].Length && (terms[term][length] & 0xC0) == 0x80) length++; // to the end of a character
        return length;
    }

    private static bool IsCut(byte[][] terms, int term, int before, int size, double vain)
    {
        if (before < Least) return false;
        var hash = Checksum.Of(terms[term]) % Chances / Chances;
        var patience = Patience[Math.Min(SeparatorLength(terms, term), Patience.Length - 1)] * (0.5 + hash);
        return size > Most || (terms[term][0] == TermSpace.Fingerprint ? before > Fingerprints * patience : vain > InVain * patience);
    }

    /// <summary>How often it is looked up, roughly: names less than words, and not what one document has.</summary>
    private static double WeightOf(Postings postings, int term)
    {
        var count = postings.Starts[term + 1] - postings.Starts[term];
        if (count < 2 || postings.Terms[term][0] < ' ') return 0;
        return Math.Sqrt(count) * (postings.Terms[term].AsSpan().ContainsAnyExcept(Letters) ? 0.2 : 1);
    }

    /// <summary>In bytes, roughly.</summary>
    private static int EntryLength(Postings postings, int term, int low)
    {
        var count = postings.Starts[term + 1] - postings.Starts[term];
        return count * (LowOfGaps(postings.Analyzed.Count, count) + low + 3) / 8 + WordLength;
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
