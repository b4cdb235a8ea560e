using System.Text;
using Archive.Publishing.Pictures;
using Xunit;

namespace Archive.Tests.Publishing.Pictures;

public class PictureCleaningTests
{
    private const string Secret = "taken by quavomirexut";

    public static TheoryData<string> Kinds => ["png", "jpg", "gif", "webp"];

    private static byte[] Of(string kind) => kind switch { "png" => SamplePictures.Png(Secret), "jpg" => SamplePictures.Jpeg(Secret), "gif" => SamplePictures.Gif(Secret), _ => SamplePictures.WebP(Secret) };

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whatever_is_not_the_picture_is_gone(string kind)
    {
        var clean = PictureCleaning.Of(Of(kind));
        Assert.Equal((null, $".{kind}"), (clean.Refusal, clean.Extension));
        Assert.Contains("quavomirexut", Latin(Of(kind)), StringComparison.Ordinal);
        Assert.DoesNotContain("quavomirexut", Latin(clean.Bytes), StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)exif|xmp|photoshop|iccp|jfif|author|time", Latin(clean.Bytes));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_clean_picture_stays_as_it_is(string kind)
    {
        var once = PictureCleaning.Of(Of(kind)).Bytes;
        Assert.Equal(once, PictureCleaning.Of(once).Bytes);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_picture_that_ends_too_early_is_refused_wherever_it_ends(string kind)
    {
        var whole = PictureCleaning.Of(Of(kind)).Bytes;
        Assert.All(Enumerable.Range(0, whole.Length - 1), length => Assert.NotNull(PictureCleaning.Of(whole[..length]).Refusal));
    }

    [Fact]
    public void What_shows_the_picture_stays()
    {
        Assert.Matches("IHDR.*IDAT.*IEND", Latin(PictureCleaning.Of(SamplePictures.Png(Secret)).Bytes).ReplaceLineEndings(" "));
        Assert.Matches("Adobe.*table.*frame.*codes.*scan", Latin(PictureCleaning.Of(SamplePictures.Jpeg(Secret)).Bytes));
        Assert.Equal(0, PictureCleaning.Of(SamplePictures.WebP(Secret)).Bytes[20] & 0x2C);
    }

    [Fact]
    public void A_picture_of_ten_megabytes_is_refused() => Assert.Contains("10,240 KB", PictureCleaning.Of(new byte[10 * 1024 * 1024]).Refusal, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7")]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&x;</text></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><g></svg>")]
    [InlineData("<svg><text>of no namespace</text></svg>")]
    public void What_is_no_picture_is_refused(string text) => Assert.NotNull(PictureCleaning.Of(Encoding.UTF8.GetBytes(text)).Refusal);

    [Theory]
    [InlineData("<!-- quavomirexut -->")]
    [InlineData("<?by quavomirexut?>")]
    [InlineData("<script>quavomirexut</script>")]
    [InlineData("<style>quavomirexut</style>")]
    [InlineData("<metadata>quavomirexut</metadata>")]
    [InlineData("<title>quavomirexut</title>")]
    [InlineData("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>quavomirexut</p></foreignObject>")]
    [InlineData("<image href='https://quavomirexut.example/a.png'/>")]
    [InlineData("<use href='quavomirexut.svg#a'/>")]
    [InlineData("<a href='javascript:quavomirexut()'><text>x</text></a>")]
    [InlineData("<rect onload='quavomirexut()'/>")]
    [InlineData("<rect style='background:url(quavomirexut)'/>")]
    [InlineData("<rect fill='url(https://quavomirexut.example)'/>")]
    [InlineData("<rect data-x='quavomirexut' class='quavomirexut'/>")]
    [InlineData("<x:rect xmlns:x='http://quavomirexut.example'/>")]
    public void What_runs_loads_or_remarks_is_gone_from_a_drawing(string part)
    {
        var clean = PictureCleaning.Of(Encoding.UTF8.GetBytes($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{part}<circle r='3' fill='url(#a)'/></svg>"));
        Assert.Null(clean.Refusal);
        Assert.DoesNotContain("quavomirexut", Latin(clean.Bytes), StringComparison.Ordinal);
        Assert.Contains("<circle r=\"3\" fill=\"url(#a)\" />", Latin(clean.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_drawing_says_is_known() => Assert.Equal("a b ", PictureCleaning.Of("<svg xmlns='http://www.w3.org/2000/svg'><text>a</text><g><text>b</text></g></svg>"u8.ToArray()).Words);
}
