using System.Collections.Immutable;
using System.Text;
using Archive.Incidents;
using Archive.Publishing.Diagnostics;
using Archive.Tests.Cli;
using Xunit;

namespace Archive.Tests.Validation;

/// <summary>Marks a test that provokes a rule.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProvokesAttribute(string code) : Attribute
{
    public string Code => code;
}

/// <summary>The rules that the text of one file cannot show.</summary>
public sealed class RulesInWordsTests
{
    private const string Item = "  - { id: AI-#, title: A pool of its own for job #, owner: \"@ada\", purpose: detect, priority: p2, due: 2026-05-20, ticket: OPS-# }\n";

    [Fact]
    [Provokes("invalid-utf8")]
    public void A_file_in_Latin_1_is_found_at_its_first_bad_byte()
    {
        using var folder = SoundArchive.Whole.OnDisk();
        File.WriteAllBytes(folder.File($"input/{SoundArchive.Later}"), Encoding.Latin1.GetBytes("---\nid: INC-043\ntitle: Kassa gestört\n---\n"));
        Assert.Equal(["3:18 invalid-utf8"], Check(folder).Places(SoundArchive.Later));
    }

    [Fact]
    [Provokes("possible-duplicate")]
    public void Two_stubs_of_one_night_are_one_incident()
    {
        var twice = SoundArchive.Whole.With("postmortems/2026/2026-06-03-pool-small.md", SoundArchive.Stub("INC-044", "2026-06-03T08:20:00Z"));
        Assert.Equal(["1:0 possible-duplicate"], twice.Findings().Places("postmortems/2026/2026-06-03-pool-small.md"));
    }

    [Fact]
    [Provokes("file-too-large")]
    public void A_file_of_five_megabytes_is_not_read()
    {
        using var folder = SoundArchive.Whole.With(SoundArchive.Later, SoundArchive.Whole[SoundArchive.Later] + new string('x', 5_000_000)).OnDisk();
        Assert.Equal(["0:0 file-too-large"], Check(folder).Places(SoundArchive.Later));
    }

    [Fact]
    [Provokes("markdown-too-deep")]
    public void Two_hundred_quotations_in_one_another_are_too_deep() =>
        Assert.Equal(["markdown-too-deep"], SoundArchive.Whole.WithSection($"## Impact\n\n{new string('>', 200)} deep\n").Findings().Codes());

    [Fact]
    [Provokes("table-too-large")]
    public void A_table_of_two_thousand_columns_and_as_many_lines_is_too_large() =>
        Assert.Contains("table-too-large", SoundArchive.Whole.WithSection($"## Impact\n\n{new string('|', 2000)}\n{string.Concat(Enumerable.Repeat("a|b\n", 2000))}").Findings().Codes());

    [Fact]
    [Provokes("symbolic-link")]
    public void A_symbolic_link_is_not_followed()
    {
        using var folder = SoundArchive.Whole.OnDisk();
        Directory.CreateSymbolicLink(folder.File("input/postmortems/old"), folder.File("input/postmortems/2026"));
        Assert.Equal(["0:0 symbolic-link"], Check(folder).Places("postmortems/old"));
    }

