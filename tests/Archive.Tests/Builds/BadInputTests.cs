using System.Collections.Immutable;
using System.Text;
using Archive.Incidents;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Files;
using Archive.Tests.Cli;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Builds;

/// <summary>Whatever stands in the input, a build ends: with a finding at its place, or with pages that do no harm.</summary>
public sealed class BadInputTests
{
    private const string Incident = SoundArchive.Incident;
    private const string Page = "internal/postmortems/inc-042/index.html";

    private static readonly string FrontMatter = SoundArchive.Whole[Incident][..SoundArchive.Whole[Incident].IndexOf("## Summary", StringComparison.Ordinal)];

    [Theory]
    [InlineData("title: Payments: sent twice\n", "broken-yaml")]
    [InlineData("title: [unclosed\n", "broken-yaml")]
    [InlineData("title: \"unclosed\n", "broken-yaml")]
    [InlineData("title: a\ntitle: b\n", "duplicate-key")]
    [InlineData("title: &a b\n", "yaml-anchor")]
    [InlineData("times: { started: 20202-04-25T14:02:00Z }\n", "not-a-time")]
    [InlineData("times: { started: 2026-04-25T14:02:00 }\n", "time-without-offset")]
    [InlineData("times: 2026-04-25T14:02:00Z\n", "wrong-type")]
    [InlineData("recurrence_of: INC-042\n", "reference-cycle")]
    [InlineData("links: [{ title: x, url: \"javascript:alert(1)\" }]\n", "unsafe-address")]
    public void What_is_broken_in_the_keys_is_found_and_left_out(string keys, string code)
    {
        using var built = BuiltArchive.Of(SoundArchive.Whole.WithKeys(keys));
        var finding = built.Findings.First(f => f.Code == code);
        Assert.Equal(Incident, finding.Location.Path);
        Assert.True(finding.Location is { Line: > 1, Column: > 0 });
        Assert.True(built.Report.Failed);
        Assert.False(built.Has(Page));
        built.AssertHarmless();
    }

    [Fact]
    public void A_key_of_a_wrong_type_is_found_whatever_it_is()
    {
        foreach (var value in (string[])["{ a: { b: [c] } }", "[[x], { y: z }]", "[{ id: [x], on: {}, title: [], url: {} }]", "2026-04-25", "-1", "true", "~", "\"\"", "|\n  x\n  y", "[~, \"\", {}]"])
        {
            var keys = string.Concat(Archive.Incidents.Drafting.PostmortemShape.FrontMatter.Keys.Select(k => $"{k}: {value}\n"));
            using var built = BuiltArchive.Of(SoundArchive.Whole.With(Incident, $"---\n{keys}---\n"));
            Assert.Contains(built.Findings, f => f.Location.Path == Incident && f.Level == FindingLevel.Error);
            Assert.False(built.Has(Page));
        }
    }

    [Fact]
    public void A_bomb_of_aliases_does_not_go_off()
    {
        var bomb = "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n" + string.Concat("bcdefghi".Select((c, i) => $"{c}: &{c} [{string.Join(", ", Enumerable.Repeat($"*{"abcdefgh"[i]}", 9))}]\n"));
        using var built = BuiltArchive.Of(SoundArchive.Whole.WithKeys(bomb).With("services.yml", bomb).With("archive.yml", bomb).With("failure-classes.yml", bomb).With(SoundArchive.Note, $"---\n{bomb}---\n"));
        Assert.Contains("yaml-anchor", built.Findings.Codes());
        built.AssertHarmless();
    }

