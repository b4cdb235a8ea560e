using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Archive.Incidents;
using Archive.Tests.Cli;
using Archive.Tests.Redaction;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Boundaries;

/// <summary>The canary archive built once, for a test of each way in which something private could get out.</summary>
public sealed class CanarySite : IDisposable
{
    private readonly CanaryFolder _folder = new();

    public CanarySite()
    {
        Report = ArchiveBuild.Run(new() { InputFolder = _folder.Input, OutputFolder = _folder.Output, ThemeFolder = _folder.Theme, AsOf = ArchiveExamples.Today });
        var root = Path.Combine(_folder.Output, "public");
        Files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
    }

    public BuildReport Report { get; }

    public Dictionary<string, byte[]> Files { get; }

    public void Dispose() => _folder.Dispose();

    internal IReadOnlyList<string> Canaries(string place) => [.. _folder.Canaries.Where(c => c.Value.Contains(place, StringComparison.Ordinal)).Select(c => c.Key)];

    internal string Text(string file) => System.Text.Encoding.UTF8.GetString(Files[file]);

    internal IEnumerable<IHtmlDocument> Pages => Files.Keys.Where(f => f.EndsWith(".html", StringComparison.Ordinal)).Select(f => new HtmlParser().ParseDocument(Text(f)));
}

/// <summary>Thirty-six ways in which what is private has got out of status pages, one test each, by their numbers.</summary>
public sealed partial class LeakPathTests(CanarySite site) : IClassFixture<CanarySite>
{
    /// <summary>No word of these places stands in these files, in any form; the places have words, and the files are there.</summary>
    private void AssertKept(string place, Func<string, bool> isIn, string? except = null)
    {
        var words = site.Canaries(place).Except(except is null ? [] : site.Canaries(except)).ToList();
        var files = site.Files.Where(f => isIn(f.Key)).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        Assert.NotEmpty(words);
        Assert.NotEmpty(files);
        Assert.Empty(LeakScanner.Find(files, words));
    }

    private static bool Any(string file) => file.Length > 0;

    private static bool Page(string file) => file.EndsWith(".html", StringComparison.Ordinal);

    private static bool Feed(string file) => file is "history.atom" or "history.rss" or "feed.json";

    private static bool Api(string file) => file.EndsWith(".json", StringComparison.Ordinal) && file != "feed.json";

    private string[] Contents(string selector, string attribute) => [.. site.Pages.SelectMany(p => p.QuerySelectorAll(selector)).Select(e => e.GetAttribute(attribute) ?? "")];

    [Fact]
    public void Path_01_an_internal_section_in_a_page() => AssertKept("section", Page);

    [Fact]
    public void Path_02_an_internal_section_in_a_feed() => AssertKept("section", Feed);

    [Fact]
    public void Path_03_an_internal_section_in_the_api() => AssertKept("section", Api);

    [Fact]
    public void Path_04_a_search_index_of_what_is_internal() =>
        Assert.DoesNotContain(site.Files.Keys, f => f.Contains("search", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".js", StringComparison.Ordinal) || f.EndsWith(".bin", StringComparison.Ordinal));

    [Fact]
    public void Path_05_sitemap_robots_navigation_and_counts()
    {
        AssertKept("id of", f => f is "sitemap.xml" or "robots.txt" || Page(f));
        Assert.Equal(["1 incident"], site.Pages.SelectMany(p => p.QuerySelectorAll("h2 .small")).Select(e => e.TextContent));
        Assert.DoesNotContain("llms.txt", site.Files.Keys);
    }

