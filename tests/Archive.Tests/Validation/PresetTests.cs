using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.Validation;

/// <summary>A sound postmortem of each preset, and what each asks for that others do not.</summary>
public sealed class PresetTests
{
    private const string ThreeItems = """
        action_items:
          - { id: AI-1, title: A pool of its own for the monthly job, type: code, purpose: prevent, priority: p1, owner: "@ada", due: 2026-05-20, ticket: OPS-1 }
          - { id: AI-2, title: Page when a request waits 300 ms, type: hook, purpose: detect, priority: p2, owner: "@ada", due: 2026-05-20, ticket: OPS-2 }
          - { id: AI-3, title: A load test with the monthly job, type: test, purpose: prevent, priority: p2, owner: "@ada", due: 2026-05-20, ticket: OPS-3 }

        """;

    private static readonly SoundArchive PLevels = Of("p-levels").WithSection("## Root cause analysis\n\n1. Why was sign-in slow? It waited.\n2. Why? The job held the connections.\n3. Why? Nothing bounds them.\n")
        .WithKeys("severity: p1\nsigned_off_by: [\"@ada\", \"@bo\", \"@eve\"]\nchain_level: operation\nchain_label: configuration\n")
        .Replace("status: done,", "structural_fix: true, status: done,");

    private static readonly SoundArchive Sev14 = Of("sev1-4").WithKeys(ThreeItems);

    private static readonly SoundArchive Discipline = Of("discipline").WithSection("## Owner sentiment\n\nI was glad that nobody asked who.\n").Replace("layer: code, addressed_by", "layer: code, substitution_test: yes, addressed_by");

    [Fact]
    public void A_sound_postmortem_under_p_levels_is_without_a_finding() => Assert.Empty(PLevels.Findings());

    [Fact]
    public void A_sound_postmortem_under_sev1_4_is_without_a_finding() => Assert.Empty(Sev14.Findings());

    [Fact]
    public void A_sound_postmortem_under_discipline_is_without_a_finding() => Assert.Empty(Discipline.Findings());

    [Theory]
    [InlineData("chain_level")]
    [InlineData("chain_label")]
    public void P_levels_ask_for_the_chain(string key) => Assert.Equal(["missing-key"], PLevels.WithoutKey(key).Findings().Codes());

    [Fact]
    public void P_levels_ask_for_no_chain_of_a_draft() =>
        Assert.Empty(PLevels.WithoutKey("chain_level").Replace("status: final", "status: draft").Findings());

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void P_levels_ask_for_exactly_one_structural_fix(int fixes)
    {
        var archive = PLevels.Replace("structural_fix: true, ", "");
        if (fixes == 2) archive = archive.Replace(", status: ", ", structural_fix: true, status: ");
        Assert.Equal(["structural-fix-count"], archive.Findings().Codes());
    }

    [Fact]
    public void P_levels_ask_for_nothing_that_went_well() =>
        Assert.Empty(PLevels.WithSection("## What went well\n\nREMOVE\n").Findings());

    [Theory]
    [InlineData(2, "item-count")]
    [InlineData(3, null)]
    [InlineData(5, null)]
    [InlineData(6, "item-count")]
    public void Sev1_4_asks_for_three_to_five_items(int items, string? code)
    {
        var lines = string.Concat(Enumerable.Range(1, items).Select(i => $"  - {{ id: AI-{i}, title: A pool of its own for job {i}, purpose: prevent, priority: p{1 + (i % 3)}, owner: \"@ada\", due: 2026-05-20, ticket: OPS-{i} }}\n"));
        Assert.Equal(code is null ? [] : [code], Sev14.WithKeys($"action_items:\n{lines}").Findings().Codes());
    }

    [Fact]
    public void Ideas_and_declined_items_are_not_counted() =>
        Assert.Equal(["item-count"], Sev14.Replace("id: AI-2,", "id: AI-2, status: idea,").Findings().Codes());

    [Fact]
    public void Discipline_asks_for_the_type_of_a_committed_item() =>
        Assert.Equal(["missing-key"], Discipline.Replace(" type: hook,", "").Findings().Codes());

    [Fact]
    public void Discipline_asks_for_no_type_of_an_idea() =>
        Assert.Empty(Discipline.Replace(" type: hook,", "").Replace("status: open", "status: idea").Findings());

    [Theory]
    [InlineData("layer: code, ")]
    [InlineData("substitution_test: yes, ")]
    public void Discipline_asks_for_the_layer_and_the_substitution_test_of_every_cause(string key) =>
        Assert.Equal(["missing-layer"], Discipline.Replace(key, "").Findings().Codes());

    [Theory]
    [InlineData("A paragraph.", "p1", 1)]
    [InlineData("1. Why? It waited.\n2. Why? It was held.", "p1", 1)]
    [InlineData("A paragraph.", "p2", 0)]
    [InlineData("- Slow\n  - AND held\n    - because nothing bounds it\n  - AND shared", "p1", 0)]
    public void P_levels_ask_for_a_chain_of_whys_or_a_tree_where_a_postmortem_is_mandatory(string analysis, string severity, int findings) =>
        Assert.Equal(findings, PLevels.WithSection($"## Root cause analysis\n\n{analysis}\n").WithKeys($"severity: {severity}\n").Findings().Codes().Count(c => c == "missing-causal-chain"));

    [Fact]
    public void Discipline_asks_for_the_owners_sentiment() =>
        Assert.Equal(["missing-section"], Discipline.WithSection("## Owner sentiment\n\nREMOVE\n").Findings().Codes());

    [Fact]
    public void Discipline_asks_for_an_item() =>
        Assert.Equal(["item-count", "missing-section"], Discipline.WithoutKey("action_items").Replace("addressed_by: [AI-1]", "accepted: It is retired in June.").Findings().Codes().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(PresetNames))]
    public void Every_severity_and_alias_of_a_preset_leads_to_one(string preset)
    {
        var policy = Presets.Find(preset)!; // the data are its names
        Assert.All(policy.Severities, s => Assert.All(s.Aliases.Add(s.Id), word => Assert.Same(s, policy.FindSeverity(word.ToUpperInvariant()))));
    }

    public static TheoryData<string> PresetNames => [.. Presets.All.Select(p => p.Preset)];

    private static SoundArchive Of(string preset) => SoundArchive.Whole.WithSettings($"preset: {preset}\n");
}
