using System.Globalization;
using System.Text;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;
using Xunit;

namespace Archive.Tests.Publishing.Templates;

/// <summary>Texts of any length, which are written eight letters at a time, are escaped as Handlebars escapes them.</summary>
public sealed class HtmlWriterTests
{
    [Theory]
    [InlineData('x')]
    [InlineData('~')]
    [InlineData(' ')]
    [InlineData('&')]
    [InlineData('<')]
    [InlineData('>')]
    [InlineData('"')]
    [InlineData('\'')]
    [InlineData('\t')]
    [InlineData('\0')]
    [InlineData('\u007f')]
    [InlineData('\u0085')]
    [InlineData('é')]
    [InlineData('\u0126')]
    [InlineData('障')]
    public void A_letter_is_written_alike_wherever_it_stands(char letter)
    {
        for (var length = 1; length < 26; length++)
        {
            for (var at = 0; at < length; at++)
            {
                var text = $"{new string('a', at)}{letter}{new string('b', length - at - 1)}";
                Assert.Equal(Encoded(text), Written(text));
            }
        }
    }

    [Fact]
    public void Every_letter_is_written_as_Handlebars_writes_it() =>
        Assert.All(Enumerable.Range(0, 0x300), c => Assert.Equal(Encoded($"1234{(char)c}56789"), Written($"1234{(char)c}56789")));

    [Theory]
    [InlineData(0)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_number_is_written(int number)
    {
        using var page = new PageBuffer();
        page.Html.Write(number);
        Assert.Equal(number.ToString(CultureInfo.InvariantCulture), Encoding.UTF8.GetString(page.Written().Span));
    }

    private static string Written(string text)
    {
        using var page = new PageBuffer();
        page.Html.WriteText(text);
        return Encoding.UTF8.GetString(page.Written().Span);
    }

    private static string Encoded(string text)
    {
        using var to = new StringWriter(CultureInfo.InvariantCulture);
        new HtmlTextEncoder().Encode(text, to);
        return to.ToString();
    }
}
