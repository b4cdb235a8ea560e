using Archive.Publishing.Diagnostics;
using Xunit;

namespace Archive.Tests.Validation;

/// <summary>What was decided holds, and what was asked is answered.</summary>
public sealed class DecisionTests
{
    private const string Register = "## Decisions\n\n- D1: We do not enlarge the shared pool of connections\n- D2: Superseded by D1: the pool is not moved to another host\n";

    [Theory]
    [InlineData("Enlarge the shared pool of connections", "AI-3 goes against D1.")]
    [InlineData("Move the pool to another host", null)]
    [InlineData("Enlarge the shared pool by half at night", null)]
    public void An_item_that_promises_what_was_decided_against_names_the_decision(string title, string? message)
    {
        var items = SoundArchive.Whole[SoundArchive.Incident].Split('\n').Where(l => l.StartsWith("  - { id: AI-", StringComparison.Ordinal));
        var archive = SoundArchive.Whole.WithKeys($"action_items:\n{string.Join('\n', items)}\n  - {{ id: AI-3, title: {title}, purpose: prevent, owner: \"@ada\", priority: p3, due: 2026-06-20, ticket: OPS-3 }}\n").WithSection(Register);
        Assert.Equal(message, archive.Findings().Select(f => f.Message).SingleOrDefault());
    }

    [Fact]
    public void A_sentence_against_a_decision_is_found_at_its_words()
    {
        var archive = SoundArchive.Whole.WithSection(Register).Replace("400 customers waited.", "400 customers waited. Contrary to decision D1 the pool was enlarged.");
        var found = Assert.Single(archive.Findings());
        Assert.Equal("contradicted-decision: What is told here goes against D1.", $"{found.Code}: {found.Message}");
        Assert.Equal("Contrary to decision D1".Length, found.Location.Length);
    }

    [Theory]
    [InlineData("Contrary to D2 the pool was moved.")]
    [InlineData("Contrary to D9 the pool was moved.")]
    [InlineData("It was done as D1 says.")]
    public void What_holds_no_more_or_is_not_there_contradicts_nothing(string sentence) =>
        Assert.Empty(SoundArchive.Whole.WithSection(Register).Replace("400 customers waited.", $"400 customers waited. {sentence}").Findings());

    [Fact]
    public void A_register_may_be_a_table() =>
        Assert.Contains("contradicted-decision", SoundArchive.Whole.WithSection("## Decision log\n\n| Id | Decision |\n| --- | --- |\n| DEC-7 | Leave the pool as it is |\n")
            .Replace("400 customers waited.", "400 customers waited. Despite DEC-7 it was enlarged.").Findings().Codes());

    [Theory]
    [InlineData("- Who may raise the limit?\n- Who pays for it?\n", 2)]
    [InlineData("Who may raise the limit?\n\nWho pays for it?\n", 2)]
    [InlineData("| Question | Answer |\n| --- | --- |\n| Who may raise the limit? | |\n| Who pays for it? | Platform |\n", 1)]
    [InlineData("- Who may raise the limit? Nobody until June.\n- Who pays for it? (needs human escalation: platform lead)\n", 0)]
    [InlineData("- Who may raise the limit?\n  - Nobody until June.\n", 0)]
    [InlineData("Who may raise the limit?\n\nNobody until June.\n", 0)]
    [InlineData("> Who may raise the limit?\n", 0)]
    public void A_question_without_an_answer_is_found(string questions, int findings) =>
        Assert.Equal(findings, SoundArchive.Whole.WithSection($"## Open questions\n\n{questions}").Findings().Codes().Count(c => c == "open-question"));

    [Theory]
    [InlineData("final", FindingLevel.Warning)]
    [InlineData("review", FindingLevel.Advice)]
    public void In_review_it_is_advice(string status, FindingLevel level) =>
        Assert.Equal([level], SoundArchive.Whole.WithKeys($"status: {status}\n").WithSection("## Open questions\n\n- Who may raise the limit?\n").Findings().Where(f => f.Code == "open-question").Select(f => f.Level));

    [Fact]
    public void A_question_elsewhere_is_rhetoric() => Assert.Empty(SoundArchive.Whole.WithSection("## Response\n\nWho may raise the limit?\n").Findings());
}
