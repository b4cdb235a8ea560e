using Archive.Publishing.Diagnostics;
using Xunit;

namespace Archive.Tests.Validation;

public sealed class SuppressionTests
{
    private const string Ignore = "<!-- archive-check: ignore should-have — the words of the contract -->";

    [Theory]
    [InlineData($"{Ignore}\nWe should have told them.\nAnd we should have told others.")]
    [InlineData($"{Ignore}\n\nWe should have told them.")]
    [InlineData($"We should have told them. {Ignore}")]
    [InlineData($"{Ignore}\n\n- We should have told them.\n- We should have told others.")]
    [InlineData("<!--\narchive-check: ignore should-have -- the words of the contract\n-->\nWe should have told them.")]
    [InlineData("<!-- archive-check: ignore should-have, try-harder - both quoted -->\nWe should have told them to be more careful.")]
    [InlineData($"{Ignore}\n<!-- archive-check: ignore try-harder: quoted -->\nWe should have told them to be more careful.")]
    public void A_place_is_left_alone_for_a_reason(string markdown) => Assert.Empty(With(markdown).Findings());

    [Theory]
    [InlineData($"{Ignore}\nNothing.\n\nWe should have told them.")]
    [InlineData($"Nothing. {Ignore}\nWe should have told them.")]
    [InlineData($"`{Ignore}`\nWe should have told them.")]
    public void Another_place_is_not(string markdown) => Assert.Contains("should-have", With(markdown).Findings().Codes());

    [Fact]
    public void One_that_suppresses_nothing_is_found_where_it_stands()
    {
        var finding = Assert.Single(With($"It was so.\n\n{Ignore}\nNothing.").Findings());
        Assert.Equal(("unused-suppression", FindingLevel.Warning), (finding.Code, finding.Level));
        Assert.StartsWith("<!--", With($"It was so.\n\n{Ignore}\nNothing.")[SoundArchive.Incident].Split('\n')[finding.Location.Line - 1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!-- archive-check: ignore should-have -->", "The suppression does not say why.")]
    [InlineData("<!-- archive-check: ignore should-have — -->", "The suppression does not say why.")]
    [InlineData("<!-- archive-check: ignore shuld-have — quoted -->", "'shuld-have' is not a rule that can be suppressed.")]
    [InlineData("<!-- archive-check: ignore unknown-severity — quoted -->", "'unknown-severity' is not a rule that can be suppressed.")]
    [InlineData("<!-- archive-check: ignore should-have quoting the customer -->", "This comment speaks to archive check, but cannot be read.")]
    [InlineData("<!-- archive-check: off -->", "This comment speaks to archive check, but cannot be read.")]
    public void One_that_cannot_count_says_so_and_suppresses_nothing(string comment, string message)
    {
        var found = With($"{comment}\nWe should have told them.").Findings();
        Assert.Equal(["should-have", "unusable-suppression"], found.Codes().Order(StringComparer.Ordinal));
        Assert.Contains(found, f => f.Message == message);
    }

    [Theory]
    [InlineData("summary: We should have told them. # archive-check: ignore should-have — quoted\n")]
    [InlineData("# archive-check: ignore should-have — quoted\nsummary: >-\n  We should have\n  told them.\n")]
    public void A_key_is_left_alone_by_a_comment_of_YAML(string yaml) =>
        Assert.Empty(SoundArchive.Whole.Replace("status: final\n", $"status: final\n{yaml}").Findings());

    [Fact]
    public void What_is_suppressed_is_remembered_with_the_reason()
    {
        var suppressed = Assert.Single(With($"{Ignore}\nWe should have told them.").Suppressed());
        Assert.Equal(("should-have", "the words of the contract"), (suppressed.Finding.Code, suppressed.Reason));
        Assert.Equal(suppressed.Finding.Location.Line - 1, suppressed.By!.Value.Line);
    }

    [Fact]
    public void A_possible_duplicate_is_answered_by_related_and_by_no_comment() =>
        Assert.Contains(With("<!-- archive-check: ignore possible-duplicate — another night -->\nNothing.").Findings(), f => f.Message == "'possible-duplicate' is not a rule that can be suppressed.");

    [Fact]
    public void An_error_that_is_suppressed_does_not_keep_a_postmortem_out()
    {
        var archive = With("<!-- archive-check: ignore email-address — he asked to be named -->\nWrite to jo.fields@orchard-mail.com.");
        Assert.Equal("INC-042", archive.ReadIncident().Id);
    }

    [Fact]
    public void A_page_of_the_handbook_can_suppress_too() =>
        Assert.Empty(SoundArchive.Whole.With("pages/about.md", "---\ntitle: About\n---\n\n<!-- archive-check: ignore email-address — the author -->\njo.fields@orchard-mail.com\n").Findings());

    private static SoundArchive With(string markdown) => SoundArchive.Whole.Replace("400 customers waited.", markdown);
}
