using Archive.Incidents.History;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.History;

public sealed class RelationsTests
{
    private static readonly Postmortem One = Sample.Final("INC-001", "2026-01-01T00:00:00Z") with { FailureClass = null };

    private static IEnumerable<(string, RelationReason)> Of(Postmortem postmortem, params IEnumerable<Postmortem> others) =>
        Relations.Of(postmortem, IncidentHistory.Of(Sample.ArchiveOf([postmortem, .. others]))).Select(r => (r.Postmortem.Id, r.Reason));

    private static Postmortem Other(string id, string at) => Sample.Final(id, at) with { FailureClass = null, Services = [Sample.Settlement] };

    [Fact]
    public void Related_is_said_on_both_sides()
    {
        var naming = Other("INC-002", "2026-02-01T00:00:00Z") with { Related = ["inc-001"] };
        Assert.Equal([("INC-002", RelationReason.NamesThis)], Of(One, naming));
        Assert.Equal([("INC-001", RelationReason.Named)], Of(naming, One));
    }

    [Fact]
    public void The_strongest_reason_is_given_and_each_stands_once()
    {
        var postmortem = One with { FailureClass = Sample.ConfigOverwrite, Related = ["INC-002"] };
        var sameClass = Sample.Final("INC-002", "2026-02-01T00:00:00Z") with { Services = [Sample.Gateway] };
        var sameService = Sample.Final("INC-003", "2026-03-01T00:00:00Z") with { FailureClass = null };
        Assert.Equal([("INC-002", RelationReason.Named), ("INC-003", RelationReason.SharedService)], Of(postmortem, sameClass, sameService));
    }

    [Fact]
    public void What_is_shown_as_a_recurrence_is_not_shown_again() =>
        Assert.Empty(Of(One, Other("INC-002", "2026-02-01T00:00:00Z") with { RecurrenceOf = "INC-001", Related = ["INC-001"] }));

    [Fact]
    public void No_more_than_six_are_shown()
    {
        var postmortem = One with { Related = [.. Enumerable.Range(100, 20).Select(i => $"INC-{i}")] };
        Assert.Equal(6, Of(postmortem, Enumerable.Range(100, 20).Select(i => Other($"INC-{i}", "2026-02-01T00:00:00Z"))).Count());
    }

    [Fact]
    public void In_a_class_the_nearest_in_time_come_first()
    {
        var day = Sample.Utc("2026-01-01T00:00:00Z");
        var all = Enumerable.Range(0, 50).Select(i => Sample.Final($"INC-{i:D3}") with { Services = [i == 25 ? Sample.Gateway : Sample.Settlement], Times = new() { StartedAt = day.AddDays(i * i) } }).ToList();
        var related = Of(all[25], all.Where(p => p != all[25])).Select(r => r.Item1);
        Assert.Equal(["INC-024", "INC-026", "INC-023", "INC-027"], related);
    }
}
