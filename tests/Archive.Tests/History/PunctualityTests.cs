using Archive.Incidents.History;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.History;

/// <summary>Six postmortems on 21 November 2026, small enough to work out by hand.</summary>
public sealed class PunctualityTests
{
    // sev1 is due in 5 business days, sev2 in 7, sev3 never:
    //   A sev1 resolved Mon 2 Mar 2026, due Mon  9 Mar, published  9 Mar   in time, 7 days
    //   B sev1 resolved Mon 2 Mar,      due Mon  9 Mar, published 12 Mar   3 days late, 10 days
    //   C sev2 resolved Thu 12 Nov,     due Mon 23 Nov, not published      not due yet
    //   D sev2 resolved Wed 4 Nov,      due Fri 13 Nov, not published      8 days overdue
    //   E sev2 not resolved                                                no day is set
    //   F sev3 resolved Mon 2 Mar, published 22 Mar                        no deadline, 20 days
    private static readonly IncidentArchive Archive = Sample.ArchiveOf(
        Of("A", "sev1", "2026-03-02", "2026-03-09"),
        Of("B", "sev1", "2026-03-02", "2026-03-12"),
        Of("C", "sev2", "2026-11-12", null),
        Of("D", "sev2", "2026-11-04", null),
        Of("E", "sev2", null, null),
        Of("F", "sev3", "2026-03-02", "2026-03-22"));

    private static readonly Punctuality Worked = Punctuality.Of(Archive);

    private static Postmortem Of(string id, string severity, string? resolved, string? published) => Sample.Stub(id, "2026-03-01T00:00:00Z") with
    {
        Severity = Sample.Severity(severity),
        Status = published is null ? DocumentStatus.Draft : DocumentStatus.Final,
        Times = new() { StartedAt = Sample.Utc("2026-03-01T00:00:00Z"), ResolvedAt = resolved is null ? null : Sample.Utc($"{resolved}T12:00:00Z") },
        PublishedOn = published is null ? null : DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture),
    };

    [Fact]
    public void Every_postmortem_has_one_state_and_its_days() =>
        Assert.Equal(
            [
                ("A", DeadlineState.PublishedInTime, 0), ("B", DeadlineState.PublishedLate, 3), ("C", DeadlineState.NotYetDue, -2),
                ("D", DeadlineState.Overdue, 8), ("E", DeadlineState.Unresolved, null), ("F", DeadlineState.NoDeadline, (int?)null),
            ],
            Worked.Records.Select(r => (r.Postmortem.Id, r.State, r.DaysLate)));

    [Fact]
    public void The_states_are_counted()
    {
        var all = Worked.All;
        Assert.Equal((1, 1, 1, 1, 1, 1), (all.InTime, all.Late, all.Overdue, all.NotYetDue, all.Unresolved, all.NoDeadline));
        Assert.Equal(3, all.Judged);
    }

    [Fact]
    public void Publication_is_counted_from_resolution_in_days() =>
        Assert.Equal((3, 10), (Worked.All.ToPublication!.Value.Count, Worked.All.ToPublication.Value.Median.TotalDays)); // 7, 10, 20

    [Fact]
    public void The_latest_is_named() => Assert.Equal("D", Worked.All.Latest!.Postmortem.Id);

    [Fact]
    public void Every_severity_of_the_policy_is_counted_by_itself() =>
        Assert.Equal(
            [("sev0", 0, 0), ("sev1", 2, 0), ("sev2", 1, 1), ("sev3", 0, 0), ("sev4", 0, 0)],
            Worked.BySeverity.Select(s => (s.Severity.Id, s.Figures.Judged, s.Figures.Overdue)));

    [Fact]
    public void A_quarter_counts_what_was_due_in_it() =>
        Assert.Equal([("2026-Q1", 1, 1, 0), ("2026-Q4", 0, 0, 1)], Worked.ByQuarter.Select(q => (q.Quarter.Name, q.Figures.InTime, q.Figures.Late, q.Figures.Overdue)));

    [Fact]
    public void A_holiday_moves_a_deadline_to_the_next_business_day()
    {
        var policy = Archive.Policy with { Holidays = [new(2026, 11, 13)] };
        var record = Punctuality.RecordOf(Archive.Postmortems.Single(p => p.Id == "D"), Archive with { Settings = Archive.Settings with { Policy = policy } });
        Assert.Equal((new DateOnly(2026, 11, 16), 5), (record.Due!.Value.On, record.DaysLate));
    }

    [Fact]
    public void An_archive_of_none_is_counted_as_nothing()
    {
        var none = Punctuality.Of(Sample.ArchiveOf());
        Assert.Equal(0, none.All.Judged);
        Assert.Null(none.All.Latest);
        Assert.Null(none.All.ToPublication);
    }
}
