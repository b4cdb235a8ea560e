using Archive.Search.Indexing;
using Xunit;

namespace Archive.Tests.Search.Indexing;

public sealed class LexiconTests
{
    [Fact]
    public void A_text_keeps_its_number_and_a_number_its_text()
    {
        var lexicon = new Lexicon();
        var texts = Texts();
        var numbers = texts.ConvertAll(t => lexicon.Of(t));
        Assert.Equal(Enumerable.Range(0, texts.Count), numbers);
        Assert.Equal(numbers, texts.ConvertAll(t => lexicon.Of(t)));
        Assert.Equal(texts, numbers.ConvertAll(n => lexicon[n].ToString()));
    }

    [Fact]
    public void Many_threads_get_one_number_for_one_text()
    {
        var lexicon = new Lexicon();
        var texts = Texts();
        var numbers = new int[4][];
        Parallel.For(0, numbers.Length, thread => numbers[thread] = [.. texts.Select((_, i) => lexicon.Of(texts[(i * 7919 + thread * 101) % texts.Count]))]);
        Assert.Equal(texts.Count, lexicon.Count);
        for (var thread = 0; thread < numbers.Length; thread++)
        {
            Assert.Equal(texts.Select((_, i) => texts[(i * 7919 + thread * 101) % texts.Count]), numbers[thread].Select(n => lexicon[n].ToString()));
        }
    }

    [Theory]
    [InlineData("pod", true)]
    [InlineData("störung", true)]
    [InlineData("ab", false)]
    [InlineData("x509", false)]
    [InlineData("abcdefghijklmnopqrstuvwxy", false)]
    public void A_plain_word_is_made_of_3_to_24_letters(string text, bool isPlain)
    {
        var lexicon = new Lexicon();
        Assert.Equal(isPlain, lexicon.Known(lexicon.Of(text)).IsPlainWord);
    }

    /// <summary>Of every length to 40, and such as differ in one unit only, in their case or above ASCII.</summary>
    private static List<string> Texts() =>
    [
        .. Enumerable.Range(0, 41).SelectMany(length => (string[])[new('a', length), .. Enumerable.Range(0, length).SelectMany(at => Varied(new('a', length), at))]),
        .. Enumerable.Range(0, 20_000).Select(i => $"n{i}"),
        new('c', 100_000), "behind a very long one",
    ];

    private static IEnumerable<string> Varied(string text, int at) => "bAä\u8061\u0161".Select(unit => text[..at] + unit + text[(at + 1)..]);
}
