using Archive.Search.Indexing;
using Xunit;

namespace Archive.Tests.Search.Indexing;

public sealed class OccurrencesTests
{
    [Fact]
    public void Each_term_comes_once_with_its_weights_added_up()
    {
        var occurrences = new Occurrences();
        occurrences.Clear();
        occurrences.Add(900, 0, 2);
        occurrences.Add(7, 1, 1);
        occurrences.Add(900, 40, 1);
        occurrences.Add(8, Occurrences.NoPosition, 2);
        Assert.Equal([(900, 3), (7, 1), (8, 2)], Terms(occurrences).Select(t => (t.Term, t.Frequency)));
    }

    [Fact]
    public void Positions_are_twice_what_they_are_and_one_more_where_others_follow()
    {
        var occurrences = new Occurrences();
        occurrences.Clear();
        occurrences.Add(5, 3, 1);
        occurrences.Add(6, 4, 1);
        occurrences.Add(5, 5, 1);
        occurrences.Add(7, Occurrences.NoPosition, 1);
        Assert.Equal(["8,4", "9", "0"], Terms(occurrences).Select(t => t.Positions));
    }

    [Fact]
    public void The_next_document_begins_with_nothing()
    {
        var occurrences = new Occurrences();
        occurrences.Clear();
        occurrences.Add(5, 3, 1);
        occurrences.AddWord(5);
        occurrences.Clear();
        Assert.Empty(Terms(occurrences));
        Assert.Empty(Words(occurrences));
    }

    [Fact]
    public void A_plain_word_comes_once()
    {
        var occurrences = new Occurrences();
        occurrences.Clear();
        foreach (var word in (int[])[3, 70_000, 3]) occurrences.AddWord(word);
        Assert.Equal([3, 70_000], Words(occurrences));
    }

    private static List<(int Term, int Frequency, string Positions)> Terms(Occurrences occurrences)
    {
        var counted = occurrences.ToCounted(new Lexicon());
        var read = new List<(int, int, string)>();
        for (var terms = new CountedTermReader(counted.Bytes); terms.MoveNext();)
        {
            read.Add((terms.Term, terms.Frequency, string.Join(',', counted.Positions.AsSpan(terms.PositionsStart, terms.PositionsLength).ToArray())));
        }
        return read;
    }

    private static List<int> Words(Occurrences occurrences)
    {
        var counted = occurrences.ToCounted(new Lexicon());
        var read = new List<int>();
        for (var words = new CountedWordReader(counted.Bytes.AsSpan(counted.WordsStart)); words.MoveNext();) read.Add(words.Word);
        return read;
    }
}
