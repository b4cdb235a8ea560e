using Archive.Publishing.Documents;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Archive.Tests.Publishing.Documents;

public sealed class RecentWordsTests
{
    [Fact]
    public void A_text_comes_back_as_it_is_whatever_was_read_before()
    {
        var words = new RecentWords();
        var texts = Gen.Elements("a", "b", "-", " ", "é", "status", new string('x', 60)).ListOf().Select(parts => string.Concat(parts));
        Prop.ForAll(texts.ToArbitrary(), text => words.Of(text) == text).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    [Fact]
    public void The_same_word_twice_is_one_string()
    {
        var words = new RecentWords();
        Assert.Same(words.Of("status"), words.Of("the status".AsSpan(4)));
    }
}
