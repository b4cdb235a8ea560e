using System.Buffers;
using System.Numerics;

namespace Archive.Search.Indexing;

/// <summary>A range of terms in one file.</summary>
/// <param name="First">Terms from here (place in <see cref="Postings"/>).</param>
/// <param name="End">To here, not included.</param>
/// <param name="Words">The terms, as <c>FORMAT.md</c> says.</param>
internal sealed record TermShard(int First, int End, byte[] Words)
{
    /// <summary>A shard has at least so many bytes, and not more than these if it has several terms.</summary>
    private const int Least = 256;
    private const int Most = 1 << 15;

    /// <summary>
    /// A shard is as long as what is loaded in vain allows: for each word how often it is looked up, times the bytes of all others. So a word of
    /// many documents stands nearly alone, and what is seldom looked up costs few entries in the manifest. Found by measurement at 10,000 documents.
    /// </summary>
    private const double InVain = 260_000;

    /// <summary>So often, beside its own words, a shard is looked up for words that are not there.</summary>
    private const double Anything = 20;

    /// <summary>Fingerprints are looked up for every line of text, and few are found: so many bytes.</summary>
    private const double Fingerprints = 1500;

    /// <summary>
    /// Between these shares of what is allowed it ends at the term with the shortest separator, since all separators are loaded first; of those at
    /// the one with the least hash, so that two archives that differ a little end their shards at the same terms.
    /// </summary>
    private const double Earliest = 0.5;
    private const double Latest = 1.5;

    /// <summary>Bytes of a term and its numbers when they are deflated, roughly.</summary>
    private const int WordLength = 4;

    /// <summary>The greatest number of low bits that three bits can say.</summary>
    public const int MostLow = 7;

    private static readonly SearchValues<byte> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz"u8);

    public static List<TermShard> Of(Postings postings, CodedTerms coded)
    {
        var shards = new List<TermShard>();
        var words = new ByteSink(1 << 14);
        for (int first = 0, end; first < postings.Count; first = end)
        {
            end = EndOf(postings, coded, first);
            words.Clear();
            words.Varint(end - first);
            for (var term = first; term < end; term++)
            {
                FrontCoding.Write(words, term == first ? [] : postings.TermAt(term - 1), postings.TermAt(term));
                words.Varint(((long)postings.CountOf(term) * (MostLow + 1)) + coded[term].Low);
                words.Varint(coded[term].PositionsLength);
            }
            shards.Add(new(first, end, words.ToArray()));
        }
        return shards;
    }

    private static int EndOf(Postings postings, CodedTerms coded, int first)
    {
        var (size, weight, vain, share) = (0, 0.0, 0.0, 0.0);
        var (best, shortest, least) = (-1, int.MaxValue, uint.MaxValue);
        for (var term = first; term < postings.Count; term++)
        {
            var text = postings.TermAt(term);
            if (size >= Least && share >= Earliest) Consider(term, text);
            var count = postings.CountOf(term);
            var (length, own) = (EntryLength(postings.Analyzed.Count, count, coded[term].Low), WeightOf(count, text));
            vain += weight * length + own * size;
            (size, weight) = (size + length, weight + own);
            share = text[0] == TermSpace.Fingerprint ? size / Fingerprints : (vain + Anything * size) / InVain;
            if (size - length >= Least && (share > Latest || size > Most)) return best < 0 ? term : best;
        }
        return postings.Count;

        void Consider(int term, ReadOnlySpan<byte> text)
        {
            var separator = SeparatorLength(postings.TermAt(term - 1), text);
            if (separator > shortest) return;
            var hash = Checksum.Of(text);
            if (separator == shortest && hash >= least) return;
            (best, shortest, least) = (term, separator, hash);
        }
    }

    /// <summary>The postings of its terms.</summary>
    public byte[] DataOf(CodedTerms coded)
    {
        var data = new BitSink((int)(coded.PostingsLength(First, End) / 8) + sizeof(ulong));
        coded.WritePostings(First, End, data);
        return data.Closed().ToArray();
    }

    /// <summary>The shortest string that parts a term from the one before it.</summary>
    public static byte[] Separator(Postings postings, int term) =>
        term == 0 ? [] : postings.TermAt(term)[..SeparatorLength(postings.TermAt(term - 1), postings.TermAt(term))].ToArray();

    /// <summary>How many documents are listed: those that have a term, or those that have not where they are fewer.</summary>
    public static int Listed(int documents, int having) => Math.Min(having, documents - having);

    /// <summary>For the differences of documents, whose mean tells it: no file has to.</summary>
    /// <param name="listed">At least one of them.</param>
    public static int LowOfGaps(int documents, int listed)
    {
        var mean = (documents - listed) * 11L / (16L * listed);
        return mean == 0 ? 0 : BitOperations.Log2((ulong)mean) + 1;
    }

    private static int SeparatorLength(ReadOnlySpan<byte> before, ReadOnlySpan<byte> text)
    {
        var length = before.CommonPrefixLength(text) + 1;
        while (length < text.Length && (text[length] & 0xC0) == 0x80) length++; // to the end of a character
        return length;
    }

    /// <summary>How often it is looked up, roughly: names less than words, and not what one document has.</summary>
    private static double WeightOf(int count, ReadOnlySpan<byte> text)
    {
        if (count < 2 || text[0] < ' ') return 0;
        return Math.Sqrt(count) * (text.ContainsAnyExcept(Letters) ? 0.2 : 1);
    }

    /// <summary>In bytes, roughly.</summary>
    private static int EntryLength(int documents, int count, int low)
    {
        var listed = Listed(documents, count);
        return (count * (low + 2) + (listed == 0 ? 0 : listed * (LowOfGaps(documents, listed) + 2))) / 8 + WordLength;
    }
}
