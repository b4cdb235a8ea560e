using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Tests.Validation;
using Xunit;

namespace Archive.Tests.Drafting;

/// <summary>Action items that stand in the body.</summary>
public sealed class ActionItemTableTests
{
    private const string Head = "| ID | Action | Type | Purpose | Owner | Priority | Due | Ticket | Status | Done on | Reason | Evidence |";

    [Fact]
    public void Every_column_is_read()
    {
        var item = Item(Head, "| AI-1 | A pool of its own | hook + test | prevent | @ada | p1 | 2026-05-20 | OPS-1 | done | 2026-05-11 | | commit: 9f31c0a |");
        Assert.Equal(("AI-1", "A pool of its own", "@ada", "OPS-1"), (item.Id, item.Title, item.Owner, item.Ticket));
        Assert.Equal(["hook", "test"], item.Types);
        Assert.Equal((ItemPurpose.Prevent, ItemPriority.P1, ItemStatus.Done), (item.Purpose, item.Priority, item.Status));
        Assert.Equal((new DateOnly(2026, 5, 20), new DateOnly(2026, 5, 11)), (item.DueOn, item.DoneOn));
        Assert.Equal("9f31c0a", Assert.Single(item.Evidence).Commit);
    }

    [Theory]
    [InlineData("| # | Action item | Assignee | Tracking bug | State |")]
    [InlineData("| Id | Task | Responsible | Issue | Status |")]
    [InlineData("| ID | What | Owner(s) | Ticket link | STATUS |")]
    [InlineData("| id | Description | owner | Bug | status of it |")]
    public void Columns_are_known_by_the_words_that_people_use(string head)
    {
        var item = Item(head, "| AI-7 | A pool | @ada | OPS-1 | open |");
        Assert.Equal(("AI-7", "A pool", "@ada", "OPS-1", ItemStatus.Open), (item.Id, item.Title, item.Owner, item.Ticket, item.Status));
    }

    [Theory]
    [InlineData("✅", ItemStatus.Done)]
    [InlineData("☑", ItemStatus.Done)]
    [InlineData("Shipped", ItemStatus.Done)]
    [InlineData("DONE", ItemStatus.Done)]
    [InlineData("☐", ItemStatus.Open)]
    [InlineData("In progress", ItemStatus.Open)]
    [InlineData("TODO", ItemStatus.Open)]
    [InlineData("", ItemStatus.Open)]
    [InlineData("–", ItemStatus.Open)]
    [InlineData("Idea", ItemStatus.Idea)]
    [InlineData("Won't do", ItemStatus.Declined)]
    public void A_status_is_known_by_the_words_and_signs_that_people_use(string written, ItemStatus status)
    {
        var (archive, _) = Archive("| Action | Owner | Status |", $"| A pool | @ada | {written} |").Replace("status: final", "status: draft").Read();
        var item = Incident(archive)?.ActionItems[0];
        if (status is ItemStatus.Open or ItemStatus.Idea) Assert.Equal(status, item?.Status);
        else Assert.Null(item); // done without a day, or declined without a reason
    }

    [Theory]
    [InlineData("path: a/b.sh; commit: 1f2e", "a/b.sh", "1f2e", null, null)]
    [InlineData("path: a/b.sh, commit: 1f2e, contains: x, y", "a/b.sh", "1f2e", "x, y", null)]
    [InlineData("path: a/b.sh,commit:1f2e", "a/b.sh", "1f2e", null, null)]
    [InlineData("contains: gain above 1.0: points; path: a/b.md", "a/b.md", null, "gain above 1.0: points", null)]
    [InlineData("`1f2e`", null, "1f2e", null, null)]
    [InlineData("Commit: 1f2e;", null, "1f2e", null, null)]
    [InlineData("File: a/b.sh", "a/b.sh", null, null, null)]
    [InlineData("PR: 412", null, null, null, "412")]
    [InlineData("pull request: https://git.example/4, path: c", "c", null, null, "https://git.example/4")]
    [InlineData("path: a, b.sh", "a, b.sh", null, null, null)]
    public void Evidence_is_read_as_people_write_it(string cell, string? path, string? commit, string? contains, string? pullRequest)
    {
        var evidence = Assert.Single(Item("| Action | Owner | Evidence |", $"| A pool | @ada | {cell} |").Evidence);
        Assert.Equal((path, commit, contains, pullRequest), (evidence.Path, evidence.Commit, evidence.Contains, evidence.PullRequest));
    }

