using System.Text;

namespace Archive.Search.Indexing;

/// <summary>The words that corrections choose from: plain words, of two documents or more where these are many; a file for each first letter.</summary>
internal static class WordFiles
{
    /// <summary>In an archive of no more documents than this, a word of one document is worth a few bytes.</summary>
    private const int FewDocuments = 1000;

    /// <returns>The checksum by name of the letter, sorted by name.</returns>
    public static SortedDictionary<string, uint> Add(IndexFiles files, IReadOnlyList<AnalyzedDocument> documents, MergedLexicon lexicon)
    {
        var counts = new int[lexicon.Count];
        foreach (var document in documents)
        {
            var numbers = lexicon.NumbersOf(document.Lexicon);
            for (var terms = document.Terms; terms.MoveNext();)
            {
                if (terms.IsWord) counts[numbers[terms.Term]]++;
            }
            for (var words = document.Inflected; words.MoveNext();) counts[numbers[words.Word]]++;
        }
        var sorted = SortedTerms.Of(lexicon, counts, least: documents.Count <= FewDocuments ? 1 : 2);
        var counted = Array.ConvertAll(sorted.Numbers, number => counts[number]);
        var checks = new SortedDictionary<string, uint>(StringComparer.Ordinal);
        foreach (var letter in Enumerable.Range(0, counted.Length).GroupBy(i => LetterOf(sorted.Terms[i]), StringComparer.Ordinal))
        {
            checks.Add(letter.Key, files.AddDeflated(IndexFormat.Words, BytesOf([.. letter], sorted.Terms, counted)));
        }
        return checks;
    }

    private static string LetterOf(byte[] word) => IndexFormat.WordFileOf(Encoding.UTF8.GetString(word)[0]);

    private static byte[] BytesOf(int[] words, byte[][] terms, int[] counts)
    {
        var bytes = new ByteSink(1024);
        byte[] before = [];
        bytes.Varint(words.Length);
        foreach (var word in words)
        {
            FrontCoding.Write(bytes, before, terms[word]);
            bytes.Varint(counts[word]);
            before = terms[word];
        }
        return bytes.ToArray();
    }
}
