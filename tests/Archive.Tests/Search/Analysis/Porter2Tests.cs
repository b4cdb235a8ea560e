using Archive.Search.Analysis;
using Xunit;

namespace Archive.Tests.Search.Analysis;

public sealed class Porter2Tests
{
    public static TheoryData<string, string> Vocabulary =>
        new(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "porter2-vocabulary.txt"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(' '))
            .Select(pair => (pair[0], pair[1])));

    [Theory]
    [MemberData(nameof(Vocabulary))]
    public void A_word_of_the_published_vocabulary_has_its_published_stem(string word, string stem) => Assert.Equal(stem, StemOf(word));

    /// <summary>The examples of the published description, rule by rule.</summary>
    [Theory]
    [InlineData("ties", "tie")]
    [InlineData("cries", "cri")]
    [InlineData("gas", "gas")]
    [InlineData("this", "this")]
    [InlineData("gaps", "gap")]
    [InlineData("kiwis", "kiwi")]
    [InlineData("dying", "die")]
    [InlineData("herring", "herring")]
    [InlineData("evening", "evening")]
    [InlineData("luxuriated", "luxuri")]
    [InlineData("hopped", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("egged", "egg")]
    [InlineData("cry", "cri")]
    [InlineData("by", "by")]
    [InlineData("say", "say")]
    [InlineData("generate", "generat")]
    [InlineData("generally", "general")]
    [InlineData("generic", "generic")]
    [InlineData("generously", "generous")]
    [InlineData("past", "past")]
    [InlineData("paste", "paste")]
    [InlineData("university", "universiti")]
    [InlineData("laterally", "lateral")]
    [InlineData("geologist", "geolog")]
    [InlineData("geology", "geolog")]
    [InlineData("proceed", "proceed")]
    [InlineData("skies", "sky")]
    [InlineData("sky", "sky")]
    [InlineData("news", "news")]
    [InlineData("only", "onli")]
    [InlineData("bias", "bias")]
    public void A_rule_of_the_description_holds(string word, string stem) => Assert.Equal(stem, StemOf(word));

    private static string StemOf(string word)
    {
        var letters = word.ToCharArray();
        return new(letters, 0, Porter2.Stem(letters));
    }
}
