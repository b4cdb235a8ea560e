using Xunit;

namespace Archive.BrowserTests;

public sealed class LinkTests(SampleSites sites)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_link_and_anchor_of_a_built_site_leads_somewhere(bool isPublic)
    {
        var pages = new BuiltPages((isPublic ? sites.Public : sites.Internal).Folder);

        string[] broken = [.. pages.BrokenLinks()];

        Assert.NotEmpty(pages.Files);
        Assert.True(broken.Length == 0, string.Join('\n', broken.Take(20)));
    }

    [Fact]
    public void A_link_to_a_page_or_an_anchor_that_is_not_there_is_found()
    {
        var folder = Directory.CreateTempSubdirectory("archive-links-").FullName;
        File.WriteAllText(Path.Combine(folder, "index.html"), "<a href=\"/gone/\">one</a> <a href=\"#gone\">two</a> <a id=here href=\"#here\">three</a>");

        string[] broken = [.. new BuiltPages(folder).BrokenLinks()];
        Directory.Delete(folder, recursive: true);

        Assert.Equal(["/ links to /gone/", "/ links to #gone"], broken);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_two_elements_of_a_page_have_one_id(bool isPublic)
    {
        var pages = new BuiltPages((isPublic ? sites.Public : sites.Internal).Folder);

        var doubled =
            from file in pages.Files
            from ids in pages.Parse(file).QuerySelectorAll("[id]").GroupBy(e => e.Id, StringComparer.Ordinal)
            where ids.Count() > 1
            select $"{file} has {ids.Count()} elements with the id {ids.Key}";

        Assert.Empty(doubled);
    }
}
