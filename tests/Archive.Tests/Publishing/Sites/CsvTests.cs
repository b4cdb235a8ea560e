using System.Globalization;
using Archive.Publishing.Sites;
using Xunit;

namespace Archive.Tests.Publishing.Sites;

public sealed class CsvTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("a\rb", "\"a\rb\"")]
    [InlineData(" a", "\" a\"")]
    [InlineData("a ", "\"a \"")]
    [InlineData("größe;x", "größe;x")]
    [InlineData("@ines.oduya", "@ines.oduya")]
    public void A_field_is_quoted_only_where_it_must_be(string field, string written) => Assert.Equal($"x,y\r\n{written},2\r\n", Written(["x", "y"], [field, "2"]));

    [Fact]
    public void An_empty_field_alone_in_its_row_is_still_a_row() => Assert.Equal("x\r\n\"\"\r\n", Written(["x"], [""]));

    [Fact]
    public void A_table_without_rows_has_its_header() => Assert.Equal("x,y\r\n", Written(["x", "y"]));

    [Fact]
    public void A_row_of_another_length_is_refused() => Assert.Throws<ArgumentException>(() => Written(["x", "y"], ["1"]));

    [Fact]
    public void A_table_is_a_page_without_a_byte_order_mark() =>
        Assert.Equal("id\r\nä\r\n"u8.ToArray(), SiteRenderer.Render(Csv.Plan(SitePath.OfFile("a.csv"), ["id"], () => [["ä"]]), Files.SiteWriterTests.NoTemplates));

    private static string Written(string[] header, params string[][] rows)
    {
        using var to = new StringWriter(CultureInfo.InvariantCulture);
        Csv.Write(to, [.. header], rows);
        return to.ToString();
    }
}
