using Archive.Incidents.History;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.History;

/// <summary>A small archive whose every figure is worked out by hand.</summary>
public sealed class RecurrenceTrendTests
{
    // Configuration overwritten, registry: 10 Feb (Q1), 14 Feb (Q1, repeats it), 1 May (Q2, 76 days after 14 Feb: repeats it).
    // Pool exhaustion, settlement: 5 May (Q2), 20 Oct (Q4, 168 days later: no repeat), with a line on 3 Nov (Q4: a repeat).
    // So: Q1 2 incidents, 1 repeat; Q2 2 and 1; Q3 none; Q4, which is running on 21 Nov, 1 and 1.
    private static readonly IncidentHistory History = IncidentHistory.Of(Sample.ArchiveOf(
        Sample.Final("INC-001", "2026-02-10T05:30:00Z") with { Impact = new() { HoursLost = 42, Customers = 9 } },
        Sample.Final("INC-002", "2026-02-14T05:40:00Z") with { Impact = new() { HoursLost = 8.5m, Customers = 1 } },
        Sample.Final("INC-003", "2026-05-01T05:40:00Z"), // lasted 3 h 25 min, hours not stated: 3.42
        Pool("INC-004", "2026-05-05T05:40:00Z"),
        Pool("INC-005", "2026-10-20T05:40:00Z") with { Occurrences = [new(new(2026, 11, 3), "Again for a minute")], Times = new() { StartedAt = Sample.Utc("2026-10-20T05:40:00Z") } }));

    private static Postmortem Pool(string id, string startedAt) => Sample.Final(id, startedAt) with { FailureClass = Sample.PoolExhaustion, Services = [Sample.Settlement] };

    [Fact]
    public void Every_quarter_has_its_figures_also_the_quiet_one() =>
        Assert.Equal(
            [("Q1 2026", 2, 1), ("Q2 2026", 2, 1), ("Q3 2026", 0, 0), ("Q4 2026", 1, 1)],
            RecurrenceTrend.Quarters(History).Select(q => (q.Quarter.Title, q.Incidents, q.Repeats.Length)));

    [Fact]
    public void The_verdict_compares_whole_quarters()
    {
        var verdict = RecurrenceTrend.Verdict(RecurrenceTrend.Quarters(History))!;
        Assert.Equal((TrendDirection.Fewer, 0, 1, 1), (verdict.Direction, verdict.Last.Repeats.Length, verdict.Before.Repeats.Length, verdict.Running.Repeats.Length));
    }

    [Fact]
    public void There_is_no_verdict_before_two_quarters_are_over() =>
        Assert.Null(RecurrenceTrend.Verdict(RecurrenceTrend.Quarters(IncidentHistory.Of(Sample.ArchiveOf(Sample.Final("INC-001", "2026-07-01T00:00:00Z"))))));

    [Fact]
    public void Days_since_the_last_repeat_stand_by_class() =>
        Assert.Equal(
            [("pool-exhaustion", 2, 1, 18), ("config-overwrite", 3, 2, 204)], // 3 Nov and 1 May to 21 Nov
            RecurrenceTrend.Classes(History).Select(c => (c.FailureClass.Id, c.Incidents, c.Repeats.Length, c.DaysSince ?? -1)));

    [Fact]
    public void A_class_that_never_came_back_has_no_days() =>
        Assert.Null(Assert.Single(RecurrenceTrend.Classes(IncidentHistory.Of(Sample.ArchiveOf(Sample.Final())))).DaysSince);

    [Fact]
    public void Families_are_ranked_by_the_hours_they_cost()
    {
        Assert.Equal(["INC-001 INC-002 INC-003", "INC-005"], History.Families.Select(f => string.Join(' ', f.Members.Select(m => m.Id))));
        var (dear, cheap) = (History.Families[0], History.Families[1]);
        Assert.Equal((53.92m, 50.5m, 10L, 0, 3), (dear.Cost.Hours, dear.Cost.HoursWritten, dear.Cost.Customers, dear.Cost.Unknown, dear.Times)); // 42 + 8.5 + 3.42
        Assert.Equal((0m, 1, 2), (cheap.Cost.Hours, cheap.Cost.Unknown, cheap.Times));
    }

    [Fact]
    public void A_table_by_class_and_quarter_holds_every_incident_and_repeat_once()
    {
        var table = RecurrenceTables.ByQuarter(History);
        var cell = table.Of(Sample.ConfigOverwrite, new(PeriodKind.Quarter, 2026, 1));
        Assert.Equal((2, 1), (cell.Incidents.Length, cell.Repeats.Length));
        Assert.True(table.Of(Sample.PoolExhaustion, new(PeriodKind.Quarter, 2026, 3)).IsEmpty);
        Assert.False(table.Has(null));
    }

    [Fact]
    public void A_table_by_service_counts_an_incident_for_each_service_it_hit()
    {
        var both = Sample.Final() with { Services = [Sample.Registry, Sample.Gateway] };
        var table = RecurrenceTables.ByService(IncidentHistory.Of(Sample.ArchiveOf(both)));
        Assert.Equal((1, 1), (table.Of(Sample.ConfigOverwrite, "device-registry").Incidents.Length, table.Of(Sample.ConfigOverwrite, "camera-gateway").Incidents.Length));
    }

    [Fact]
    public void Empty_archives_and_single_incidents_are_no_trouble()
    {
        Assert.Empty(RecurrenceTrend.Quarters(IncidentHistory.Of(Sample.ArchiveOf())));
        Assert.Null(RecurrenceTrend.Verdict(RecurrenceTrend.Quarters(IncidentHistory.Of(Sample.ArchiveOf()))));
        Assert.Single(RecurrenceTrend.Quarters(IncidentHistory.Of(Sample.ArchiveOf(Sample.Final("INC-001", "2026-11-20T00:00:00Z")))));
    }

    [Theory]
    [InlineData("UTC", "Q1 2026")]
    [InlineData("Europe/Berlin", "Q2 2026")]
    [InlineData("America/New_York", "Q1 2026")]
    public void The_policy_says_on_which_day_an_incident_began(string zone, string quarter)
    {
        var archive = Sample.ArchiveOf(Sample.Final("INC-001", "2026-03-31T22:30:00Z")); // 00:30 on 1 April in Berlin, in summer time
        var history = IncidentHistory.Of(archive with { Settings = archive.Settings with { Policy = Sample.Policy with { TimeZone = zone } } });
        Assert.Equal(quarter, RecurrenceTrend.Quarters(history)[0].Quarter.Title);
    }
}
