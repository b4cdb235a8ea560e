using System.Globalization;
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
        occurrences.Add(9, 4, 1, word: 70_000);
        occurrences.Clear();
        Assert.Empty(Terms(occurrences));
        Assert.Empty(Words(occurrences));
    }

    [Fact]
    public void A_plain_word_comes_once()
    {
        var occurrences = new Occurrences();
        occurrences.Clear();
        foreach (var word in (int[])[3, 70_000, 3, 70_000]) occurrences.Add(3, 0, 1, word);
        Assert.Equal([3, 70_000], Words(occurrences));
    }

    [Fact]
    public void What_no_byte_has_room_for_is_kept_all_the_same()
    {
        var occurrences = new Occurrences();
        occurrences.Clear();
        for (var place = 0; place < 1000; place++) occurrences.Add(5, place * 100, 9);
        var (term, frequency, positions) = Assert.Single(Terms(occurrences));
        Assert.Equal((5, 9000, 1000), (term, frequency, positions.Split(',').Count(b => int.Parse(b, CultureInfo.InvariantCulture) < 128)));
    }

    [Fact]
    public void A_document_may_have_many_terms_and_the_next_few()
    {
        var occurrences = new Occurrences();
        occurrences.Clear();
        for (var term = 0; term < 20_000; term++) occurrences.Add(term * 7, term, 1);
        Assert.Equal(Enumerable.Range(0, 20_000).Select(t => t * 7), Terms(occurrences).Select(t => t.Term));
        occurrences.Clear();
        occurrences.Add(7, 1, 1);
        Assert.Equal([(7, 1)], Terms(occurrences).Select(t => (t.Term, t.Frequency)));
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
        for (var terms = new CountedTermReader(counted.Bytes); terms.MoveNext();)
        {
            if (terms.IsWord) read.Add(terms.Term);
        }
        for (var words = new InflectedWordReader(counted.Bytes.AsSpan(counted.WordsStart)); words.MoveNext();) read.Add(words.Word);
        return read;
    }
}
