using Archive.Search;
using Archive.Search.Analysis;
using Xunit;
using static Archive.Tests.Search.SearchExamples;

namespace Archive.Tests.Search.Querying;

/// <summary>The ranking against the published formula, computed in floating point from the texts.</summary>
public sealed class OracleTests
{
    private static readonly System.Collections.Immutable.ImmutableArray<SearchDocument> Documents = Random(200, seed: 7);
    private static readonly SearchIndex All = Index(Documents);

    [Theory]
    [InlineData("disk")]
    [InlineData("disk memory leak timeout rollback")]
    [InlineData("certificate expired certificate queue pod deploy")]
    public void Scores_are_those_of_bm25f(string text)
    {
        var answer = All.Search(new() { Text = text, Limit = 1000, IsExplaining = true });
        var average = RoundedDown(Documents.Average(Length));
        foreach (var hit in answer.Hits)
        {
            var document = Documents.Single(d => d.Id == hit.Id);
            var expected = text.Split(' ').Sum(word => Bm25(Stem(word), document, average));
            var words = hit.Explanation.Where(p => text.Contains(p.What, StringComparison.Ordinal)).Sum(p => p.Score) / 1024.0 / 255 * Math.Log(2);
            Assert.InRange(words, expected - 0.02 * text.Split(' ').Length, expected + 0.02 * text.Split(' ').Length);
        }
    }

    [Fact]
    public void Every_document_with_one_of_the_words_is_found() =>
        Assert.Equal(Documents.Where(d => Frequency(d, "disk") + Frequency(d, "leak") > 0).Select(d => d.Id).Order(), All.Ids("disk leak").Order());

    private static double Bm25(string term, SearchDocument document, double average)
    {
        var having = Documents.Count(d => Frequency(d, term) > 0);
        var idf = Math.Log((Documents.Length + 1) / (having + 0.5));
        var frequency = Frequency(document, term) / (0.25 + 0.75 * RoundedDown(Length(document)) / average);
        return idf * frequency / (1.25 + frequency);
    }

    private static int Weight(Passage passage) => passage.Field == SearchField.Title ? 2 : 1;

    private static double Frequency(SearchDocument document, string term) => document.Passages.Sum(p => Weight(p) * p.Text.Split(' ').Count(w => Stem(w) == term));

    private static double Length(SearchDocument document) => document.Passages.Sum(p => Weight(p) * p.Text.Split(' ').Count(w => w is not ("the" or "was" or "of")));

    /// <summary>To a sixteenth of a power of two.</summary>
    private static double RoundedDown(double average) => Math.Pow(2, Math.Floor(Math.Log2(average) * 16 + 0.001) / 16);

    private static string Stem(string word)
    {
        Span<char> letters = word.ToCharArray();
        return letters[..Porter2.Stem(letters)].ToString();
    }
}
