using Archive.Incidents.History;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.History;

public sealed class ServiceDossierTests
{
    private static Postmortem Of(string id, string severity, string day, FailureClass? failureClass = null) =>
        Sample.Final(id, $"{day}T08:00:00Z") with { Severity = Sample.Severity(severity), FailureClass = failureClass };

    private static ServiceDossier Dossier(params IEnumerable<Postmortem> postmortems)
    {
        var history = IncidentHistory.Of(Sample.ArchiveOf(postmortems));
        return ServiceDossier.Of(history.ByService.Of(Sample.Registry.Id), history);
    }

    // today is 21 November 2026; a sev1 has 3 points, a sev2 2, a sev3 1
    [Fact]
    public void Severity_recurrence_what_is_open_and_recency_give_points()
    {
        var dossier = Dossier(
            Of("A", "sev1", "2024-03-01"),
            Of("B", "sev2", "2024-04-01", Sample.ConfigOverwrite),
            Of("C", "sev3", "2026-10-01") with { RecurrenceOf = "B", ActionItems = [Sample.Item("AI-1")] });
        // C: 1 + 3 for repeating + 2 for an open item + 1 for the past year; B: 2 + 3 for coming back; A: 3
        Assert.Equal([("C", 7), ("B", 5), ("A", 3)], dossier.ReadFirst.Select(r => (r.Postmortem.Id, r.Points)));
    }

    [Fact]
    public void A_cause_that_nothing_addresses_is_open_too()
    {
        var dossier = Dossier(Of("A", "sev3", "2024-03-01") with { Causes = [new() { Id = "C1", Kind = CauseKind.Root, Text = "Why" }] });
        Assert.Equal(3, Assert.Single(dossier.ReadFirst).Points); // 1 + 2
    }

    [Fact]
    public void Of_equal_points_the_latest_comes_first() =>
        Assert.Equal(["B", "A"], Dossier(Of("A", "sev2", "2024-03-01"), Of("B", "sev2", "2024-04-01")).ReadFirst.Select(r => r.Postmortem.Id));

    [Fact]
    public void A_failure_class_comes_twice_only_where_there_is_no_other()
    {
        var dossier = Dossier(
            Of("A", "sev1", "2024-03-01", Sample.PoolExhaustion), Of("B", "sev1", "2024-08-01", Sample.PoolExhaustion), Of("C", "sev3", "2024-01-01", Sample.ConfigOverwrite));
        Assert.Equal(["B", "C", "A"], dossier.ReadFirst.Select(r => r.Postmortem.Id));
    }

    [Fact]
    public void Three_are_enough() =>
        Assert.Equal(3, Dossier(Enumerable.Range(1, 9).Select(i => Of($"A{i}", "sev2", $"2024-0{i}-01"))).ReadFirst.Length);

    [Fact]
    public void A_stub_is_nothing_to_read() => Assert.Empty(Dossier(Sample.Stub("A") with { Services = [Sample.Registry] }).ReadFirst);

    [Fact]
    public void What_broke_most_often_comes_first()
    {
        var dossier = Dossier(Of("A", "sev2", "2024-01-01", Sample.PoolExhaustion), Of("B", "sev2", "2025-01-01", Sample.PoolExhaustion), Of("C", "sev2", "2026-01-01", Sample.ConfigOverwrite), Of("D", "sev2", "2026-02-01"));
        Assert.Equal([("pool-exhaustion", "A B"), ("config-overwrite", "C")], dossier.Failures.Select(f => (f.FailureClass.Id, string.Join(' ', f.Postmortems.Select(p => p.Id)))));
    }

    [Fact]
    public void An_error_text_that_two_postmortems_name_stands_once()
    {
        var dossier = Dossier(
            Of("A", "sev2", "2024-01-01") with { ErrorSignatures = ["no slots", "too late", "no slots"] },
            Of("B", "sev2", "2025-01-01") with { ErrorSignatures = ["no slots"] });
        Assert.Equal([("no slots", "A B"), ("too late", "A")], dossier.ErrorTexts.Select(t => (t.Text, string.Join(' ', t.Postmortems.Select(p => p.Id)))));
    }

    [Fact]
    public void Causes_that_are_accepted_or_addressed_are_answered()
    {
        var dossier = Dossier(Of("A", "sev2", "2024-01-01") with
        {
            ActionItems = [Sample.Item("AI-1")],
            Causes =
            [
                new() { Id = "C1", Kind = CauseKind.Root, Text = "Addressed", AddressedBy = ["AI-1"] },
                new() { Id = "C2", Kind = CauseKind.Contributing, Text = "Accepted", AcceptedBecause = "Rare" },
                new() { Id = "C3", Kind = CauseKind.Contributing, Text = "Neither" },
            ],
        });
        Assert.Equal("C3", Assert.Single(dossier.UnansweredCauses).Cause.Id);
    }

    [Fact]
    public void Who_noticed_most_often_comes_first()
    {
        var dossier = Dossier(
            Of("A", "sev2", "2024-01-01") with { DetectedBy = Detector.Alert }, Of("B", "sev2", "2025-01-01") with { DetectedBy = Detector.Customer },
            Of("C", "sev2", "2026-01-01") with { DetectedBy = Detector.Customer }, Of("D", "sev2", "2026-02-01") with { DetectedBy = null });
        Assert.Equal([(Detector.Customer, 2), (Detector.Alert, 1)], dossier.NoticedBy);
    }
}
