using Microsoft.Playwright;
using Xunit;

namespace Archive.BrowserTests;

public sealed class WithoutScriptTests(SampleSites sites)
{
    [Theory]
    [MemberData(nameof(SamplePages.Names), MemberType = typeof(SamplePages))]
    public async Task A_page_has_its_content_without_JavaScript(string page)
    {
        var window = await sites.OpenAsync(SamplePages.Of(page), new() { JavaScriptEnabled = false });

        var heading = await window.GetByRole(AriaRole.Main).GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();
        var text = await window.GetByRole(AriaRole.Main).InnerTextAsync();
        await window.CloseAsync();

        Assert.NotEmpty(heading);
        Assert.True(text.Length > heading.Length, "There is a heading and nothing below it");
    }

    [Theory]
    [MemberData(nameof(SamplePages.Names), MemberType = typeof(SamplePages))]
    public async Task A_page_asks_for_three_files_at_most_of_its_own_host_and_the_internal_archive_for_one_script(string page)
    {
        Assert.SkipWhen(page == SamplePages.Search.Name, "a search asks for its index");
        var sample = SamplePages.Of(page);
        var requests = new List<IRequest>();
        var window = await sites.Browser.NewPageAsync();
        window.Request += (_, request) => requests.Add(request);
        await sites.GoAsync(window, sample);
        await window.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await window.CloseAsync();

        var scripts = requests.Where(r => r.ResourceType == "script").ToList();
        Assert.InRange(requests.Count - scripts.Count, 1, 3);
        Assert.Equal(sample.IsPublic ? [] : ["start.js"], scripts.Select(r => Path.GetFileName(new Uri(r.Url).AbsolutePath)));
        Assert.All(requests, r => Assert.Equal(sites.ServerOf(sample).Address.Authority, new Uri(r.Url).Authority));
    }
}
