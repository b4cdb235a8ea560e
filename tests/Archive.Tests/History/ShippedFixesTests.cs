using Archive.Incidents.History;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.History;

public sealed class ShippedFixesTests
{
    // today is 21 Nov 2026
    private static Postmortem With(string doneOn, string startedAt = "2026-02-10T05:30:00Z") =>
        Sample.Final("INC-001", startedAt) with { ActionItems = [Sample.Item("AI-1", ItemStatus.Done, done: doneOn) with { IsStructuralFix = true }] };

    private static (FixVerdict, int, string?) Of(params IEnumerable<Postmortem> postmortems)
    {
        var shipped = Assert.Single(IncidentHistory.Of(Sample.ArchiveOf(postmortems)).Fixes);
        return (shipped.Verdict, shipped.Days, shipped.FailedBy?.Id);
    }

    [Fact]
    public void A_fix_after_which_nothing_came_back_held_until_today() =>
        Assert.Equal((FixVerdict.Held, 274, null), Of(With("2026-02-20"))); // 20 Feb to 21 Nov: 8+31+30+31+30+31+31+30+31+21

    [Fact]
    public void A_fix_whose_window_is_not_over_is_watched() =>
        Assert.Equal((FixVerdict.Watched, 89, null), Of(With("2026-11-20"))); // 90 days from 20 Nov, one of them over

    [Fact]
    public void On_the_day_its_window_ends_it_held() => Assert.Equal(FixVerdict.Held, Of(With("2026-08-23")).Item1); // 23 Aug + 90 days = 21 Nov

    [Fact]
    public void A_fix_after_which_it_came_back_failed() =>
        Assert.Equal((FixVerdict.Failed, 9, "INC-002"), Of(With("2026-02-20"), Sample.Final("INC-002", "2026-03-01T05:30:00Z")));

    [Fact]
    public void What_came_back_before_the_fix_shipped_does_not_count_against_it() =>
        Assert.Equal(FixVerdict.Held, Of(With("2026-03-05"), Sample.Final("INC-002", "2026-03-01T05:30:00Z")).Item1);

    [Fact]
    public void The_third_time_counts_against_the_fix_of_the_first() =>
        Assert.Equal((FixVerdict.Failed, 5, "INC-003"), Of(With("2026-03-05"), Sample.Final("INC-002", "2026-03-01T05:30:00Z"), Sample.Final("INC-003", "2026-03-10T05:30:00Z")));

    [Fact]
    public void Part_of_the_family_that_shares_no_service_does_not_count_against_it()
    {
        var bridge = Sample.Final("INC-002", "2026-02-12T05:30:00Z") with { Services = [Sample.Registry, Sample.Settlement] };
        var elsewhere = Sample.Final("INC-003", "2026-03-10T05:30:00Z") with { Services = [Sample.Settlement] };
        Assert.Equal(FixVerdict.Held, Of(With("2026-02-20"), bridge, elsewhere).Item1);
    }

    [Fact]
    public void A_line_about_a_later_day_counts_against_it() =>
        Assert.Equal((FixVerdict.Failed, 8, "INC-001"), Of(With("2026-02-20") with { Occurrences = [new(new(2026, 2, 28), "Again")] }));

    [Fact]
    public void What_is_done_after_today_has_not_shipped() =>
        Assert.Empty(IncidentHistory.Of(Sample.ArchiveOf(With("2026-11-22"))).Fixes);

    [Fact]
    public void A_fix_that_was_there_before_its_incident_is_watched_from_the_incident_on() =>
        Assert.Equal((FixVerdict.Watched, 70, null), Of(With("2026-01-01", "2026-11-01T05:30:00Z"))); // 1 Nov + 90 days, 20 of them over
}
