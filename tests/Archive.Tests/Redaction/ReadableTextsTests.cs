using System.IO.Compression;
using System.Text;
using Archive.Incidents.Redaction;
using Xunit;

namespace Archive.Tests.Redaction;

/// <summary>A file is read as a person or a program would read it, however its letters are written.</summary>
public sealed class ReadableTextsTests
{
    [Theory]
    [InlineData("Ines &amp; Co", "ines & co")]
    [InlineData("In&#101;s, &#x49;nes; A&B", "ines, ines; a&b")]
    [InlineData("&amp;lt;b&amp;gt;", "<b>")]
    [InlineData("R&D; AT&T &unknown; &", "r&d; at&t &unknown; &")]
    [InlineData("ines%20odu%79a 100 %", "ines oduya 100 %")]
    [InlineData("%C3%A9t%c3%a9%41bc %e9 %zz%2", "étéabc %e9 %zz%2")]
    [InlineData("""in\u0065s \x49nes \69 nes""", "ines ines ines")]
    [InlineData("""\ud83d.""", ".")]
    [InlineData("&lt;&#37;41 \\u0026amp;", "<a &")]
    [InlineData("Ines \u2013 Оduya\u200B", "ines - oduya")]
    public void Escapes_are_undone_and_letters_folded(string written, string read) => Assert.Equal(read, Content(written));

    [Fact]
    public void Tags_of_blocks_part_words_and_others_do_not()
    {
        using var texts = ReadableTexts.Of("a.html", "<p>In<b>es</b></p><li>Oduya <a href=\"x\">&amp;i</a>"u8);
        Assert.Equal(" ines  oduya &i", texts.WithoutTags.ToString());
    }

    [Fact]
    public void What_has_no_tags_is_not_read_twice()
    {
        using var texts = ReadableTexts.Of("a.txt", "Ines"u8);
        Assert.True(texts.WithoutTags.IsEmpty);
    }

    [Fact]
    public void A_path_is_read_too()
    {
        using var texts = ReadableTexts.Of("incidents/INC-031/index.html", []);
        Assert.Equal("incidents inc-031 index.html", texts.Path.ToString());
    }

    [Fact]
    public void A_packed_file_is_unpacked()
    {
        using var packed = new MemoryStream();
        using (var pack = new GZipStream(packed, CompressionMode.Compress)) pack.Write("Ines"u8);
        using var texts = ReadableTexts.Of("a.gz", packed.ToArray());
        Assert.Equal("ines", texts.Content.ToString());
    }

    private static string Content(string written)
    {
        using var texts = ReadableTexts.Of("a.txt", Encoding.UTF8.GetBytes(written));
        return texts.Content.ToString();
    }
}