    [Theory]
    [InlineData("missing-fence")]
    [InlineData("five-megabytes")]
    [InlineData("latin-1")]
    [InlineData("utf-16")]
    [InlineData("empty")]
    [InlineData("null-bytes")]
    public void A_file_that_is_no_document_is_found_and_left_out(string kind)
    {
        var text = SoundArchive.Whole[Incident];
        using var built = BuiltArchive.Of(SoundArchive.Whole, folder => File.WriteAllBytes(folder.File($"input/{Incident}"), kind switch
        {
            "missing-fence" => Encoding.UTF8.GetBytes(text.Replace("\n---\n", "\n", StringComparison.Ordinal)),
            "five-megabytes" => Encoding.UTF8.GetBytes(text + new string('x', 5_000_000)),
            "latin-1" => Encoding.Latin1.GetBytes(text.Replace("Sign-in took", "Anmeldung für", StringComparison.Ordinal)),
            "utf-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            "empty" => [],
            _ => new byte[100_000],
        }));
        Assert.Contains(built.Findings, f => f.Location.Path == Incident && f.Level == FindingLevel.Error);
        Assert.False(built.Has(Page));
        Assert.True(built.Has("internal/postmortems/inc-043/index.html"));
    }

    [Fact]
    public void A_byte_order_mark_and_line_ends_of_windows_change_nothing()
    {
        using var plain = BuiltArchive.Of(SoundArchive.Whole);
        using var built = BuiltArchive.Of(new(SoundArchive.Whole.Files.ToDictionary(f => f.Key, f => "\uFEFF" + f.Value.Replace("\n", "\r\n", StringComparison.Ordinal)).ToImmutableSortedDictionary(StringComparer.Ordinal)));
        Assert.Empty(built.Findings);
        Assert.Equal(BuiltArchive.TreeOf(plain.Folder.File("output")), BuiltArchive.TreeOf(built.Folder.File("output")));
    }

    [Theory]
    [InlineData("postmortems/2026/mit leerzeichen und ümläuten 🍎.md")]
    [InlineData("postmortems/no-year.md")]
    [InlineData("postmortems/a/b/c/d/e/deep.md")]
    [InlineData("postmortems/2026/[x](y)#z?.md")]
    [InlineData("postmortems/2026/100%25.md")]
    public void A_file_may_have_any_name(string path)
    {
        var archive = SoundArchive.Whole.Without(Incident).With(path, SoundArchive.Whole[Incident]);
        using var built = BuiltArchive.Of(archive, keepGoing: false);
        Assert.Empty(built.Findings);
        Assert.True(built.Has(Page));
        built.AssertHarmless();
    }

    [Fact]
    public void A_loop_of_symbolic_links_is_not_walked()
    {
        using var built = BuiltArchive.Of(SoundArchive.Whole, folder =>
        {
            Directory.CreateSymbolicLink(folder.File("input/postmortems/loop"), folder.File("input"));
            File.CreateSymbolicLink(folder.File("input/postmortems/self.md"), folder.File("input/postmortems/self.md"));
            File.CreateSymbolicLink(folder.File("input/assets.yml"), "/etc/passwd");
        });
        Assert.Equal(["symbolic-link", "symbolic-link", "symbolic-link"], built.Findings.Codes());
        Assert.True(built.Has(Page));
    }

