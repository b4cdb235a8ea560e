using Archive.Incidents.History;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.History;

public sealed class CauseLedgerTests
{
    private static readonly Postmortem Postmortem = Sample.Final() with
    {
        ActionItems =
        [
            Sample.Item("AI-1", ItemStatus.Done, done: "2026-02-20"), Sample.Item("AI-2"),
            Sample.Item("AI-3", ItemStatus.Declined), Sample.Item("AI-4", ItemStatus.Idea),
        ],
    };

    [Theory]
    [InlineData("AI-1", null, CauseState.Repaired)]
    [InlineData("AI-1 AI-2", null, CauseState.Promised)]
    [InlineData("ai-2", "We may live with it.", CauseState.Promised)]
    [InlineData("AI-3", null, CauseState.Accepted)]
    [InlineData("AI-1 AI-3", null, CauseState.Repaired)]
    [InlineData("AI-4", null, CauseState.Unaddressed)]
    [InlineData("", null, CauseState.Unaddressed)]
    [InlineData("", "We live with it.", CauseState.Accepted)]
    public void What_is_done_about_a_cause_follows_from_the_items_that_address_it(string addressedBy, string? accepted, CauseState state)
    {
        var cause = new Cause { Id = "C1", Kind = CauseKind.Contributing, Text = "Why.", AddressedBy = [.. addressedBy.Split(' ', StringSplitOptions.RemoveEmptyEntries)], AcceptedBecause = accepted };
        Assert.Equal(state, CauseLedger.StateOf(cause, Postmortem));
    }
}
