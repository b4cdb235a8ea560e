using Archive.Incidents.Validation;
using Archive.Publishing.Diagnostics;
using Xunit;

namespace Archive.Tests.Validation;

/// <summary>What the manual shows as broken is found, and what it shows as kept is not.</summary>
public sealed class RuleExamplesTests
{
    /// <summary>Findings that come along with a rule's example, and why they have to.</summary>
    private static readonly Dictionary<string, string[]> Companions = new(StringComparer.Ordinal)
    {
        // the id of INC-042 is gone, and its public note looks for it
        ["invalid-id"] = ["note-without-incident"],
        ["duplicate-id"] = ["note-without-incident"],
        ["missing-front-matter"] = ["note-without-incident"],
    };

    public static TheoryData<string> Codes => [.. RuleCatalogue.All.Select(r => r.Code)];

    public static TheoryData<string> ShownCodes => [.. RuleCatalogue.All.Where(r => r.Bad.Kind != ExampleKind.Words).Select(r => r.Code)];

    [Fact]
    public void Nothing_is_found_in_a_sound_archive() => Assert.Empty(SoundArchive.Whole.Findings());

    [Theory]
    [MemberData(nameof(ShownCodes))]
    public void What_a_rule_shows_as_broken_provokes_it_and_nothing_else(string code)
    {
        var rule = RuleCatalogue.Find(code)!; // the data are its codes
        var found = SoundArchive.Whole.With(rule.Bad).Findings().Codes().Distinct().ToList();
        Assert.Contains(code, found);
        Assert.Empty(found.Except([code, .. Companions.GetValueOrDefault(code, [])]));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void What_a_rule_shows_as_kept_is_without_a_finding(string code) =>
        Assert.Empty(SoundArchive.Whole.With(RuleCatalogue.Find(code)!.Good).Findings()); // the data are its codes

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_finding_has_the_level_of_its_rule_in_a_final_postmortem(string code)
    {
        var rule = RuleCatalogue.Find(code)!; // the data are its codes
        Assert.All(SoundArchive.Whole.With(rule.Bad).Findings().Where(f => f.Code == code), f => Assert.Equal(rule.Level, f.Level));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_rule_has_a_title_and_an_explanation(string code)
    {
        var rule = RuleCatalogue.Find(code)!; // the data are its codes
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", rule.Code);
        Assert.Matches(@"^[A-Z][^\r\n]*[^.\s]$", rule.Title);
        Assert.NotEqual("", rule.Explanation.Trim());
        Assert.NotEqual("", rule.Good.Text);
        Assert.Contains(rule.Family, (string[])["structure", "completeness", "public", "secrets", "follow-through", "consistency", "prose"]);
    }

    [Fact]
    public void Codes_are_unique() => Assert.Equal(RuleCatalogue.All.Length, RuleCatalogue.All.Select(r => r.Code).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void Every_rule_that_no_text_shows_has_a_test_that_provokes_it()
    {
        var tested = ((Type[])[typeof(RulesInWordsTests), typeof(LeakRulesTests), typeof(Builds.PublicPictureTests)]).SelectMany(t => t.GetMethods()).SelectMany(m => m.GetCustomAttributes(inherit: false).OfType<ProvokesAttribute>()).Select(p => p.Code);
        Assert.Equal(RuleCatalogue.All.Where(r => r.Bad.Kind == ExampleKind.Words).Select(r => r.Code).Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }
}
