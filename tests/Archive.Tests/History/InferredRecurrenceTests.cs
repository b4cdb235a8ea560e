using Archive.Incidents.History;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.History;

public sealed class InferredRecurrenceTests
{
    private static readonly Postmortem First = Sample.Final("INC-001", "2026-01-01T12:00:00Z");

    private static Postmortem Second(string startedAt) => Sample.Final("INC-002", startedAt);

    private static IEnumerable<(string Earlier, string Later, RecurrenceBasis Basis)> Of(Policy policy, params IEnumerable<Postmortem> postmortems) =>
        HistoryOf(policy, postmortems).Recurrences.Select(r => (r.Earlier.Id, r.Later.Id, r.Basis));

    private static IncidentHistory HistoryOf(Policy policy, params IEnumerable<Postmortem> postmortems)
    {
        var archive = Sample.ArchiveOf(postmortems);
        return IncidentHistory.Of(archive with { Settings = archive.Settings with { Policy = policy } });
    }

    [Fact]
    public void The_same_class_and_service_within_the_window_is_a_recurrence() =>
        Assert.Equal([("INC-001", "INC-002", RecurrenceBasis.Inferred)], Of(Sample.Policy, First, Second("2026-04-01T12:00:00Z"))); // 90 days to the second

    [Fact]
    public void After_the_window_it_is_none() => Assert.Empty(Of(Sample.Policy, First, Second("2026-04-01T12:00:01Z")));

    [Fact]
    public void The_window_is_policy() => Assert.Empty(Of(Sample.Policy with { RecurrenceWindowDays = 30 }, First, Second("2026-02-15T12:00:00Z")));

    [Fact]
    public void Another_class_is_none() => Assert.Empty(Of(Sample.Policy, First, Second("2026-01-02T12:00:00Z") with { FailureClass = Sample.PoolExhaustion }));

    [Fact]
    public void Two_incidents_without_a_class_are_none() =>
        Assert.Empty(Of(Sample.Policy, First with { FailureClass = null }, Second("2026-01-02T12:00:00Z") with { FailureClass = null }));

    [Fact]
    public void Another_service_is_none_unless_the_class_alone_is_the_key()
    {
        var elsewhere = Second("2026-01-02T12:00:00Z") with { Services = [Sample.Settlement] };
        Assert.Empty(Of(Sample.Policy, First, elsewhere));
        Assert.Single(Of(Sample.Policy with { RecurrenceKey = RecurrenceKey.Class }, First, elsewhere));
    }

    [Fact]
    public void Two_that_began_at_once_do_not_repeat_each_other_and_a_third_repeats_one_of_them()
    {
        Assert.Empty(Of(Sample.Policy, First, Second("2026-01-01T12:00:00Z")));
        Assert.Equal(
            [("INC-001", "INC-003", RecurrenceBasis.Inferred), ("INC-001", "INC-004", RecurrenceBasis.Inferred)],
            Of(Sample.Policy, First, Sample.Final("INC-003", "2026-01-05T00:00:00Z"), Sample.Final("INC-004", "2026-01-05T00:00:00Z")));
    }

    [Fact]
    public void What_a_postmortem_names_is_not_inferred_again() =>
        Assert.Equal([("INC-001", "INC-002", RecurrenceBasis.Named)], Of(Sample.Policy, First, Second("2026-01-05T12:00:00Z") with { RecurrenceOf = "INC-001" }));

    [Fact]
    public void The_named_one_comes_before_a_nearer_one_that_nobody_named()
    {
        var third = Sample.Final("INC-003", "2026-01-09T12:00:00Z") with { RecurrenceOf = "INC-001" };
        var history = HistoryOf(Sample.Policy, First, Second("2026-01-05T12:00:00Z"), third);
        Assert.Equal([("INC-001", "INC-003"), ("INC-002", "INC-003")], history.RecurrencesOf(third).Select(r => (r.Earlier.Id, r.Later.Id)));
        Assert.Equal(["INC-001", "INC-001"], history.Repeats.Select(r => r.Earlier.Id)); // INC-002 repeats INC-001, and INC-003 says that it does
    }

    [Fact]
    public void Of_two_services_each_may_have_its_own_earlier_incident()
    {
        var gateway = Sample.Final("INC-002", "2026-01-03T00:00:00Z") with { Services = [Sample.Gateway] };
        var both = Sample.Final("INC-003", "2026-01-05T00:00:00Z") with { Services = [Sample.Gateway, Sample.Registry] };
        var history = HistoryOf(Sample.Policy, First, gateway, both);
        Assert.Equal(["INC-002", "INC-001"], history.RecurrencesOf(both).Select(r => r.Earlier.Id));
        Assert.Single(history.Repeats);
        Assert.Equal(3, Assert.Single(history.Families).Members.Length);
    }

    [Fact]
    public void A_reference_to_itself_or_to_a_later_incident_is_no_recurrence()
    {
        var lone = First with { FailureClass = null, RecurrenceOf = "INC-001" };
        Assert.Empty(Of(Sample.Policy, lone));
        Assert.Empty(Of(Sample.Policy, lone with { RecurrenceOf = "INC-002" }, Second("2026-01-05T00:00:00Z") with { FailureClass = null }));
    }

    [Fact]
    public void Summer_time_neither_lengthens_nor_shortens_the_window()
    {
        var zone = Sample.Policy with { TimeZone = "Europe/Berlin", RecurrenceWindowDays = 1 };
        var before = Sample.Final("INC-001", "2026-03-28T12:00:00+01:00"); // summer time begins in the night that follows
        Assert.Single(Of(zone, before, Second("2026-03-29T13:00:00+02:00"))); // 24 hours
        Assert.Empty(Of(zone, before, Second("2026-03-29T13:00:01+02:00")));
    }
}
