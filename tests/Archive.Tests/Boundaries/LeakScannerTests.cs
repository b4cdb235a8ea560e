using System.IO.Compression;
using System.Text;
using Xunit;

namespace Archive.Tests.Boundaries;

/// <summary>The check that guards the wall can itself fail: each way to hide a word is seen.</summary>
public class LeakScannerTests
{
    private const string Word = "quavomirexut";

    private static bool Sees(string text, string path = "index.html") => Sees(Encoding.UTF8.GetBytes(text), path);

    private static bool Sees(byte[] bytes, string path = "index.html") =>
        LeakScanner.Find(new Dictionary<string, byte[]> { [path] = bytes }, [Word]).Any(leak => leak.Word == Word && leak.File == path);

    [Theory]
    [InlineData("<p>about quavomirexut here</p>")]
    [InlineData("QuavoMirexut")]
    [InlineData("<!-- quavomirexut -->")]
    [InlineData("tuxerimovauq")]
    [InlineData("<b>quav</b>omi<i class=x>rexut</i>")]
    [InlineData("quav&#111;mire&#x78;ut")]
    [InlineData("quav%6Fmirexut")]
    [InlineData("""{"a":"quav\u006fmirexut"}""")]
    [InlineData("content:'quav\\6f mirexut'")]
    [InlineData("&lt;b&gt;quav&lt;/b&gt;omirexut")]
    [InlineData("quav\u200Bomire\u00ADxut")]
    [InlineData("quavo\n  mirexut")]
    public void A_hidden_word_is_seen(string text) => Assert.True(Sees(text));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("abc")]
    public void A_word_in_base64_is_seen_wherever_it_begins(string before) =>
        Assert.All([Word, "Quavomirexut", "QUAVOMIREXUT"], word =>
            Assert.True(Sees($"data:text/plain;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}{word} after"))}")));

    [Fact]
    public void A_word_in_base64_that_is_broken_into_lines_is_seen() =>
        Assert.True(Sees(Convert.ToBase64String(Encoding.UTF8.GetBytes(Word)).Insert(7, "\r\n")));

    [Fact]
    public void A_word_in_hex_is_seen() => Assert.True(Sees(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Word))));

    [Fact]
    public void A_word_in_two_byte_letters_is_seen() => Assert.True(Sees(Encoding.Unicode.GetBytes(Word)));

    [Fact]
    public void A_word_in_a_path_is_seen() => Assert.True(Sees("", $"incidents/{Word}/index.html"));

    [Fact]
    public void A_word_in_a_packed_twin_is_seen()
    {
        using var packed = new MemoryStream();
        using (var pack = new GZipStream(packed, CompressionLevel.Optimal)) pack.Write(Encoding.UTF8.GetBytes($"<p>{Word}</p>"));
        Assert.True(Sees(packed.ToArray(), "index.html.gz"));
    }

    [Fact]
    public void Where_the_word_is_not_nothing_is_seen() => Assert.False(Sees("<p>quavomirexat</p>"));
}
