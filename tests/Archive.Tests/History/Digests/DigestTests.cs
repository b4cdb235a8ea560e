using Archive.Incidents.History;
using Archive.Incidents.History.Digests;
using Archive.Incidents.Model;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Archive.Tests.History.Digests;

public sealed class DigestTests
{
    private static DigestShelf Shelf(IncidentArchive archive) => new(IncidentHistory.Of(archive));

    private static Digest Of(string period, IncidentArchive? archive = null) => Shelf(archive ?? WorkedArchive.Archive).Of(Period.Read(period)!.Value);

    [Fact]
    public void It_counts_what_began_in_the_period()
    {
        var now = Of("2026-Q3").Now;
        Assert.Equal(["INC-C", "INC-D"], now.Incidents.Select(p => p.Id));
        Assert.Equal((1, 1), (now.OtherKinds, now.NoticedByCustomers)); // the near miss; D
        Assert.Equal(["INC-C"], now.Serious.Select(p => p.Id));
    }

    [Fact]
    public void It_stands_beside_the_period_before() =>
        Assert.Equal(["INC-A", "INC-B"], Of("2026-Q3").Before!.Incidents.Select(p => p.Id));

    [Fact]
    public void The_first_period_has_none_before_it() => Assert.Null(Of("2026-Q2").Before);

    [Fact]
    public void Its_latencies_are_of_its_incidents_only() =>
        Assert.Equal((2, 35.5), (Of("2026-Q3").Now.Latencies[(int)Latency.Detection].Spread!.Value.Count, Of("2026-Q3").Now.Latencies[(int)Latency.Detection].Spread!.Value.Median.TotalMinutes)); // 20, 51

    [Fact]
    public void It_counts_what_was_published_and_how_much_of_it_late()
    {
        Assert.Equal(["INC-D", "INC-N"], Of("2026-Q3").Now.Published.Select(r => r.Postmortem.Id));
        Assert.Equal((1, 1), (Of("2026-Q2").Now.PublishedInTime, Of("2026-Q2").Now.PublishedLate)); // B, A
    }

    [Fact]
    public void Items_are_overdue_as_of_its_end_even_if_they_are_done_by_now() =>
        Assert.Equal(
            [("edge", 1, "A1", 152), ("commerce", 1, "B1", 121)], // from 1 May and from 1 Jun to 30 Sep
            Of("2026-Q3").Now.OverdueByTeam.Select(t => (t.Team, t.Items, t.Oldest.Id, t.OldestDays)));

    [Fact]
    public void What_was_done_after_its_end_is_not_overdue_any_more_in_the_next() =>
        Assert.Equal(["B1"], Of("2026-10").Now.OverdueByTeam.Select(t => t.Oldest.Id));

    [Fact]
    public void Postmortems_are_owed_as_of_its_end() =>
        Assert.Equal([("INC-C", 82)], Of("2026-Q3").Now.Owed.Select(o => (o.Postmortem.Id, o.DaysOverdue))); // from 10 Jul to 30 Sep

    [Fact]
    public void What_came_back_has_its_diagnosis() =>
        Assert.Equal([("INC-C", RecurrenceDiagnosis.NeverShipped)], Of("2026-Q3").Now.Repeats.Select(r => (r.Told.Id, r.Diagnosis)));

    [Fact]
    public void A_fix_held_in_the_period_in_which_its_window_was_over()
    {
        Assert.Equal(["B2"], Of("2026-08").Now.Held.Select(f => f.Item.Id));
        Assert.Empty(Of("2026-07").Now.Held);
    }

    [Fact]
    public void A_fix_fails_in_the_period_in_which_it_came_back()
    {
        var again = WorkedArchive.Archive.Postmortems.Single(p => p.Id == "INC-B") with { Id = "INC-E", RecurrenceOf = "INC-B", ActionItems = [], Times = new() { StartedAt = Sample.Utc("2026-06-15T08:00:00Z") } };
        var archive = WorkedArchive.Archive;
        archive = archive with { Postmortems = archive.Postmortems.Add(again) };
        Assert.Equal(["B2"], Of("2026-06", archive).Now.Failed.Select(f => f.Item.Id));
        Assert.Empty(Of("2026-08", archive).Now.Held);
    }