    [Fact]
    public void Path_06_descriptions_previews_and_linked_data_of_internal_words()
    {
        string[] said = [.. Contents("meta[content]", "content"), .. site.Pages.Select(p => p.Title ?? ""), .. site.Pages.SelectMany(p => p.QuerySelectorAll("script")).Select(s => s.TextContent)];
        Assert.Contains(said, s => s.Contains("publicsummaryelder", StringComparison.Ordinal));
        Assert.DoesNotContain(said, s => site.Canaries("summary").Any(w => s.Contains(w, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Path_07_front_matter_and_data_attributes()
    {
        AssertKept("comment in front matter", Any);
        Assert.DoesNotContain(site.Pages.SelectMany(p => p.All).SelectMany(e => e.Attributes), a => a.Name.StartsWith("data-", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Files.Keys, f => site.Text(f).StartsWith("---", StringComparison.Ordinal));
    }

    [Fact]
    public void Path_08_comments_and_reference_definitions()
    {
        AssertKept("comment", Any);
        AssertKept("definition", Any);
        Assert.DoesNotContain(site.Files.Keys.Where(Page), f => site.Text(f).Contains("<!--", StringComparison.Ordinal));
    }

    [Fact]
    public void Path_09_hidden_elements_and_templates() =>
        Assert.Empty(site.Pages.SelectMany(p => p.QuerySelectorAll("template,noscript,[hidden],[aria-hidden=true]:not(svg),input[type=hidden],details:not([open])")));

    [Fact]
    public void Path_10_alternative_texts_titles_and_targets_of_links()
    {
        AssertKept("title of a link", Any);
        AssertKept("text of a picture", Any);
        Assert.All(Contents("[href],[src]", "href"), h => Assert.DoesNotContain(".md", h, StringComparison.Ordinal));
    }

    [Fact]
    public void Path_11_code_and_text_in_drawings()
    {
        AssertKept("code", Any);
        AssertKept("text in a picture", Any);
        AssertKept("in a picture of a note", Any);
    }

    [Fact]
    public void Path_12_metadata_of_pictures() => AssertKept("of a picture of a note", Any);

    [Fact]
    public void Path_13_text_in_screenshots_is_said_to_be_the_reviewers() =>
        Assert.Contains("nobody checks but you", Archive.Incidents.Validation.RuleCatalogue.Find("unpublishable-picture")!.Explanation, StringComparison.Ordinal);

    [Fact]
    public void Path_14_names_of_files_and_folders()
    {
        AssertKept("file name", Any);
        AssertKept("name of a folder", Any);
        AssertKept("name of a picture", Any);
    }

    [Fact]
    public void Path_15_addresses_and_redirects_of_what_is_hidden()
    {
        AssertKept("slug of", Any);
        AssertKept("former slug of", Any);
        Assert.Equal("/incidents/publicaliaslinden/ /incidents/publicslugalder/ 301!\n", site.Text("_redirects"));
    }

    [Fact]
    public void Path_16_numbers_tickets_and_hashes_for_ids()
    {
        AssertKept("id of the published incident", Any);
        AssertKept("ticket", Any);
        Assert.Contains("incidents/publicidcedr.json", site.Files.Keys);
    }

    [Fact]
    public void Path_17_counts_averages_and_pages_of_lists()
    {
        Assert.Single(site.Files.Keys, f => f.StartsWith("history/", StringComparison.Ordinal) && f != "history/index.html");
        Assert.DoesNotContain(site.Files.Keys.Where(Page), f => SomeOfMany().IsMatch(site.Text(f)));
    }

    [Fact]
    public void Path_18_the_order_of_what_is_shown()
    {
        using var other = new CanaryFolder(variant: 2);
        Assert.Equal(site.Text("sitemap.xml"), PublicFilesOf(other)["sitemap.xml"]);
        Assert.Equal(site.Text("api/v2/incidents.json"), PublicFilesOf(other)["api/v2/incidents.json"]);
    }

    [Fact]
    public void Path_19_days_that_move_when_internal_text_is_edited()
    {
        using var other = new CanaryFolder(variant: 1);
        var files = PublicFilesOf(other);
        Assert.All((string[])["history.atom", "history.rss", "feed.json", "sitemap.xml", "api/v2/status.json"], f => Assert.Equal(site.Text(f), files[f]));
    }

    [Fact]
    public void Path_20_authors_commits_edit_links_and_generators()
    {
        AssertKept("author", Any);
        AssertKept("on the forge", Any);
        Assert.Empty(site.Pages.SelectMany(p => p.QuerySelectorAll("meta[name=generator],meta[name=author],[rel=edit]")));
    }

    [Fact]
    public void Path_21_absolute_paths_of_the_build() =>
        Assert.DoesNotContain(site.Files.Keys, f => site.Text(f).Contains(Path.GetTempPath(), StringComparison.Ordinal) || site.Text(f).Contains("/home/", StringComparison.Ordinal));

    [Fact]
    public void Path_22_sources_maps_backups_and_links() =>
        Assert.Subset(new HashSet<string>([".html", ".json", ".atom", ".rss", ".xml", ".txt", ".css", ".svg", ".png", ".archive-site", ""]), site.Files.Keys.Select(Path.GetExtension).OfType<string>().ToHashSet());

    [Fact]
    public void Path_23_files_of_an_earlier_build()
    {
        using var folder = SoundArchive.Whole.OnDisk();
        var request = SoundArchive.RequestFor(folder) with { Audiences = [Audience.Public] };
        ArchiveBuild.Run(request);
        Assert.True(File.Exists(folder.File("output/public/incidents/2026-04-25-sign-in-was-slow/index.html")));
        File.Delete(folder.File($"input/{SoundArchive.Note}"));
        ArchiveBuild.Run(request);
        Assert.DoesNotContain(Directory.EnumerateFiles(folder.File("output"), "*", SearchOption.AllDirectories), f => f.Contains("sign-in", StringComparison.Ordinal) || f.Contains("k3v9x0q2m7ab", StringComparison.Ordinal));
    }

    [Fact]
    public void Path_24_drafts_embargoes_and_what_security_holds()
    {
        foreach (var place in (string[])["a draft", "an embargo", "a security note", "an open incident of security", "an embargoed open incident"]) AssertKept(place, Any);
    }

    [Fact]
    public void Path_25_internal_names_of_components()
    {
        AssertKept("service name", Any);
        AssertKept("service id", Any);
        AssertKept("name of a service without public name", Any);
    }

    [Fact]
    public void Path_26_the_address_of_the_internal_site() => AssertKept("of the internal site", Any);

    [Fact]
    public void Path_27_classes_and_anchors_of_internal_words()
    {
        AssertKept("class in an internal style sheet", Any);
        AssertKept("heading", Any);
    }

    [Fact]
    public void Path_28_comments_in_styles() => AssertKept("comment in a public style sheet", f => f.EndsWith(".css", StringComparison.Ordinal));

    [Fact]
    public void Path_29_compressed_twins() => Assert.DoesNotContain(site.Files, f => f.Key.EndsWith(".gz", StringComparison.Ordinal) || f.Key.EndsWith(".br", StringComparison.Ordinal) || f.Value is [0x1f, 0x8b, ..]);

    [Fact]
    public void Path_30_redaction_that_can_be_undone()
    {
        // nothing stands in the place of what is left out: no block, no initials, no digest, no length
        using var other = new CanaryFolder(variant: 3);
        Assert.Equal(site.Text("incidents/publicslugalder/index.html"), PublicFilesOf(other)["incidents/publicslugalder/index.html"]);
        Assert.DoesNotContain(site.Files.Keys.Where(Page), f => Blocked().IsMatch(site.Text(f)));
    }

    [Theory]
    [InlineData("Ines Od\u200Buya")]
    [InlineData("Ines Оduya")]
    [InlineData("Ines **Od**uya")]
    public void Path_31_unseen_letters_look_alikes_and_split_tags(string name)
    {
        var archive = SoundArchive.Whole.WithKeys("authors: [\"@ines.oduya\"]\n");
        var note = Signed.Note(archive[SoundArchive.Note].Replace("Sign-in was slow for an hour.", $"Found by {name}.", StringComparison.Ordinal));
        Assert.Contains("names-a-person", archive.With(SoundArchive.Note, note).Findings().Codes());
    }

    [Fact]
    public void Path_32_previews_and_old_permalinks()
    {
        AssertKept("former slug of", Any);
        Assert.Equal(["incidents/publicaliaslinden/index.html", "incidents/publicidcedr.json", "incidents/publicslugalder/index.html"], site.Files.Keys.Where(f => f.StartsWith("incidents/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Path_33_the_wrong_folder_published()
    {
        var settings = File.ReadAllText(Path.Combine(Repository.Root, "netlify.toml"));
        Assert.Contains("publish = \"output/public\"", settings, StringComparison.Ordinal);
        Assert.Contains("--dir=output/public", File.ReadAllText(Path.Combine(Repository.Root, ".github/workflows/publish.yml")), StringComparison.Ordinal);
        Assert.DoesNotContain(site.Files.Keys, f => f.StartsWith("internal", StringComparison.Ordinal));
    }

    [Fact]
    public void Path_34_logs_and_summaries_name_places_and_not_words()
    {
        using var folder = SoundArchive.Whole.WithKeys("authors: [\"@ines.oduya\"]\n")
            .With(SoundArchive.Note, Signed.Note(SoundArchive.Whole[SoundArchive.Note].Replace("for an hour.", "said Oduya.", StringComparison.Ordinal))).OnDisk();
        foreach (var format in (string[])["github", "sarif", "json"])
        {
            var output = CommandLineRun.Of(folder, "check", "--as-of", "2026-11-21", "--format", format).Output;
            Assert.Contains("names-a-person", output, StringComparison.Ordinal);
            Assert.DoesNotContain("oduya", output, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Path_35_what_a_pull_request_shows_is_what_is_public()
    {
        var workflow = File.ReadAllText(Path.Combine(Repository.Root, ".github/workflows/publish.yml"));
        Assert.Contains("public diff", workflow, StringComparison.Ordinal);
        Assert.Contains("path: ${{ runner.temp }}/head/public", workflow, StringComparison.Ordinal);
        Assert.DoesNotContain("pull_request_target", workflow, StringComparison.Ordinal);
    }

    [Fact]
    public void Path_36_a_text_that_was_taken_back_is_in_no_feed_and_file()
    {
        using var folder = SoundArchive.Whole.OnDisk();
        var note = $"input/{SoundArchive.Note}";
        folder.Write(note, Signed.Note(folder.Read(note).Replace("Sign-in was slow for an hour.", "Less was slow.", StringComparison.Ordinal)));
        Assert.False(ArchiveBuild.Run(SoundArchive.RequestFor(folder)).Failed);
        Assert.DoesNotContain(Directory.EnumerateFiles(folder.File("output/public"), "*", SearchOption.AllDirectories), f => File.ReadAllText(f).Contains("slow for an hour", StringComparison.Ordinal));
    }

    [Fact]
    public void The_canaries_sing() => Assert.NotEmpty(LeakScanner.Find(new Dictionary<string, byte[]> { ["a"] = System.Text.Encoding.UTF8.GetBytes(site.Canaries("section")[0]) }, site.Canaries("section")));

    private static Dictionary<string, string> PublicFilesOf(CanaryFolder folder)
    {
        ArchiveBuild.Run(new() { InputFolder = folder.Input, OutputFolder = folder.Output, ThemeFolder = folder.Theme, AsOf = ArchiveExamples.Today.AddDays(9) });
        var root = Path.Combine(folder.Output, "public");
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\b\d+ of \d+\b|\bpage \d+\b", RegexOptions.IgnoreCase)]
    private static partial Regex SomeOfMany();

    [GeneratedRegex(@"[\u2580-\u259F]|\[redacted|\*\*\*|xxxx", RegexOptions.IgnoreCase)]
    private static partial Regex Blocked();
}
