using Archive.Incidents.History;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.History;

/// <summary>Five incidents and a near miss, small enough to work out by hand.</summary>
public sealed class LatenciesTests
{
    // minutes after the start:  detected  declared  mitigated  resolved  told
    //   A  sev1  10 Feb 2026          10        12         42        60    20
    //   B  sev2  11 Mar 2026          30        30          –       100     –
    //   C  sev2   1 Apr 2026           0         5         65       120    15
    //   D  sev2   2 Apr 2026           –         –          –         –     –    still lasting, nobody wrote more than the start
    //   E  sev2   3 Apr 2026          20        50         80       240    10    told before it was noticed: the wrong way round
    private static readonly IncidentArchive Archive = Sample.ArchiveOf(
        Incident("A", "sev1", "2026-02-10T05:30:00Z", 10, 12, 42, 60, 20) with { DetectedBy = Detector.Alert },
        Incident("B", "sev2", "2026-03-11T05:30:00Z", 30, 30, null, 100, null) with { DetectedBy = Detector.Customer },
        Incident("C", "sev2", "2026-04-01T05:30:00Z", 0, 5, 65, 120, 15) with { DetectedBy = Detector.Alert },
        Incident("D", "sev2", "2026-04-02T05:30:00Z", null, null, null, null, null),
        Incident("E", "sev2", "2026-04-03T05:30:00Z", 20, 50, 80, 240, 10) with { DetectedBy = Detector.Alert },
        Incident("N", "sev2", "2026-04-04T05:30:00Z", 1, 1, 1, 1, 1) with { Kind = PostmortemKind.NearMiss });

    private static readonly Latencies Worked = Latencies.Of(Archive);

    private static Postmortem Incident(string id, string severity, string start, int? detected, int? declared, int? mitigated, int? resolved, int? told)
    {
        var at = Sample.Utc(start);
        return Sample.Stub(id) with
        {
            Severity = Sample.Severity(severity),
            Times = new() { StartedAt = at, DetectedAt = After(detected), DeclaredAt = After(declared), MitigatedAt = After(mitigated), ResolvedAt = After(resolved), CommunicatedAt = After(told) },
        };

        DateTimeOffset? After(int? minutes) => minutes is { } known ? at.AddMinutes(known) : null;
    }

    private static (int N, double? Median, int Missing, int OutOfOrder) Short(LatencyFigures figures) =>
        (figures.Measured.Length, figures.Spread?.Median.TotalMinutes, figures.Missing, figures.OutOfOrder);

    [Fact]
    public void Detection_is_from_the_start_to_noticing() =>
        Assert.Equal((4, 15, 1, 0), Short(Worked.All[(int)Latency.Detection])); // 0, 10, 20, 30

    [Fact]
    public void Coordination_is_from_noticing_to_declaring() =>
        Assert.Equal((4, 3.5, 1, 0), Short(Worked.All[(int)Latency.Coordination])); // 0, 2, 5, 30

    [Fact]
    public void Response_is_from_declaring_to_mitigation() =>
        Assert.Equal((3, 30, 2, 0), Short(Worked.All[(int)Latency.Response])); // 30, 30, 60

    [Fact]
    public void Communication_is_from_noticing_to_telling_and_never_below_zero() =>
        Assert.Equal((2, 12.5, 2, 1), Short(Worked.All[(int)Latency.Communication])); // 10, 15; E would be −10

    [Fact]
    public void Duration_is_from_the_start_to_the_resolution() =>
        Assert.Equal((4, 110, 1, 0), Short(Worked.All[(int)Latency.Duration])); // 60, 100, 120, 240

    [Fact]
    public void The_longest_is_named() => Assert.Equal("E", Worked.All[(int)Latency.Duration].Worst!.Postmortem.Id);

    [Fact]
    public void Only_incidents_are_measured()
    {
        Assert.Equal(["A", "B", "C", "D", "E"], Worked.Incidents.Select(p => p.Id));
        Assert.Equal(1, Worked.OfOtherKinds);
    }

    [Fact]
    public void Severities_are_measured_apart() =>
        Assert.Equal([("sev1", 1, 10.0), ("sev2", 4, 20.0)], Worked.BySeverity.Select(s => (s.Severity.Id, s.Incidents, s.Figures[0].Spread!.Value.Median.TotalMinutes))); // sev2: 0, 20, 30

    [Fact]
    public void Quarters_are_measured_apart() =>
        Assert.Equal([("2026-Q1", 2, 20.0), ("2026-Q2", 3, 10.0)], Worked.ByQuarter.Select(q => (q.Quarter.Name, q.Incidents, q.Figures[0].Spread!.Value.Median.TotalMinutes))); // 10, 30; 0, 20

    [Fact]
    public void The_policys_time_zone_decides_the_quarter()
    {
        // in Auckland the last evening of March in UTC is the first day of April
        var late = Archive.Postmortems[0] with { Times = new() { StartedAt = Sample.Utc("2026-03-31T20:00:00Z") } };
        var archive = Sample.ArchiveOf(late);
        var auckland = archive with { Settings = archive.Settings with { Policy = archive.Policy with { TimeZone = "Pacific/Auckland" } } };
        Assert.Equal("2026-Q1", Assert.Single(Latencies.Of(archive).ByQuarter).Quarter.Name);
        Assert.Equal("2026-Q2", Assert.Single(Latencies.Of(auckland).ByQuarter).Quarter.Name);
    }

    [Fact]
    public void Who_noticed_is_counted_and_those_that_do_not_say_come_last() =>
        Assert.Equal([(Detector.Alert, 3, 10.0), (Detector.Customer, 1, 30.0), (null, 1, null)], Worked.ByDetector.Select(d => (d.Detector, d.Incidents, d.Detection.Spread?.Median.TotalMinutes)));

    [Fact]
    public void It_is_counted_how_many_say_each_time() =>
        Assert.Equal(
            [("introduced", 0), ("started", 5), ("detected", 4), ("declared", 4), ("mitigated", 3), ("resolved", 4), ("communicated", 3)],
            Worked.Coverage.Select(c => (c.Time, c.Known)));

    [Fact]
    public void Those_that_lack_a_time_are_named_the_newest_first() =>
        Assert.Equal(["D", "B"], Worked.Coverage.Single(c => c.Time == "mitigated").Lacking.Select(p => p.Id));

    [Fact]
    public void Measured_missing_and_out_of_order_are_all_incidents() =>
        Assert.All(Worked.All, f => Assert.Equal(Worked.Incidents.Length, f.Measured.Length + f.Missing + f.OutOfOrder));

    [Fact]
    public void An_archive_of_none_has_no_figures_and_divides_by_nothing()
    {
        var none = Latencies.Of(Sample.ArchiveOf());
        Assert.All(none.All, f => Assert.Null(f.Spread));
        Assert.Empty(none.ByQuarter);
    }
}
