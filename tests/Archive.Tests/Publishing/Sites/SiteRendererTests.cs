using System.Collections.Concurrent;
using System.Text;
using Archive.Publishing.Sites;
using Xunit;

namespace Archive.Tests.Publishing.Sites;

public sealed class SiteRendererTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(33)]
    [InlineData(1000)]
    public void Every_page_is_rendered_once(int count)
    {
        var rendered = new ConcurrentBag<string>();
        var site = new Site(Enumerable.Range(0, count).Select(i => Page.OfText(SitePath.OfFile($"{i}.txt"), to => to.Write(i))));
        SiteRenderer.RenderAll(site, Files.SiteWriterTests.NoTemplates, (page, bytes) => rendered.Add($"{page.Path}={Encoding.UTF8.GetString(bytes.Span)}"));
        Assert.Equal(Enumerable.Range(0, count).Select(i => $"{i}.txt={i}").Order(StringComparer.Ordinal), rendered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_error_comes_out_without_a_wrapping()
    {
        var site = new Site(Enumerable.Range(0, 100).Select(i => Page.OfText(SitePath.OfFile($"{i}.txt"), to => to.Write(i == 50 ? throw new FormatException("50") : i))));
        Assert.Throws<FormatException>(() => SiteRenderer.RenderAll(site, Files.SiteWriterTests.NoTemplates, (_, _) => { }));
        Assert.Throws<FormatException>(() => SiteRenderer.RenderAll(new([Page.OfText(SitePath.Root, _ => { })]), Files.SiteWriterTests.NoTemplates, (_, _) => throw new FormatException("use")));
    }

    [Fact]
    public void A_buffer_forgets_a_page_that_failed()
    {
        using var buffer = new PageBuffer();
        var broken = Page.OfText(SitePath.Root, to =>
        {
            to.Write("half a page");
            throw new FormatException("broken");
        });
        Assert.Throws<FormatException>(() => buffer.Rendered(broken, Files.SiteWriterTests.NoTemplates));
        Assert.Equal("whole"u8.ToArray(), buffer.Rendered(Page.OfText(SitePath.Root, to => to.Write("whole")), Files.SiteWriterTests.NoTemplates).ToArray());
    }
}
