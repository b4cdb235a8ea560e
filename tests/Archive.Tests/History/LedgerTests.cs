using Archive.Incidents.History;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.History;

public sealed class LedgerTests
{
    // Resolved on 10 Feb 2026: 30 days are over on 12 Mar, 90 days on 11 May. Today is 21 Nov 2026.
    private static readonly Postmortem February = Sample.Final("INC-001", "2026-02-10T05:30:00Z") with
    {
        ActionItems =
        [
            Sample.Item("AI-1", ItemStatus.Done, done: "2026-03-12"), // on the 30th day
            Sample.Item("AI-2", ItemStatus.Done, done: "2026-03-13"), // a day late for 30, in time for 90
            Sample.Item("AI-3", ItemStatus.Done, done: "2026-05-12"), // a day late for 90
            Sample.Item("AI-4", ItemStatus.Open, "2026-11-11"), // ten days overdue
            Sample.Item("AI-5", ItemStatus.Declined),
            Sample.Item("AI-6", ItemStatus.Idea),
        ],
    };

    // Resolved on 1 Nov 2026: neither 30 nor 90 days are over.
    private static readonly Postmortem November = Sample.Final("INC-002", "2026-11-01T05:30:00Z") with
    {
        FailureClass = null,
        ActionItems = [Sample.Item("AI-1", ItemStatus.Done, done: "2026-11-05") with { Evidence = [] }, Sample.Item("AI-2", ItemStatus.Open, "2026-12-01")],
    };

    private static readonly Postmortem Unresolved = Sample.Stub("INC-003") with { ActionItems = [Sample.Item("AI-1", ItemStatus.Open)] };

    private static readonly IncidentHistory History = IncidentHistory.Of(Sample.ArchiveOf(February, November, Unresolved));

    private static LedgerEntry Entry(string postmortem, string item) => History.Ledger.Single(e => e.Postmortem.Id == postmortem && e.Item.Id == item);

    [Fact]
    public void Completion_counts_items_by_the_month_of_resolution()
    {
        Assert.Equal([new DateOnly(2026, 2, 1), new DateOnly(2026, 11, 1)], History.Cohorts.Select(c => c.Month));
        var february = History.Cohorts[0].Figures;
        Assert.Equal((4, 3, 1), (february.Committed, february.Done, february.Overdue));
        Assert.Equal((new Completion(4, 1), new Completion(4, 2)), (february.At30Days, february.At90Days)); // 25 % and 50 %
    }

    [Fact]
    public void Days_that_are_not_over_say_nothing()
    {
        var november = History.Cohorts[1].Figures;
        Assert.Equal((0, null, null), (november.At30Days.Known, november.At30Days.Percent, november.At30Days.Meets(70)));
    }

    [Fact]
    public void All_items_together_are_the_sum_of_their_states()
    {
        var all = LedgerFigures.Of(History.Ledger, Sample.Today);
        Assert.Equal((3, 1, 2, 1, 1, 1), (all.Verified, all.Unproved, all.NotDue, all.Overdue, all.Declined, all.Ideas));
        Assert.Equal((7, 4, 3), (all.Committed, all.Done, all.Open));
    }

    [Fact]
    public void An_item_without_the_evidence_of_its_type_is_done_and_unproved() => Assert.Equal(LedgerState.Unproved, Entry("INC-002", "AI-1").State);

    [Fact]
    public void Age_counts_from_resolution_until_it_is_done_or_today()
    {
        Assert.Equal(30, Entry("INC-001", "AI-1").AgeDays);
        Assert.Equal(284, Entry("INC-001", "AI-4").AgeDays); // 10 Feb to 21 Nov
        Assert.Equal(46, Entry("INC-003", "AI-1").AgeDays); // not resolved: from its start on 6 Oct
    }

    [Fact]
    public void Overdue_days_count_from_the_day_after_it_was_due() => Assert.Equal(10, Entry("INC-001", "AI-4").DaysOverdue);

    [Fact]
    public void Cohorts_and_items_without_one_are_all_promised_items() =>
        Assert.Equal(History.Ledger.Count(e => e.IsCommitted), History.Cohorts.Sum(c => c.Entries.Length) + History.Ledger.Count(e => e is { IsCommitted: true, ResolvedOn: null }));

    [Theory]
    [InlineData(70, 100, 70, 70, true)]
    [InlineData(699, 1000, 70, 69, false)]
    [InlineData(1, 3, 33, 33, true)]
    [InlineData(0, 1, 0, 0, true)]
    public void A_share_is_rounded_down_and_compared_exactly(int done, int known, int target, int percent, bool meets)
    {
        var completion = new Completion(known, done);
        Assert.Equal((percent, meets), (completion.Percent, completion.Meets(target)));
    }

    [Theory]
    [InlineData("rule", "p---", true)]
    [InlineData("memory", "--c-", false)]
    [InlineData("hook", "p-c-", true)]
    [InlineData("hook", "p---", false)]
    [InlineData("test", "ptc-", true)]
    [InlineData("test", "p-c-", false)]
    [InlineData("criterion", "p--x", true)]
    [InlineData("criterion", "p-c-", false)]
    [InlineData("code", "--c-", true)]
    [InlineData("code", "p---", false)]
    [InlineData("dashboard", "p---", true)]
    [InlineData("dashboard", "----", false)]
    public void Each_type_is_proved_by_what_it_leaves_behind(string type, string parts, bool holds)
    {
        var evidence = new Evidence
        {
            Path = parts.Contains('p') ? "a/file" : null,
            Test = parts.Contains('t') ? "a test" : null,
            Commit = parts.Contains('c') ? "9f31c0a" : null,
            Contains = parts.Contains('x') ? "a line" : null,
        };
        Assert.Equal(holds, ItemProof.Holds(Sample.Item("AI-1", ItemStatus.Done, done: "2026-03-01") with { Types = [type], Evidence = [evidence] }));
    }

    [Fact]
    public void An_item_of_two_types_is_proved_by_both() =>
        Assert.False(ItemProof.Holds(Sample.Item("AI-1", ItemStatus.Done, done: "2026-03-01") with { Types = ["rule", "code"], Evidence = [new() { Path = "a/rule.md" }] }));
}