    [Fact]
    public void A_test_is_evidence_too() =>
        Assert.Equal(new Evidence { Test = "Waits_for_a_connection", Path = "tests/pool.cs", Commit = "1f2e" }, Item("| Action | Owner | Evidence |", "| A pool | @ada | test: Waits_for_a_connection, path: tests/pool.cs, commit: 1f2e |").Evidence[0]);

    [Fact]
    public void Rows_without_an_id_are_counted_over_all_tables()
    {
        var incident = SoundArchive.Whole.WithoutKey("action_items").Replace("[AI-1]", "[AI-3]")
            .WithSection("## Action items\n\nNow:\n\n| Action | Owner |\n| --- | --- |\n| One | @ada |\n| | |\n| Two | @bo |\n\nLater:\n\n| Task | Owner |\n| --- | --- |\n| Three | @ada |\n").ReadIncident();
        Assert.Equal([("AI-1", "One"), ("AI-2", "Two"), ("AI-3", "Three")], incident.ActionItems.Select(i => (i.Id, i.Title)));
    }

    [Fact]
    public void Tables_of_several_sections_are_all_read()
    {
        var incident = SoundArchive.Whole.WithoutKey("action_items").WithSection("## Action items\n\n| Action | Owner |\n| --- | --- |\n| One | @ada |\n")
            .WithSection("## Next steps\n\n| Action | Owner |\n| --- | --- |\n| Two | @bo |\n").ReadIncident();
        Assert.Equal(["One", "Two"], incident.ActionItems.Select(i => i.Title));
    }

    [Fact]
    public void Where_both_lists_stand_the_front_matters_counts()
    {
        var findings = SoundArchive.Whole.WithSection("## Action items\n\n| ID | Action | Owner |\n| --- | --- | --- |\n| AI-9 | One | @ada |\n").Findings();
        Assert.Equal(["items-twice"], findings.Codes());
    }

    [Fact]
    public void A_table_that_names_no_action_is_prose()
    {
        var incident = SoundArchive.Whole.WithSection("## Action items\n\n| Week | Hours |\n| --- | --- |\n| 1 | 4 |\n").ReadIncident();
        Assert.Equal(2, incident.ActionItems.Length);
        Assert.Contains("<td>4</td>", incident.Body.Sections.Single(s => s.Heading == "Action items").Html.Fill(_ => null), StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_that_cannot_be_read_are_found_at_their_place()
    {
        var all = Archive("| ID | Action | Owner | Due | Priority | Purpose | Type |", "| AI-1 | A pool | @ada | soon | urgent | hope | magic |").Findings();
        var findings = all.Where(f => f.Rule.Family == "structure").ToList(); // the rest is about what the items lack
        Assert.Equal([26, 33, 42, 49], findings.Select(f => f.Location.Column));
        Assert.Equal(["not-a-date", "unknown-word", "unknown-word", "unknown-term"], findings.Codes());
        Assert.Single(findings.Select(f => f.Location.Line).Distinct());
    }

    [Fact]
    public void A_row_without_an_action_is_incomplete() =>
        Assert.Equal(["incomplete-entry"], Archive("| ID | Action | Owner |", "| AI-1 | A pool | @ada |\n| AI-2 | | @ada |").Findings().Where(f => f.Level == FindingLevel.Error).Codes());

    private static ActionItem Item(string head, string row) => Assert.Single(Archive(head, row).ReadIncident().ActionItems);

    private static SoundArchive Archive(string head, string row)
    {
        var line = "|" + string.Concat(Enumerable.Repeat(" --- |", head.Count(c => c == '|') - 1));
        return SoundArchive.Whole.WithoutKey("action_items").Replace("addressed_by: [AI-1]", "accepted: It is retired in June.").WithSection($"## Action items\n\n{head}\n{line}\n{row}\n");
    }

    private static Postmortem? Incident(IncidentArchive archive) => archive.Postmortems.FirstOrDefault(p => p.Id == "INC-042");
}
