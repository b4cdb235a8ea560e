using System.Text;

namespace Archive.Search.Indexing;

/// <summary>The words that corrections choose from: plain words, of two documents or more where these are many; a file for each first letter.</summary>
internal static class WordFiles
{
    /// <summary>In an archive of no more documents than this, a word of one document is worth a few bytes.</summary>
    private const int FewDocuments = 1000;

    /// <param name="counts">By number in the lexicon: how many documents have it as a plain word.</param>
    /// <returns>The checksum by name of the letter, sorted by name.</returns>
    public static SortedDictionary<string, uint> Add(IndexFiles files, SortedLexicon lexicon, int documents, int[] counts)
    {
        var words = lexicon.Having(counts, least: documents <= FewDocuments ? 1 : 2);
        List<(string Letter, int[] Words)> letters = [.. words.GroupBy(word => LetterOf(lexicon[word]), (letter, own) => (letter, own.ToArray()), StringComparer.Ordinal)];
        var checks = files.AddDeflated(IndexFormat.Words, letters.Count, i => new(BytesOf(letters[i].Words, lexicon, counts)));
        var named = new SortedDictionary<string, uint>(StringComparer.Ordinal);
        for (var i = 0; i < checks.Length; i++) named.Add(letters[i].Letter, checks[i]);
        return named;
    }

    private static string LetterOf(ReadOnlySpan<byte> word)
    {
        Rune.DecodeFromUtf8(word, out var first, out _);
        Span<char> units = stackalloc char[2];
        first.EncodeToUtf16(units);
        return IndexFormat.WordFileOf(units[0]);
    }

    private static byte[] BytesOf(int[] words, SortedLexicon lexicon, int[] counts)
    {
        var bytes = new ByteSink(1 << 14);
        ReadOnlySpan<byte> before = [];
        bytes.Varint(words.Length);
        foreach (var word in words)
        {
            FrontCoding.Write(bytes, before, lexicon[word]);
            bytes.Varint(counts[word]);
            before = lexicon[word];
        }
        return bytes.ToArray();
    }
}
