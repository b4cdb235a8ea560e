using Archive.Publishing.Diagnostics;
using Xunit;

namespace Archive.Tests.Validation;

/// <summary>What is there has to say something.</summary>
public sealed class SubstanceTests
{
    private static SoundArchive Impact(string text) => SoundArchive.Whole.WithSection("## Summary\n\nSign-in was slow because the monthly job held the connections.\n").WithSection($"## Impact\n\n{text}\n");

    [Theory]
    [InlineData("Some customers had to wait.")]
    [InlineData("Sign-in was slow from 14:02 to 15:20 on 2026-04-25, see INC-040 and v4.17.3.")]
    [InlineData("A third-party client showed errors.")]
    public void An_impact_without_a_number_is_found_at_its_heading(string text) =>
        Assert.Equal(["unquantified-impact"], Impact(text).Findings().Codes());

    [Theory]
    [InlineData("About 3,200 requests failed.")]
    [InlineData("Sign-in took 9s.")]
    [InlineData("No data was lost.")]
    [InlineData("Half of the growers had to wait.")]
    [InlineData("It is not known how many had to wait.")]
    [InlineData("Lines stood for most of a three-day period.")]
    [InlineData("Every packing house was hit for an hour.")]
    public void Any_number_will_do_in_digits_or_words(string text) => Assert.Empty(Impact(text).Findings());

    [Theory]
    [InlineData("kind: near-miss\n")]
    [InlineData("impact: { hours_lost: 12 }\n")]
    [InlineData("impact: { data_loss: none }\n")]
    [InlineData("summary: Sign-in was slow for 400 customers because the monthly job held the connections.\n")]
    [InlineData("status: draft\n")]
    public void Numbers_may_stand_in_keys_and_are_not_asked_of_near_misses_and_drafts(string keys) =>
        Assert.DoesNotContain("unquantified-impact", Impact("Some customers had to wait.").WithKeys(keys).Findings().Codes());

    [Theory]
    [InlineData("> It was a long night.\n\n(support agent)")]
    [InlineData("The on-call engineer: “it was a long night, and nobody knew why”.")]
    [InlineData("I looked at that list four times.")]
    public void An_owner_may_speak_in_a_quotation_or_plainly(string text) => Assert.Empty(SoundArchive.Whole.WithSection($"## Owner sentiment\n\n{text}\n").Findings());

    [Fact]
    public void Where_nobody_speaks_the_preset_discipline_is_stricter()
    {
        var archive = SoundArchive.Whole.WithSection("## Owner sentiment\n\nThe owner was rather unhappy.\n");
        Assert.Equal([FindingLevel.Advice], Levels(archive));
        Assert.Equal([FindingLevel.Warning], Levels(archive.WithSettings("preset: discipline\n")));

        static IEnumerable<FindingLevel> Levels(SoundArchive archive) => archive.Findings().Where(f => f.Code == "sentiment-without-quote").Select(f => f.Level);
    }

    [Theory]
    [InlineData("p1", 2, "unsigned: 2 people have signed; the policy asks for 3.")]
    [InlineData("p1", 3, null)]
    [InlineData("p0", 3, "unsigned: 3 people have signed; the policy, for a P0, asks for 4.")]
    [InlineData("p0", 4, null)]
    public void The_preset_p_levels_wants_three_signatures_and_for_a_p0_four(string severity, int signed, string? finding)
    {
        var hands = string.Join(", ", Enumerable.Range(1, signed).Select(i => $"\"@lead{i}\""));
        var archive = SoundArchive.Whole.WithSettings("preset: p-levels\n").WithKeys($"severity: {severity}\nsigned_off_by: [{hands}]\n");
        Assert.Equal(finding, archive.Findings().Where(f => f.Code == "unsigned").Select(f => $"{f.Code}: {f.Message}").SingleOrDefault());
    }

    [Fact]
    public void A_text_in_review_need_not_be_signed() =>
        Assert.DoesNotContain("unsigned", SoundArchive.Whole.WithSettings("preset: p-levels\n").WithKeys("severity: p1\nstatus: review\n").Findings().Codes());

    [Fact]
    public void Who_signs_twice_counts_once() =>
        Assert.Contains("unsigned", SoundArchive.Whole.WithSettings("policy: { sign_offs_at_least: 2 }\n").WithKeys("signed_off_by: [\"@ada\", \"@Ada\"]\n").Findings().Codes());

    [Theory]
    [InlineData("The monthly job was paused, and waits fell.")]
    [InlineData("At 14:31 somebody looked at the graphs.")]
    public void A_lesson_that_tells_the_timeline_again_is_found_at_its_sentence(string sentence)
    {
        var archive = SoundArchive.Whole.WithSection($"## Lessons learned\n\nA pool is a promise. {sentence}\n");
        var found = Assert.Single(archive.Findings());
        var line = archive[SoundArchive.Incident].Split('\n')[found.Location.Line - 1];
        Assert.Equal(("restated-lesson", sentence), (found.Code, line.Substring(found.Location.Column - 1, found.Location.Length)));
    }

    [Theory]
    [InlineData("A job that can be paused is half repaired.")]
    [InlineData("Waits fall when a job is paused; a queue tells it earlier.")]
    [InlineData("Alerts on time are worth little without a runbook.")]
    public void A_lesson_that_goes_further_is_left_alone(string sentence) => Assert.Empty(SoundArchive.Whole.WithSection($"## Lessons learned\n\n{sentence}\n").Findings());

    [Theory]
    [InlineData("status: draft\n")]
    [InlineData("status: stub\n")]
    public void Drafts_are_left_in_peace(string status) =>
        Assert.DoesNotContain("restated-lesson", SoundArchive.Whole.WithKeys(status).WithSection("## Lessons learned\n\n- The monthly job was paused and the waits fell.\n").Findings().Codes());

    [Theory]
    [InlineData("unquantified-impact", "## Impact\n\nSome customers had to wait.\n")]
    [InlineData("sentiment-without-quote", "## Owner sentiment\n\nThe owner was rather unhappy.\n")]
    [InlineData("restated-lesson", "## Lessons learned\n\n- The monthly job was paused and the waits fell.\n")]
    [InlineData("open-question", "## Open questions\n\n- Who may raise the limit?\n")]
    [InlineData("unsourced-claim", "## Response\n\nIt is common knowledge that a pool of 100 is enough.\n")]
    public void Each_can_be_kept_from_a_place_and_switched_off(string code, string section)
    {
        var archive = SoundArchive.Whole.WithSection("## Summary\n\nSign-in was slow because of the monthly job.\n").WithSection(section);
        Assert.Equal([code], archive.Findings().Codes());
        Assert.Empty(archive.WithSettings($"rules: {{ {code}: off }}\n").Findings());
        var at = section.IndexOf('\n', StringComparison.Ordinal);
        var comment = code is "unquantified-impact" or "sentiment-without-quote" ? $"{section[..at]} <!-- archive-check: ignore {code} — it is so -->{section[at..]}" : $"{section[..at]}\n\n<!-- archive-check: ignore {code} — it is so -->{section[(at + 1)..]}";
        Assert.Empty(archive.Replaced(SoundArchive.Incident, section.TrimEnd('\n'), comment.TrimEnd('\n')).Findings());
    }
}
