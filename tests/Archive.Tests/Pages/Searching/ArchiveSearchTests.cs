using Archive.Incidents;
using Archive.Incidents.Drafting;
using Archive.Incidents.Pages.Searching;
using Archive.Search;
using Archive.Tests.Cli;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Pages.Searching;

/// <summary>What is analysed, and when.</summary>
public sealed class ArchiveSearchTests
{
    [Fact]
    public void An_edit_analyses_one_document_anew()
    {
        using var folder = SoundArchive.Whole.OnDisk();
        var cache = new ReadCache();
        var before = SearchOf(folder, cache).Documents;
        folder.Replace($"input/{SoundArchive.Earlier}", "too small (INC-040)", "far too small");
        var after = SearchOf(folder, cache).Documents;
        Assert.Equal(["INC-040"], after.Where(d => !before.Contains(d)).Select(d => d.Id));
        Assert.Equal(["INC-040", "INC-042", "INC-043"], after.Select(d => d.Id));
    }

    [Fact]
    public void A_change_of_the_catalogue_analyses_all()
    {
        using var folder = SoundArchive.Whole.OnDisk();
        var cache = new ReadCache();
        var before = SearchOf(folder, cache).Documents;
        folder.Replace("input/services.yml", "Web shop", "Shop on the web");
        Assert.DoesNotContain(SearchOf(folder, cache).Documents, before.Contains);
    }

    [Fact]
    public void The_documents_are_forgotten_when_their_index_is_made()
    {
        using var folder = SoundArchive.Whole.OnDisk();
        var search = new ArchiveSearch(ArchiveReader.Read(folder.File("input"), SoundArchive.Today, cache: null, new()), cache: null);
        var before = search.Documents;
        Assert.NotEmpty(search.Files);
        Assert.DoesNotContain(search.Documents, before.Contains);
    }

    [Fact]
    public void A_brief_index_finds_by_title_and_by_service()
    {
        using var folder = SoundArchive.Whole.OnDisk();
        var archive = ArchiveReader.Read(folder.File("input"), SoundArchive.Today, cache: null, new());
        var index = BriefIndex.Of(archive);
        Assert.All(archive.Postmortems, p => Assert.Contains(p.Id, Found(index, p.Title)));
        Assert.All(archive.Postmortems, p => Assert.Contains(p.Id, Found(index, p.Services[0].Name)));
    }

    private static IEnumerable<string> Found(SearchIndex index, string text) => index.Search(new() { Text = text }).Hits.Select(h => h.Id);

    private static ArchiveSearch SearchOf(TemporaryFolder folder, ReadCache cache) =>
        new(ArchiveReader.Read(folder.File("input"), SoundArchive.Today, cache, new()), cache);
}
