using Archive.Incidents.History;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.History;

public sealed class FollowThroughTests
{
    private static FollowThrough Of(params IEnumerable<ActionItem> items) =>
        FollowThrough.Of(Sample.Final() with { ActionItems = [.. items] }, Sample.Today);

    [Fact]
    public void An_item_past_its_day_makes_it_overdue()
    {
        var through = Of(Sample.Item("AI-1", ItemStatus.Open, "2026-11-20"), Sample.Item("AI-2", ItemStatus.Done, done: "2026-03-01"));
        Assert.Equal((FollowThroughState.Overdue, 2, 1, 1), (through.State, through.Committed, through.Open, through.Overdue));
    }

    [Fact]
    public void An_item_due_today_is_open_and_not_overdue() =>
        Assert.Equal(FollowThroughState.Open, Of(Sample.Item("AI-1", ItemStatus.Open, "2026-11-21")).State);

    [Fact]
    public void Items_done_and_proved_or_declined_close_it() =>
        Assert.Equal(FollowThroughState.Closed, Of(Sample.Item("AI-1", ItemStatus.Done, done: "2026-03-01"), Sample.Item("AI-2", ItemStatus.Declined)).State);

    [Fact]
    public void An_item_that_is_done_without_proof_does_not_close_it()
    {
        var through = Of(Sample.Item("AI-1", ItemStatus.Done, done: "2026-03-01"), Sample.Item("AI-2", ItemStatus.Done, done: "2026-03-01") with { Evidence = [] });
        Assert.Equal((FollowThroughState.Unproved, 2, 1), (through.State, through.Done, through.Unproved));
    }

    [Fact]
    public void An_idea_is_no_promise()
    {
        var through = Of(Sample.Item("AI-1", ItemStatus.Idea, "2026-01-01"));
        Assert.Equal((FollowThroughState.NothingPromised, 0), (through.State, through.Committed));
    }
}
