using Archive.Incidents.History;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.History;

public sealed class PostmortemDebtTests
{
    // Resolved on 7 Oct, due on the 14th: 38 days before today.
    private static readonly Postmortem Late = Sample.Stub("INC-044") with { Times = new() { StartedAt = Sample.Utc("2026-10-06T08:00:00Z"), ResolvedAt = Sample.Utc("2026-10-07T08:00:00Z") } };

    // Resolved on 13 Nov; sev2 is due on 24 Nov, an author was needed by the 20th.
    private static readonly Postmortem Unwritten = Late with { Id = "INC-045", Severity = Sample.Severity("sev2"), Times = new() { StartedAt = Sample.Utc("2026-11-13T08:00:00Z"), ResolvedAt = Sample.Utc("2026-11-13T09:00:00Z") } };

    private static IEnumerable<(DebtKind, string?, int)> Debt(params IEnumerable<Postmortem> postmortems) =>
        IncidentHistory.Of(Sample.ArchiveOf(postmortems)).Debt.Select(d => (d.Kind, d.Item?.Id, d.Days));

    private static Postmortem With(ActionItem item) => Sample.Final() with { ActionItems = [item] };

    [Fact]
    public void A_postmortem_past_its_deadline_is_debt() => Assert.Equal([(DebtKind.LatePostmortem, null, 38)], Debt(Late));

    [Fact]
    public void One_that_nobody_writes_is_debt_before_it_is_late() => Assert.Equal([(DebtKind.UnwrittenPostmortem, null, 1)], Debt(Unwritten));

    [Fact]
    public void One_with_an_author_and_time_left_is_none() => Assert.Empty(Debt(Unwritten with { Authors = ["@ines.oduya"] }));

    [Fact]
    public void One_without_a_deadline_is_none() => Assert.Empty(Debt(Unwritten with { Severity = Sample.Severity("sev4") }));

    [Theory]
    [InlineData("needs-owner")]
    [InlineData("Needs Owner")]
    [InlineData(null)]
    public void An_item_that_nobody_took_in_time_is_debt(string? owner) => // resolved on 10 Feb: an owner was needed by the 17th
        Assert.Equal([(DebtKind.UnownedItem, "AI-1", 277)], Debt(With(Sample.Item("AI-1") with { Owner = owner })));

    [Fact]
    public void An_item_with_an_owner_is_none() => Assert.Empty(Debt(With(Sample.Item("AI-1"))));

    [Theory]
    [InlineData(ItemStatus.Done)]
    [InlineData(ItemStatus.Declined)]
    [InlineData(ItemStatus.Idea)]
    public void An_item_that_is_not_open_is_none(ItemStatus status) =>
        Assert.Empty(Debt(With(Sample.Item("AI-1", status, done: status == ItemStatus.Done ? "2026-02-20" : null) with { Owner = "needs-owner" })));

    [Fact]
    public void Of_the_items_of_a_draft_nothing_is_asked() =>
        Assert.DoesNotContain(Debt(With(Sample.Item("AI-1") with { Owner = null }) with { Status = DocumentStatus.Draft }), d => d.Item1 == DebtKind.UnownedItem);

    [Fact]
    public void The_longest_stands_first() =>
        Assert.Equal([277, 38, 1], Debt(Unwritten, Late, With(Sample.Item("AI-1") with { Owner = "needs-owner" })).Select(d => d.Item3));
}