    [Fact]
    public async Task A_named_pipe_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes in a folder.");
        using var folder = SoundArchive.Whole.OnDisk();
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [folder.File("input/postmortems/x.md")]))
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        var checking = Task.Run(() => ArchiveBuild.Check(new() { InputFolder = folder.File("input"), OutputFolder = folder.File("output"), AsOf = SoundArchive.Today }), TestContext.Current.CancellationToken);
        var report = await checking.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken); // so that a failure is one, and no run without an end
        var finding = Assert.Single(report.Findings);
        Assert.Equal(("postmortems/x.md", "The file is empty, or no file that can be read, such as a pipe."), (finding.Location.Path, finding.Message));
    }

    [Fact]
    public void Of_two_files_with_one_id_the_second_is_left_out()
    {
        using var built = BuiltArchive.Of(SoundArchive.Whole.With("postmortems/2026/z.md", SoundArchive.Whole[Incident]));
        Assert.Equal(["2:5 duplicate-id"], built.Findings.Places("postmortems/2026/z.md"));
        Assert.Empty(built.Findings.Places());
        Assert.True(built.Has(Page));
    }

    [Fact]
    public void Ids_that_would_share_a_page_are_found()
    {
        var archive = SoundArchive.Whole.WithSettings("policy: { id_pattern: \"INC[ _-][0-9]{3}\" }\n").With("postmortems/2026/z.md", SoundArchive.Stub("INC_043", "2026-06-03T08:00:00Z"));
        using var built = BuiltArchive.Of(archive);
        Assert.Equal(["2:5 duplicate-id"], built.Findings.Places("postmortems/2026/z.md"));
    }

    [Fact]
    public void Words_that_would_share_a_page_are_found()
    {
        using var built = BuiltArchive.Of(SoundArchive.Whole
            .With("services.yml", SoundArchive.Whole["services.yml"] + "- id: a b\n  team: Sales\n- id: a_b\n  team: sales!\n- id: \"!\"\n- id: \"?\"\n")
            .With("failure-classes.yml", SoundArchive.Whole["failure-classes.yml"] + "- id: a b\n- id: a-b\n")
            .WithSettings("policy:\n  severities: [{ id: sev2, rank: 2 }, { id: s 1, rank: 1 }, { id: s-1, rank: 1 }]\n  chain_levels: [a b, a-b, operation]\n"));
        Assert.Equal(6, built.Findings.Count(f => f.Code == "duplicate-entry"));
        built.AssertHarmless();
    }

    [Fact]
    public void A_circle_of_recurrences_is_found_in_each_of_its_files()
    {
        var archive = SoundArchive.Whole
            .With(SoundArchive.Earlier, SoundArchive.Whole[SoundArchive.Earlier].Replace("times:", "recurrence_of: INC-043\ntimes:", StringComparison.Ordinal))
            .With(SoundArchive.Later, SoundArchive.Whole[SoundArchive.Later].Replace("times:", "recurrence_of: INC-042\ntimes:", StringComparison.Ordinal))
            .WithKeys("recurrence_of: INC-040\n");
        using var built = BuiltArchive.Of(archive);
        Assert.Equal(3, built.Findings.Count(f => f.Code == "reference-cycle"));
        Assert.False(built.Has(Page));
    }

    [Fact]
    public void An_archive_without_postmortems_is_built()
    {
        using var built = BuiltArchive.Of(new(SoundArchive.Whole.Files.Where(f => f.Key.EndsWith(".yml", StringComparison.Ordinal)).ToDictionary().ToImmutableSortedDictionary(StringComparer.Ordinal)), keepGoing: false);
        Assert.Empty(built.Findings);
        built.AssertHarmless();
    }

    [Fact]
    public void An_empty_folder_is_an_archive()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("input"));
        var report = BuiltArchive.Build(folder);
        Assert.Empty(report.Findings);
        Assert.True(File.Exists(folder.File("output/internal/index.html")));
        Assert.True(File.Exists(folder.File("output/public/index.html")));
    }

    [Fact]
    public void Without_a_folder_there_is_no_archive()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<InputFolderException>(() => BuiltArchive.Build(folder));
        Assert.False(Directory.Exists(folder.File("output")));
    }

    [Fact]
    public void An_archive_of_one_is_built()
    {
        using var built = BuiltArchive.Of(SoundArchive.Whole.Without(SoundArchive.Earlier).Without(SoundArchive.Later), keepGoing: false);
        Assert.Empty(built.Findings);
        built.AssertHarmless();
    }

    [Theory]
    [InlineData("[a](../../../secret.md)")]
    [InlineData("![a](../../../secret.png)")]
    [InlineData("![a](../../../../../../etc/passwd)")]
    [InlineData("![a](%2e%2e/%2e%2e/%2e%2e/secret.png)")]
    [InlineData("![a](..\\..\\..\\secret.png)")]
    [InlineData("![a](/../secret.png)")]
    [InlineData("[a](../../archive.yml)")]
    [InlineData("[a](../../services.yml)")]
    public void A_path_out_of_the_archive_leads_nowhere(string markdown)
    {
        using var built = BuiltArchive.Of(SoundArchive.Whole.WithSection($"## Impact\n\n{markdown}\n"), folder =>
        {
            folder.Write("secret.md", "secret");
            folder.Write("secret.png", "secret");
        });
        Assert.Equal(["broken-link"], built.Findings.Codes());
        Assert.DoesNotContain(built.Paths(""), p => File.ReadAllText(p).Contains("secret", StringComparison.Ordinal) && !p.EndsWith(".html", StringComparison.Ordinal) && new FileInfo(p).Length < 10);
        Assert.Empty(built.Page(Page).QuerySelectorAll("img"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\\evil.example")]
    [InlineData("/&#9;/evil.example")]
    public void A_link_that_may_not_be_followed_is_found_and_the_page_left_out(string address)
    {
        using var built = BuiltArchive.Of(SoundArchive.Whole.WithSection($"## Impact\n\n[a](<{address}>)\n"));
        Assert.Equal(["unsafe-address"], built.Findings.Codes());
        Assert.False(built.Has(Page));
    }

    [Fact]
    public void A_link_to_a_postmortem_that_is_left_out_leads_nowhere_and_says_so()
    {
        var archive = SoundArchive.Whole.With(SoundArchive.Later, "---\nid: INC-043\ntitle: a: b\n---\n").WithKeys("related: [INC-043]\n").Replace("400 customers waited.", "As in INC-043, and in [it](2026-06-03-pool-again.md).");
        using var built = BuiltArchive.Of(archive);
        Assert.Equal(["broken-link", "broken-yaml"], built.Findings.Codes());
        Assert.True(built.Has(Page));
        Assert.Empty(built.Page(Page).QuerySelectorAll("a[href*='inc-043']"));
    }

    [Fact]
    public void What_breaks_one_public_note_breaks_no_other()
    {
        var second = SoundArchive.Whole[SoundArchive.Note].Replace("k3v9x0q2m7ab", "zzzzzzzzzzzz", StringComparison.Ordinal).Replace("INC-042", "INC-043", StringComparison.Ordinal);
        using var built = BuiltArchive.Of(SoundArchive.Whole.With("postmortems/2026/z.public.md", second)
            .With(SoundArchive.Later, SoundArchive.Whole[SoundArchive.Later].Replace("times: {", "times: { resolved: 2026-06-03T09:00:00Z,", StringComparison.Ordinal)));
        Assert.Equal(["taken-address"], built.Findings.Codes());
        Assert.True(built.Has("public/incidents/2026-04-25-sign-in-was-slow/index.html"));
    }

    [Fact]
    public void Slugs_that_a_site_would_cut_or_change_are_refused()
    {
        foreach (var slug in (string[])[new('a', 100), "con", "2026--04", "-x", "x-", "ä", "a/../b", "../../x", "index.html"])
        {
            using var built = BuiltArchive.Of(SoundArchive.Whole.With(SoundArchive.Note, Signed.Note(SoundArchive.Whole[SoundArchive.Note].Replace("impact:", $"slug: \"{slug}\"\nimpact:", StringComparison.Ordinal))));
            Assert.Equal(["invalid-slug"], built.Findings.Codes());
        }
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\\\"><img src=x onerror=alert(1)>")]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("]]><script>alert(1)</script>")]
    [InlineData("{{7*7}} {{{frame}}} {{> shared/head}}")]
    [InlineData("javascript:alert(1)")]
    [InlineData("' onmouseover='alert(1)")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("\\0\\x01\\x1b[31m\\uFFFE\\u2028\\x85")]
    [InlineData("\\u202Ertl\\u200B\\u200F\\uFEFF")]
    [InlineData("🍎é漢字 — ‘’“”…")]
    [InlineData("//evil.example/x")]
    [InlineData("https://example.com/<script>?\\\"onload=alert(1)")]
    public void What_a_person_writes_into_any_field_is_shown_and_not_obeyed(string text)
    {
        using var built = BuiltArchive.Of(Everywhere(text), folder => folder.Write("input/archive.yml", folder.Read("input/archive.yml") + "rules: { item-without-owner: off }\n")); // the owner is called as the team is
        Assert.DoesNotContain(built.Findings, f => f.Level == FindingLevel.Error);
        Assert.True(built.Has(Page));
        Assert.True(built.Has("public/incidents/it/index.html"));
        built.AssertHarmless();
        if (text.StartsWith("{{", StringComparison.Ordinal)) Assert.Contains(text, built.Page(Page).Body!.TextContent, StringComparison.Ordinal); // a page has a body
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[a](https://example.com/\"onload=\"alert(1))")]
    [InlineData("![a\" onerror=\"alert(1)](/assets/x.png)")]
    [InlineData("&#0;&#1;&#x1b;&#xFFFF; <b>")]
    [InlineData("\u202Ertl \u200B\u200F")]
    [InlineData("```js\" onclick=\"alert(1)\n<script>alert(1)</script>\n```")]
    [InlineData("{{7*7}} {{{frame}}}")]
    public void What_a_person_writes_into_any_section_is_shown_and_not_obeyed(string markdown)
    {
        using var built = BuiltArchive.Of(EverySection(markdown), folder =>
        {
            folder.Write("input/assets/x.png", "");
            File.WriteAllBytes(folder.File("input/assets/x.png"), Publishing.Pictures.SamplePictures.Png());
            var note = $"input/{SoundArchive.Note}";
            folder.Write(note, Signed.Note(folder.Read(note), SoundArchive.Note, folder.File("input")));
        });
        Assert.DoesNotContain(built.Findings, f => f.Level == FindingLevel.Error);
        Assert.True(built.Has(Page));
        built.AssertHarmless();
    }

    [Fact]
    public void Control_characters_are_found_and_shown()
    {
        using var built = BuiltArchive.Of(SoundArchive.Whole.Replace("400 customers", "400\0 \u001b[31mcustomers\u2028").Replace("title: Sign-in", "title: Sign\u0001in"));
        Assert.Equal(["3:12 control-character"], built.Findings.Places());
        built.AssertHarmless();
    }

    [Fact]
    public void Texts_of_any_length_are_shown()
    {
        var heading = string.Concat(Enumerable.Repeat("heading ", 250));
        using var built = BuiltArchive.Of(SoundArchive.Whole.WithSection($"## {heading}\n\nText.\n").WithSection($"## Impact\n\n### {heading}\n\n{string.Concat(Enumerable.Repeat("word ", 40_000))}\n")
            .WithSection($"## Contributing factors\n\n{string.Concat(Enumerable.Repeat("- item\n", 10_000))}").WithKeys($"title: {heading}\nfailure_class: pool-exhaustion\n"), keepGoing: false);
        Assert.Empty(built.Findings);
        Assert.True(built.Has(Page));
    }

    [Fact]
    public void A_table_of_five_thousand_rows_is_shown_or_found()
    {
        var rows = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"| {i} | row |\n"));
        using var built = BuiltArchive.Of(SoundArchive.Whole.WithSection($"## Impact\n\n| a | b |\n| --- | --- |\n{rows}"));
        Assert.Empty(built.Findings);
        Assert.Contains("4999", built.Page(Page).Body!.TextContent, StringComparison.Ordinal); // a page has a body
    }

    [Fact]
    public void A_timeline_of_five_thousand_rows_is_read()
    {
        var rows = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"| 14:{2 + (i % 50):00} | {i} |\n"));
        using var built = BuiltArchive.Of(SoundArchive.Whole.Replace("status: final", "status: draft").WithSection($"## Timeline\n\n| Time | Event |\n| --- | --- |\n{rows}"));
        Assert.All(built.Findings, f => Assert.Equal("timeline-out-of-order", f.Code));
        Assert.True(built.Has(Page));
    }

    [Theory]
    [InlineData(">", 5_000)]
    [InlineData("> ", 5_000)]
    [InlineData("- ", 5_000)]
    [InlineData("1. ", 2_000)]
    [InlineData("[", 20_000)]
    [InlineData("![", 20_000)]
    [InlineData("]", 20_000)]
    [InlineData("*a ", 20_000)]
    [InlineData("*", 20_000)]
    [InlineData("**a", 20_000)]
    [InlineData("_a", 20_000)]
    [InlineData("~~a", 20_000)]
    [InlineData("`", 20_000)]
    [InlineData("`a", 20_000)]
    [InlineData("<", 20_000)]
    [InlineData("<a ", 20_000)]
    [InlineData("|", 20_000)]
    [InlineData("| a ", 20_000)]
    [InlineData("[a](", 20_000)]
    [InlineData("[a](b ", 10_000)]
    [InlineData("&", 20_000)]
    [InlineData("&#", 20_000)]
    [InlineData("\\", 20_000)]
    [InlineData("INC-", 20_000)]
    [InlineData("INC-042", 20_000)]
    [InlineData("http://", 10_000)]
    [InlineData("www.", 10_000)]
    [InlineData("mailto:", 10_000)]
    [InlineData("a@", 20_000)]
    [InlineData("# ", 5_000)]
    [InlineData("\t", 20_000)]
    [InlineData(" ", 20_000)]
    [InlineData("\n# x\n", 5_000)]
    [InlineData("\n[x]: y\n", 5_000)]
    [InlineData("\n- ", 10_000)]
    [InlineData("```\n", 9_999)]
    public void A_text_that_makes_parsers_dig_is_read_or_found(string part, int times)
    {
        using var built = BuiltArchive.Of(SoundArchive.Whole.Replace("status: final", "status: draft").WithSection($"## Impact\n\n{string.Concat(Enumerable.Repeat(part, times))}\n"));
        Assert.All(built.Findings, f => Assert.Equal(Incident, f.Location.Path));
        Assert.Equal(2, built.Report.Sites.Length);
    }

    [Fact]
    public void A_file_that_the_system_keeps_back_is_found_and_left_out()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "permissions do not stop this user");
        using var built = BuiltArchive.Of(SoundArchive.Whole, folder =>
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.File($"input/{Incident}"), UnixFileMode.None);
        });
        Assert.Contains("0:0 unreadable-file", built.Findings.Places());
        Assert.False(built.Has(Page));
    }

    [Fact]
    public void Days_at_the_ends_of_the_calendar_are_counted_with()
    {
        using var built = BuiltArchive.Of(SoundArchive.Whole.Replace("due: 2026-06-20", "due: 9999-12-31").With(SoundArchive.Earlier, SoundArchive.Stub("INC-040", "1970-01-01T00:00:00+14:00"))
            .With(SoundArchive.Later, SoundArchive.Stub("INC-043", "1970-01-01T00:00:00Z").Replace("times: {", "times: { resolved: 1970-01-01T00:00:00Z,", StringComparison.Ordinal))
            .With(SoundArchive.Note, SoundArchive.Whole[SoundArchive.Note].Replace("impact:", "publish_after: 9999-12-31\nimpact:", StringComparison.Ordinal)));
        Assert.Equal(["possible-duplicate"], built.Findings.Codes()); // the two stubs began on one day
        Assert.False(built.Has("public/incidents/2026-04-25-sign-in-was-slow/index.html"));
        built.AssertHarmless();
    }

    [Fact]
    public void A_moment_far_ahead_is_found()
    {
        using var built = BuiltArchive.Of(SoundArchive.Whole.With(SoundArchive.Later, SoundArchive.Stub("INC-043", "8999-12-31T23:59:59Z") + "\n## Timeline\n\n| Time | Event |\n| --- | --- |\n| 23:59 | x |\n| 00:10 | y |\n| 8999-12-31 23:59 -12:00 | z |\n"));
        Assert.Contains("in-the-future", built.Findings.Codes());
    }

    private static SoundArchive EverySection(string markdown)
    {
        var body = string.Concat(((string[])["Summary", "Impact", "Detection", "Response", "What went wrong", "Contributing factors", "Root cause analysis", "Lessons learned", "Error manifestation"]).Select(h => $"## {h}\n\nWords.\n\n{markdown}\n\n### Words <script>\n\n> {markdown.Replace("\n", "\n> ", StringComparison.Ordinal)}\n\n"));
        var cell = markdown.Replace('\n', ' ');
        body += $"## Timeline\n\n| Time | Event | Role | Source |\n| --- | --- | --- | --- |\n| 14:02 | {cell} | {cell} | {cell} |\n| 15:20 | x | | |\n\n## What went well\n\n- {cell}\n\n## What the earlier postmortem missed\n\n{markdown}\n";
        var note = SoundArchive.Whole[SoundArchive.Note].Replace("Sign-in was slow for an hour.", $"Words.\n\n{markdown}", StringComparison.Ordinal);
        return SoundArchive.Whole.With(Incident, FrontMatter + body).With(SoundArchive.Note, Signed.Note(note)).With("pages/about.md", $"---\ntitle: About\n---\n\n{markdown}\n\n## Words\n\n{markdown}\n");
    }

    /// <summary>A text in every field that takes free text, in every file.</summary>
    private static SoundArchive Everywhere(string text)
    {
        var x = $"\"x {text}\"";
        return SoundArchive.Whole
            .With("archive.yml", $"title: {x}\ndescription: {x}\nurl: https://incidents.example.com/\nsource_url: https://git.example.com/\npublic:\n  title: {x}\n  organization: {x}\n  description: {x}\n  url: https://status.example.com/\npolicy:\n  layers: [{x}]\n  item_types: [{x}]\n  chain_levels: [{x}]\n  chain_labels: [{x}]\n  severities: [{{ id: sev2, name: {x}, rank: 2, description: {x}, aliases: [{x}] }}]\n")
            .With("services.yml", $"- id: shop\n  name: {x}\n  team: {x}\n  public_name: {x}\n  aliases: [{x}]\n  paths: [{x}]\n  description: {x}\n  repo: \"https://git.example.com/a?b='%22>\"\n- id: {x.Replace("\"x ", "\"y ", StringComparison.Ordinal)}\n")
            .With("failure-classes.yml", $"- id: pool-exhaustion\n  name: {x}\n  description: {x}\n  aliases: [{x}]\n")
            .With("pages/about.md", $"---\ntitle: {x}\n---\n\nWords.\n")
            .With(SoundArchive.Note, Signed.Note($"---\nincident: INC-042\npublic_id: k3v9x0q2m7ab\nslug: it\nstatus: approved\napproved_by: {x}\napproved_on: 2026-05-05\ntitle: {x}\nimpact: minor\ncomponents: [{x}]\nupdates:\n  - {{ at: 2026-04-25T15:20:00Z, status: resolved, text: {x} }}\ncorrected:\n  - {{ on: 2026-05-06, text: {x} }}\n---\n\n## Summary\n\nSlow.\n\n## What happened\n\nSlow.\n\n## What we are doing about this\n\nMore.\n"))
            .WithKeys($"""
                title: {x}
                chain_level: {x}
                chain_label: {x}
                authors: [{x}]
                reviewers: [{x}]
                signed_off_by: [{x}]
                summary: {x}
                impact: {ImpactOf(x)}
                error_signatures: [{x}]
                causes: [{CauseOf(x)}]
                action_items: [{ItemOf(x)}]
                occurrences: [{OccurrenceOf(x)}]
                trigger_paths: [{x}]
                links: [{LinkOf(x)}]

                """);
    }

    private static string ImpactOf(string x) => $"{{ segments: [{x}], data_loss: {x}, teams_blocked: [{x}] }}";

    private static string CauseOf(string x) => $"{{ id: {x}, kind: root, text: {x}, layer: {x}, addressed_by: [{x}] }}, {{ id: C2, kind: contributing, text: {x}, accepted: {x} }}";

    private static string ItemOf(string x) => $"{{ id: {x}, title: {x}, type: {x}, owner: {x}, ticket: {x}, evidence: {{ path: {x}, test: {x}, contains: {x}, commit: {x}, pull_request: {x} }} }}, {{ id: AI-2, title: {x}, status: declined, reason: {x} }}";

    private static string OccurrenceOf(string x) => $"{{ on: 2026-05-01, note: {x} }}";

    private static string LinkOf(string x) => $"{{ title: {x}, url: \"https://example.com/a?b='%22>\" }}";
}
