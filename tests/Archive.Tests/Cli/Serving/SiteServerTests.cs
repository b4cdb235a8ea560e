using System.Net;
using Archive.Incidents;
using Xunit;

namespace Archive.Tests.Cli.Serving;

public sealed class SiteServerTests
{
    private const string Example = "input/postmortems/2025/2025-03-11-sign-in-slow-after-release.md";

    [Fact]
    public async Task A_page_comes_with_its_type_its_headers_and_the_reload_script()
    {
        await using var served = await ServedArchive.StartAsync();
        using var answer = await served.SendAsync(HttpMethod.Get, "/");
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Contains("default-src 'none'; script-src 'self'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Contains($"<script src=\"/_archive/reload.js\" data-revision=\"{served.Live.State.Revision}\" defer></script></head>", html, StringComparison.Ordinal);
        Assert.Contains("EventSource", await served.GetAsync("/_archive/reload.js"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_known_is_not_sent_again()
    {
        await using var served = await ServedArchive.StartAsync();
        using var first = await served.SendAsync(HttpMethod.Get, "/");
        using var again = await served.SendAsync(HttpMethod.Get, "/", ("If-None-Match", $"\"other\", W/{first.Headers.ETag}"));
        using var other = await served.SendAsync(HttpMethod.Get, "/", ("If-None-Match", "\"other\""));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK), (first.StatusCode, again.StatusCode, other.StatusCode));
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_folder_without_its_slash_is_redirected()
    {
        await using var served = await ServedArchive.StartAsync();
        using var answer = await served.SendAsync(HttpMethod.Get, "/postmortems/inc-001?a=b");
        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal("/postmortems/inc-001/?a=b", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_site_that_will_stand_below_a_path_stands_there_here_too()
    {
        await using var served = await ServedArchive.StartAsync(before: folder =>
            folder.Replace("input/archive.yml", "https://incidents.example.com/", "https://example.com/our/archive/"));
        using var root = await served.SendAsync(HttpMethod.Get, "/");
        using var page = await served.SendAsync(HttpMethod.Get, "/our/archive/postmortems/inc-001");
        using var outside = await served.SendAsync(HttpMethod.Get, "/postmortems/inc-001/");
        Assert.Equal(("/our/archive/", "/our/archive/postmortems/inc-001/"), (root.Headers.Location?.OriginalString, page.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Theory]
    [InlineData("/nothing/here/")]
    [InlineData("//example.com")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    [InlineData("/_archive/nothing")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var served = await ServedArchive.StartAsync();
        using var answer = await served.Client.GetAsync(new Uri(served.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path), TestContext.Current.CancellationToken); // the server gave it one
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_missing_page_shows_the_sites_own_words()
    {
        await using var served = await ServedArchive.StartAsync();
        using var answer = await served.SendAsync(HttpMethod.Get, "/nothing/");
        Assert.Contains("<main", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("localhost:4040", HttpStatusCode.OK)]
    [InlineData("[::1]:4040", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost.evil.example:4040", HttpStatusCode.Forbidden)]
    public async Task Only_names_of_this_machine_are_answered(string host, HttpStatusCode status)
    {
        await using var served = await ServedArchive.StartAsync();
        using var answer = await served.SendAsync(HttpMethod.Get, "/", ("Host", host));
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Head_gives_the_length_and_no_body_and_other_methods_are_refused()
    {
        await using var served = await ServedArchive.StartAsync();
        using var head = await served.SendAsync(HttpMethod.Head, "/");
        using var post = await served.SendAsync(HttpMethod.Post, "/");
        Assert.True(head.Content.Headers.ContentLength > 0);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
    }

    [Fact]
    public async Task The_public_site_is_served_by_itself()
    {
        await using var served = await ServedArchive.StartAsync(Audience.Public);
        Assert.Contains("Sign-in was slow", await served.GetAsync("/incidents/2025-03-11-slow-sign-in/"), StringComparison.Ordinal);
        using var answer = await served.SendAsync(HttpMethod.Get, "/postmortems/inc-001/");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_edit_is_on_the_page_and_open_pages_are_told()
    {
        await using var served = await ServedArchive.StartAsync();
        await using var events = await served.Client.GetStreamAsync(new Uri("/_archive/events", UriKind.Relative), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(events);
        var first = await NextStateAsync(reader);
        served.Folder.Replace(Example, "title: Sign-in slow", "title: Sign-in crawling");
        var second = await NextStateAsync(reader);
        Assert.NotEqual(first, second);
        Assert.Contains("Sign-in crawling", await served.GetAsync("/postmortems/inc-001/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_an_editor_replaces_in_a_new_folder_is_seen()
    {
        await using var served = await ServedArchive.StartAsync();
        var text = served.Folder.Read(Example).Replace("id: INC-001", "id: INC-002", StringComparison.Ordinal);
        served.Folder.Write("input/postmortems/2024/new.md.tmp", text);
        File.Move(served.Folder.File("input/postmortems/2024/new.md.tmp"), served.Folder.File("input/postmortems/2024/new.md"));
        await ServedArchive.UntilAsync(async () => (await served.SendAsync(HttpMethod.Get, "/postmortems/inc-002/")).StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_broken_edit_keeps_the_last_good_page_and_shows_its_findings_until_it_is_mended()
    {
        await using var served = await ServedArchive.StartAsync();
        var good = served.Live.State.Revision;
        served.Folder.Replace(Example, "severity: sev2", "severity: sev9");
        await ServedArchive.UntilAsync(() => Task.FromResult(served.Live.State.IsBroken));
        Assert.Contains("Sign-in slow", await served.GetAsync("/postmortems/inc-001/"), StringComparison.Ordinal);
        Assert.Contains("unknown-severity", await served.GetAsync("/_archive/findings"), StringComparison.Ordinal);
        Assert.Contains("\"excerpt\":\"severity: sev9\\n", await served.GetAsync("/_archive/findings.json"), StringComparison.Ordinal);
        Assert.Equal(good, served.Live.State.Revision);
        served.Folder.Replace(Example, "severity: sev9", "severity: sev2");
        await ServedArchive.UntilAsync(() => Task.FromResult(!served.Live.State.IsBroken));
        Assert.NotEqual(good, served.Live.State.Revision);
        Assert.DoesNotContain("unknown-severity", await served.GetAsync("/_archive/findings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_with_findings_shows_them_instead_of_a_site()
    {
        await using var served = await ServedArchive.StartAsync(before: folder => folder.Replace(Example, "severity: sev2", "severity: <sev9>"));
        using var answer = await served.SendAsync(HttpMethod.Get, "/");
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("severity: &lt;sev9&gt;", html, StringComparison.Ordinal);
        Assert.Contains("data-revision=\"none\"", html, StringComparison.Ordinal);
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(',', answer.Headers.GetValues(name));

    private static async Task<string> NextStateAsync(StreamReader reader)
    {
        using var tooLong = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await reader.ReadLineAsync(tooLong.Token) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return line;
        }
        return "";
    }
}
