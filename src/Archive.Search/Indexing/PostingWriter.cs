namespace Archive.Search.Indexing;

/// <summary>Which documents have a term, and how often, in few bits: as <c>FORMAT.md</c> says.</summary>
internal static class PostingWriter
{
    /// <param name="documents">How many there are in all.</param>
    /// <param name="low">How many low bits the frequencies have.</param>
    public static void Write(TermEntries entries, int documents, int low, BitSink bits)
    {
        var having = entries.Documents;
        var listed = TermShard.Listed(documents, having.Length);
        if (listed == having.Length) WriteList(having, TermShard.LowOfGaps(documents, listed), bits);
        else if (listed > 0) WriteOthers(having, documents, TermShard.LowOfGaps(documents, listed), bits);
        foreach (var frequency in entries.Frequencies) bits.Rice(frequency, low);
    }

    private static void WriteList(ReadOnlySpan<int> having, int low, BitSink bits)
    {
        var next = 0;
        foreach (var document in having)
        {
            bits.Rice((uint)(document - next), low);
            next = document + 1;
        }
    }

    /// <summary>The documents that have it not.</summary>
    private static void WriteOthers(ReadOnlySpan<int> having, int documents, int low, BitSink bits)
    {
        var (next, before) = (0, -1);
        foreach (var document in having) WriteUpTo(document);
        WriteUpTo(documents);

        void WriteUpTo(int document)
        {
            for (; next < document; (before, next) = (next, next + 1)) bits.Rice((uint)(next - before - 1), low);
            next++;
        }
    }
}
