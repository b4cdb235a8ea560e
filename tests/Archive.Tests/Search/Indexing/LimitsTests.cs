using Xunit;
using static Archive.Tests.Search.SearchExamples;

namespace Archive.Tests.Search.Indexing;

public sealed class LimitsTests
{
    [Fact]
    public void An_archive_without_documents_answers()
    {
        var answer = Index().Search(new() { Text = "anything \"at all\" any* thign~ service:x" });
        Assert.Equal(0, answer.Total);
        Assert.Equal(0, Index().Search(new() { Text = "" }).Total);
    }

    [Fact]
    public void An_archive_of_one_document_finds_it() => Assert.Equal(["1"], Index(Document("1", "Alone")).Ids("alone"));

    [Fact]
    public void A_document_without_text_is_found_by_its_id() => Assert.Equal(["INC-9"], Index(Document("INC-9", ""), Document("INC-8", "x")).Ids("id:INC-9"));

    [Fact]
    public void A_document_of_five_megabytes_is_found_by_its_last_word()
    {
        var body = string.Join(' ', Enumerable.Range(0, 600_000).Select(i => $"word{i % 5000}")) + " finish";
        Assert.Equal(["1"], Index(Document("1", "Large", body), Document("2", "Small")).Ids("finish"));
    }

    [Fact]
    public void A_term_of_ten_thousand_characters_is_found()
    {
        var term = string.Concat(Enumerable.Range(0, 10_000).Select(i => (char)('a' + i % 26)));
        Assert.Equal(["1"], Index(Document("1", "Blob", term), Document("2", "Other")).Ids(term));
    }

    [Fact]
    public void A_query_of_a_hundred_kilobytes_is_answered()
    {
        var index = Index(Random(50));
        Assert.NotEmpty(index.Ids(string.Join('\n', Enumerable.Range(0, 5000).Select(i => $"at com.example.Disk.run{i}(line:{i})"))));
        Assert.NotEmpty(index.Ids(string.Concat(Enumerable.Repeat("disk OR memory AND NOT \"leak ", 4000))));
        Assert.NotEmpty(index.Ids(string.Concat(Enumerable.Repeat("(disk ", 16_000))));
    }

    [Theory]
    [InlineData("Störung im Übertragungsnetz", "ubertragungsnetz")]
    [InlineData("сбой базы данных", "базы")]
    [InlineData("データベース障害", "障害")]
    [InlineData("𝕊𝕖𝕣𝕧𝕖𝕣 down", "server")]
    [InlineData("𐐀𐐁𐐂 deseret", "𐐨𐐩𐐪")]
    [InlineData("قاعدة البيانات", "البيانات")]
    [InlineData("ﬁle ﬂush", "file")]
    public void Words_of_any_script_are_found(string title, string word) => Assert.Equal(["1"], Index(Document("1", title), Document("2", "other")).Ids(word));

    [Fact]
    public void Every_code_point_may_stand_in_a_document_and_in_a_query()
    {
        var text = string.Join(' ', Enumerable.Range(0, 0x110000 / 64).Select(i => i * 64).Where(p => p is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32));
        var index = Index(Document("1", "All planes", text));
        Assert.Equal(["1"], index.Ids("planes " + text[..2000]));
    }

    [Fact]
    public void Half_a_surrogate_pair_breaks_nothing()
    {
        var index = Index(Document("1", "Half \uD800 of a pair", "x\uDC00y \uD83D"));
        Assert.Equal(["1"], index.Ids("half \uD800"));
        var answer = index.Search(new() { Text = "pair" });
        Assert.Equal("Half", index.Search(new() { Text = "half" }).Hits[0].Title[..4]);
        Assert.NotNull(index.Snippet(answer.Hits[0], answer));
    }
}
