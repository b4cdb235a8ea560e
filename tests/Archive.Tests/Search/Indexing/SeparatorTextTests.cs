using System.Text;
using Archive.Search;
using Archive.Search.Indexing;
using Xunit;

namespace Archive.Tests.Search.Indexing;

public sealed class SeparatorTextTests
{
    private static string Again(params string[] separators) =>
        string.Join('|', SeparatorText.Read(SeparatorText.Write(separators.Select(Encoding.UTF8.GetBytes))).Select(Encoding.UTF8.GetString));

    [Fact]
    public void It_says_how_many_characters_are_shared() => Assert.Equal("AAbaCrDtAc", SeparatorText.Write([[], .. new[] { "ba", "bar", "bart", "c" }.Select(Encoding.UTF8.GetBytes)]));

    [Theory]
    [InlineData("|a|ab|b")]
    [InlineData("|caf\u00e9|caf\u00e9s|\u6771|\u6771\u4eac")]
    [InlineData("|\ud83d\ude00|\ud83d\ude01")]
    [InlineData("|\u0001a|\u00033f|abcdefghijklmnopqrstuvwxyz0123|abcdefghijklmnopqrstuvwxyz0124")]
    public void It_is_read_as_it_was_written(string separators) => Assert.Equal(separators, Again(separators.Split('|')));

    [Theory]
    [InlineData("a")]
    [InlineData("AAbZc")]
    public void A_broken_one_is_refused(string text) => Assert.Equal(IndexFault.Corrupt, Assert.Throws<SearchIndexException>(() => SeparatorText.Read(text)).Fault);
}
