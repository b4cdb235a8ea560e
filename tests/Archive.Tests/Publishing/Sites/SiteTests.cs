using Archive.Publishing.Sites;
using Xunit;

namespace Archive.Tests.Publishing.Sites;

public sealed class SiteTests
{
    [Theory]
    [InlineData("a/index.html", "a/index.html")]
    [InlineData("a/index.html", "A/Index.html")]
    [InlineData("a", "a/b/index.html")]
    [InlineData("a/B", "a/b/c/d.txt")]
    public void Two_pages_cannot_stand_in_one_place(string one, string other)
    {
        Assert.Throws<ArgumentException>(() => Of(one, other));
        Assert.Throws<ArgumentException>(() => Of(one).With(Of(other).Pages));
        Assert.Throws<ArgumentException>(() => Of(other).With(Of(one).Pages));
    }

    [Fact]
    public void Pages_stand_in_ordinal_order() =>
        Assert.Equal(["a/b.txt", "a/c/d.txt", "index.html", "z.txt"], Of("z.txt", "index.html", "a/c/d.txt", "a/b.txt").Pages.Select(p => p.Path.File));

    [Fact]
    public void Pages_that_come_later_stand_among_the_others()
    {
        var (first, later) = (Of("b", "d/e", "z"), Of("a", "c", "d/f", "zz"));
        var whole = first.With(later.Pages);
        Assert.Equal(["a", "b", "c", "d/e", "d/f", "z", "zz"], whole.Pages.Select(p => p.Path.File));
        Assert.Equal(whole.Pages.Select(p => p.Path.File), whole.ByFile.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(3, first.ByFile.Count);
    }

    private static Site Of(params string[] files) => new(files.Select(f => Page.OfText(SitePath.OfFile(f), _ => { })));
}
