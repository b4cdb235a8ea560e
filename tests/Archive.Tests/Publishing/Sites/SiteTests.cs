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
    public void Two_pages_cannot_stand_in_one_place(string one, string other) => Assert.Throws<ArgumentException>(() => Of(one, other));

    [Fact]
    public void Pages_stand_in_ordinal_order() =>
        Assert.Equal(["a/b.txt", "a/c/d.txt", "index.html", "z.txt"], Of("z.txt", "index.html", "a/c/d.txt", "a/b.txt").Pages.Select(p => p.Path.File));

    private static Site Of(params string[] files) => new(files.Select(f => Page.OfText(SitePath.OfFile(f), _ => { })));
}
