using Archive.Incidents.Validation;
using Archive.Publishing.Diagnostics;
using Xunit;

namespace Archive.Tests.Validation;

/// <summary>What a site may say about the level of a rule.</summary>
public sealed class PolicyRulesTests
{
    private static readonly SoundArchive WithTodo = SoundArchive.Whole.Replace("400 customers waited.", "400 customers waited. Revenue: TBD.");

    [Fact]
    public void A_rule_of_completeness_can_be_turned_off() =>
        Assert.Empty(WithTodo.WithSettings("rules: { placeholder: off }\n").Findings());

    [Fact]
    public void A_rule_of_completeness_can_be_softened() =>
        Assert.Equal([FindingLevel.Advice], WithTodo.WithSettings("rules: { placeholder: advice }\n").Findings().Select(f => f.Level));

    [Fact]
    public void A_rule_of_completeness_can_be_hardened() =>
        Assert.Equal([FindingLevel.Error], SoundArchive.Whole.With(CompletenessProblems.GapRule.Bad).WithSettings("rules: { timeline-gap: error }\n").Findings().Select(f => f.Level));

    [Fact]
    public void A_rule_of_structure_cannot_be_turned_off() =>
        Assert.Equal(["unknown-rule", "unknown-severity"], SoundArchive.Whole.WithKeys("severity: sev9\n").WithSettings("rules: { unknown-severity: off }\n").Findings().Codes());

    [Fact]
    public void A_postmortem_that_lacks_what_every_one_has_is_left_out_with_every_rule_off_that_can_be()
    {
        var off = "rules:\n" + string.Concat(RuleCatalogue.Configurable.Select(r => $"  {r.Code}: off\n"));
        foreach (var key in (string[])["id", "title", "status", "severity", "services", "times"])
        {
            var (archive, findings) = SoundArchive.Whole.WithSettings(off).WithoutKey(key).Read();
            Assert.Equal(["missing-essential"], findings.Places().Select(p => p.Split(' ')[1]));
            Assert.Equal(1, archive.LeftOut);
        }
    }

    [Fact]
    public void A_postmortem_without_what_its_status_asks_for_can_be_read_with_that_rule_off() =>
        Assert.Null(SoundArchive.Whole.WithoutKey("detected_by").WithSettings("rules: { missing-key: off }\n").ReadIncident().DetectedBy);
}