    [Fact]
    public void What_waits_for_a_decision_comes_from_rules() =>
        Assert.Equal(
            [
                (DecisionKind.WritePostmortem, "INC-C", 82), (DecisionKind.ShipOrAccept, "INC-C", 0), (DecisionKind.ClearDebt, "INC-A", 152),
                (DecisionKind.ClearDebt, "INC-B", 121), (DecisionKind.AnswerCause, "INC-C", 0),
            ],
            Of("2026-Q3").Decisions.Select(d => (d.Kind, d.Postmortem.Id, d.Days)));

    [Fact]
    public void A_month_without_anything_is_quiet() => Assert.True(Of("2026-06").Now.IsQuiet);

    [Fact]
    public void The_running_period_is_counted_until_today()
    {
        var digest = Of("2026-Q4");
        Assert.False(digest.IsOver);
        Assert.Equal(Sample.Today, digest.Now.Until);
    }

    [Fact]
    public void There_is_a_digest_of_every_period_from_the_first_incident_until_today() =>
        Assert.Equal(
            ["2026", "2026-Q4", "2026-11", "2026-10", "2026-Q3", "2026-09", "2026-08", "2026-07", "2026-Q2", "2026-06", "2026-05", "2026-04"],
            Shelf(WorkedArchive.Archive).Periods.OrderByDescending(p => p.First.Year).ThenBy(p => p.Kind == PeriodKind.Year ? 0 : 1).ThenByDescending(p => (p.First.Month + 2) / 3).ThenByDescending(p => p.Kind).ThenByDescending(p => p.Number).Select(p => p.Name));

    [Fact]
    public void An_archive_of_none_has_no_digest() => Assert.Empty(Shelf(Sample.ArchiveOf()).Periods);

    [Fact]
    public void A_day_of_long_ago_makes_no_thousands_of_digests()
    {
        var ancient = Sample.Final("INC-1", "0205-03-01T08:00:00Z") with { PublishedOn = null, Status = DocumentStatus.Draft };
        Assert.InRange(Shelf(Sample.ArchiveOf(ancient)).Periods.Length, 1, 21 * 17);
    }

    [Fact]
    public void The_policys_time_zone_decides_the_period()
    {
        var late = Sample.Final("INC-1", "2026-06-30T20:00:00Z"); // in Auckland it is the first of July
        var archive = Sample.ArchiveOf(late);
        var auckland = archive with { Settings = archive.Settings with { Policy = archive.Policy with { TimeZone = "Pacific/Auckland" } } };
        Assert.Single(Of("2026-06", archive).Now.Incidents);
        Assert.Single(Of("2026-07", auckland).Now.Incidents);
        Assert.False(Shelf(auckland).Has(Period.Read("2026-06")!.Value));
    }

    [Fact]
    public void Months_add_up_to_their_quarter_and_quarters_to_their_year() =>
        Prop.ForAll(Gen.Choose(0, 900).ListOf(40).ToArbitrary(), days =>
        {
            var first = Sample.Utc("2024-06-01T00:00:00Z");
            var shelf = Shelf(Sample.ArchiveOf(days.Select((d, i) => Sample.Final($"INC-{i + 100}", $"{first.AddDays(d):yyyy-MM-dd}T05:00:00Z") with { ActionItems = [Sample.Item("AI-1", ItemStatus.Done, "2026-11-01", "2026-10-20")] })));
            return Sums(shelf, PeriodKind.Quarter, PeriodKind.Month) && Sums(shelf, PeriodKind.Year, PeriodKind.Quarter)
                && shelf.Periods.Where(p => p.Kind == PeriodKind.Year).Sum(p => shelf.Of(p).Now.Incidents.Length) == days.Count;
        }).QuickCheckThrowOnFailure();

    private static bool Sums(DigestShelf shelf, PeriodKind whole, PeriodKind part) => shelf.Periods.Where(p => p.Kind == whole).All(w =>
    {
        var (all, parts) = (shelf.Of(w).Now, shelf.Periods.Where(p => p.Kind == part && w.Contains(p.First)).Select(p => shelf.Of(p).Now).ToList());
        return all.Incidents.Length == parts.Sum(p => p.Incidents.Length) && all.Repeats.Length == parts.Sum(p => p.Repeats.Length)
            && all.ItemsDone == parts.Sum(p => p.ItemsDone) && all.Published.Length == parts.Sum(p => p.Published.Length);
    });
}