    [Fact]
    [Provokes("unreadable-file")]
    public void A_file_without_read_permission_is_found()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "permissions do not stop this user");
        using var folder = SoundArchive.Whole.OnDisk();
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.File($"input/{SoundArchive.Later}"), UnixFileMode.None);
        Assert.Equal(["0:0 unreadable-file"], Check(folder).Places(SoundArchive.Later));
    }

    [Fact]
    [Provokes("second-note")]
    public void A_second_note_for_an_incident_is_found_at_its_key()
    {
        var second = SoundArchive.Whole[SoundArchive.Note].Replace("k3v9x0q2m7ab", "zzzzzzzzzzzz", StringComparison.Ordinal).Replace("title: Sign-in was slow", "title: Another title", StringComparison.Ordinal);
        var findings = SoundArchive.Whole.With("postmortems/2026/z.public.md", Signed.Note(second)).Findings();
        Assert.Equal(["2:11 second-note"], findings.Places("postmortems/2026/z.public.md"));
    }

    [Fact]
    [Provokes("taken-address")]
    public void Two_notes_with_one_slug_are_found_and_do_not_stop_the_check()
    {
        var archive = SoundArchive.Whole.With(SoundArchive.Later, SoundArchive.Whole[SoundArchive.Later].Replace("times: {", "times: { resolved: 2026-06-03T09:00:00Z,", StringComparison.Ordinal));
        var second = archive[SoundArchive.Note].Replace("k3v9x0q2m7ab", "zzzzzzzzzzzz", StringComparison.Ordinal).Replace("INC-042", "INC-043", StringComparison.Ordinal);
        var findings = archive.With("postmortems/2026/z.public.md", second).Findings();
        Assert.Equal(["1:0 taken-address"], findings.Places("postmortems/2026/z.public.md"));
    }

    [Fact]
    [Provokes("unsealed-approval")]
    public void An_approval_without_a_digest_beside_one_with_it_is_found_at_its_day()
    {
        var over = SoundArchive.Whole[SoundArchive.Later].Replace("times: {", "times: { resolved: 2026-06-03T09:00:00Z,", StringComparison.Ordinal);
        var second = SoundArchive.Whole[SoundArchive.Note].Replace("k3v9x0q2m7ab", "zzzzzzzzzzzz", StringComparison.Ordinal).Replace("INC-042", "INC-043", StringComparison.Ordinal)
            .Replace("title: Sign-in was slow", "title: Another title", StringComparison.Ordinal);
        second = string.Join('\n', second.Split('\n').Where(l => !l.StartsWith("approved_digest", StringComparison.Ordinal)));
        var findings = SoundArchive.Whole.With(SoundArchive.Later, over).With("postmortems/2026/z.public.md", second).Findings();
        Assert.Equal(["6:14 unsealed-approval"], findings.Places("postmortems/2026/z.public.md"));
        var alone = SoundArchive.Whole.With(SoundArchive.Later, over).Without(SoundArchive.Note).With("postmortems/2026/z.public.md", second).Findings();
        Assert.Equal([FindingLevel.Advice], alone.Select(f => f.Level));
    }

    [Fact]
    [Provokes("item-count")]
    public void Eleven_items_are_more_than_ten()
    {
        var items = string.Concat(Enumerable.Range(1, 11).Select(i => Item.Replace("#", $"{i}", StringComparison.Ordinal).Replace("p2", i == 1 ? "p1" : "p2", StringComparison.Ordinal)));
        Assert.Equal(["item-count"], SoundArchive.Whole.WithKeys($"action_items:\n{items}").Findings().Codes());
    }

    [Fact]
    [Provokes("missing-layer")]
    public void The_preset_discipline_asks_for_the_substitution_test() =>
        Assert.Contains("missing-layer", SoundArchive.Whole.WithSettings("preset: discipline\n").Findings().Codes());

    [Fact]
    [Provokes("missing-causal-chain")]
    public void The_preset_p_levels_asks_for_three_whys() =>
        Assert.Contains("missing-causal-chain", SoundArchive.Whole.WithSettings("preset: p-levels\n").WithKeys("severity: p0\nchain_level: operation\nchain_label: configuration\n").Findings().Codes());

    [Fact]
    [Provokes("unquantified-impact")]
    public void An_impact_of_some_customers_has_no_number() =>
        Assert.Equal(["unquantified-impact"], SoundArchive.Whole.WithSection("## Summary\n\nSign-in was slow.\n").WithSection("## Impact\n\nSome customers had to wait.\n").Findings().Codes());

    [Theory]
    [Provokes("late-due")]
    [InlineData("policy: { urgent_due_days: 14 }\n", 1)]
    [InlineData("policy: { urgent_due_days: 60 }\n", 0)]
    [InlineData("", 0)]
    public void A_p1_due_in_June_is_late_where_two_weeks_are_asked_for(string settings, int findings)
    {
        var urgent = SoundArchive.Whole.Replace("priority: p2, due: 2026-06-20", "priority: p1, due: 2026-06-20");
        Assert.Equal(findings, urgent.WithSettings(settings).Findings().Codes().Count(c => c == "late-due"));
    }

    [Theory]
    [Provokes("owner-sought")]
    [InlineData("", "postmortem-debt")]
    [InlineData("policy: { needs_owner_days: 300 }\n", "owner-sought")]
    public void An_item_may_look_for_its_owner_for_a_while(string settings, string code) =>
        Assert.Equal([code], SoundArchive.Whole.Replace("owner: \"@bo\", priority: p2", "owner: needs-owner, priority: p2").WithSettings(settings).Findings().Codes());

    [Fact]
    [Provokes("unsigned")]
    public void The_preset_p_levels_asks_for_signatures() =>
        Assert.Contains("unsigned", SoundArchive.Whole.WithSettings("preset: p-levels\n").WithKeys("severity: p1\n").Findings().Codes());

    [Fact]
    [Provokes("structural-fix-count")]
    public void The_preset_p_levels_asks_for_one_structural_fix()
    {
        var archive = SoundArchive.Whole.WithSettings("preset: p-levels\n").WithKeys("chain_level: operation\nchain_label: configuration\n");
        Assert.Contains("structural-fix-count", archive.Findings().Codes());
    }

    private static ImmutableArray<Diagnostic> Check(TemporaryFolder folder) => ArchiveBuild.Check(SoundArchive.RequestFor(folder)).Findings;
}
