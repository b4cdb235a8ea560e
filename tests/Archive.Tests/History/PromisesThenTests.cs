using Archive.Incidents.History;
using Archive.Incidents.Model;
using Xunit;
using static Archive.Incidents.History.RecurrenceDiagnosis;

namespace Archive.Tests.History;

public sealed class PromisesThenTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static readonly ActionItem Early = Sample.Item("AI-1", ItemStatus.Done, done: "2026-02-20");
    private static readonly ActionItem Late = Sample.Item("AI-2", ItemStatus.Done, done: "2026-03-02");
    private static readonly ActionItem Never = Sample.Item("AI-3");
    private static readonly Cause AcceptedRoot = new() { Id = "C1", Kind = CauseKind.Root, Text = "A lane has one camera.", AcceptedBecause = "A second one costs more than it saves." };

    private static RecurrenceDiagnosis Of(params IEnumerable<ActionItem> items) => PromisesThen.Of(Sample.Final() with { ActionItems = [.. items] }, Day).Diagnosis;

    [Fact]
    public void Items_that_were_open_never_shipped() => Assert.Equal(NeverShipped, Of(Late, Never));

    [Fact]
    public void Items_that_were_done_did_not_hold() => Assert.Equal(DidNotHold, Of(Early));

    [Fact]
    public void One_item_that_was_open_is_enough_where_no_structural_fix_is_named() => Assert.Equal(NeverShipped, Of(Early, Never));

    [Fact]
    public void A_structural_fix_that_was_done_decides_over_items_that_were_open() =>
        Assert.Equal(DidNotHold, Of(Early with { IsStructuralFix = true }, Never, Late));

    [Fact]
    public void A_structural_fix_that_was_open_decides_over_items_that_were_done() =>
        Assert.Equal(NeverShipped, Of(Early, Late with { IsStructuralFix = true }));

    [Fact]
    public void Of_two_structural_fixes_both_must_have_shipped() =>
        Assert.Equal(NeverShipped, Of(Early with { IsStructuralFix = true }, Never with { IsStructuralFix = true }));

    [Fact]
    public void Without_items_nothing_was_planned() => Assert.Equal(NothingPlanned, Of());

    [Fact]
    public void An_idea_is_no_plan() => Assert.Equal(NothingPlanned, Of(Sample.Item("AI-1", ItemStatus.Idea)));

    [Fact]
    public void A_declined_item_is_a_decision() => Assert.Equal(Accepted, Of(Sample.Item("AI-1", ItemStatus.Declined), Sample.Item("AI-2", ItemStatus.Idea)));

    [Fact]
    public void A_root_cause_that_was_accepted_is_a_decision_whatever_else_was_promised() =>
        Assert.Equal(Accepted, PromisesThen.Of(Sample.Final() with { Causes = [AcceptedRoot], ActionItems = [Never, Early] }, Day).Diagnosis);

    [Fact]
    public void An_accepted_root_cause_is_not_the_reason_where_another_was_to_be_repaired() =>
        Assert.Equal(NeverShipped, PromisesThen.Of(Sample.Final() with { Causes = [AcceptedRoot, AcceptedRoot with { Id = "C2", AcceptedBecause = null, AddressedBy = ["AI-3"] }], ActionItems = [Never] }, Day).Diagnosis);

    [Fact]
    public void The_state_is_that_of_the_day_and_not_that_of_today()
    {
        var then = PromisesThen.Of(Sample.Final() with { ActionItems = [Early, Late, Never] }, Day);
        Assert.Equal(["AI-1"], then.Done.Select(i => i.Id));
        Assert.Equal(["AI-2", "AI-3"], then.Open.Select(i => i.Id));
    }

    [Fact]
    public void Done_on_the_day_counts_as_done_in_the_zone_of_the_policy()
    {
        // 23:30 in UTC is the next day in Berlin: the item was done on that day, so it was there
        var archive = Sample.ArchiveOf(
            Sample.Final("INC-001", "2026-02-10T05:30:00Z") with { ActionItems = [Sample.Item("AI-1", ItemStatus.Done, done: "2026-03-02")] },
            Sample.Final("INC-002", "2026-03-01T23:30:00Z"));
        Assert.Equal(NeverShipped, Assert.Single(IncidentHistory.Of(archive).Recurrences).Diagnosis);
        var berlin = archive with { Settings = archive.Settings with { Policy = Sample.Policy with { TimeZone = "Europe/Berlin" } } };
        Assert.Equal(DidNotHold, Assert.Single(IncidentHistory.Of(berlin).Recurrences).Diagnosis);
    }

    [Fact]
    public void An_item_that_was_done_before_its_incident_counts_as_done() => Assert.Equal(DidNotHold, Of(Sample.Item("AI-1", ItemStatus.Done, done: "2026-01-01")));
}
