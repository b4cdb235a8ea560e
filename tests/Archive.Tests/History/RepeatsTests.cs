using Archive.Incidents.History;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.History;

public sealed class RepeatsTests
{
    private static readonly Postmortem First = Sample.Final("INC-001", "2026-01-10T12:00:00Z");

    private static readonly Occurrence Line = new(new(2026, 1, 20), "One camera, three minutes");

    [Fact]
    public void A_line_about_a_repeat_counts_as_one()
    {
        var history = IncidentHistory.Of(Sample.ArchiveOf(First with { Occurrences = [Line] }));
        var repeat = Assert.Single(history.Repeats);
        Assert.Equal(("INC-001", new DateOnly(2026, 1, 20), RecurrenceDiagnosis.NothingPlanned), (repeat.Told.Id, repeat.On, repeat.Diagnosis));
        Assert.Equal(2, Assert.Single(history.Families).Times);
    }

    [Fact]
    public void A_line_and_a_postmortem_about_the_same_day_count_once()
    {
        var history = IncidentHistory.Of(Sample.ArchiveOf(First with { Occurrences = [Line] }, Sample.Final("INC-002", "2026-01-20T03:00:00Z")));
        Assert.Equal("INC-002", Assert.Single(history.Repeats).Told.Id);
    }

    [Fact]
    public void A_line_about_another_day_counts_beside_the_postmortem()
    {
        var history = IncidentHistory.Of(Sample.ArchiveOf(First with { Occurrences = [Line] }, Sample.Final("INC-002", "2026-01-21T03:00:00Z")));
        Assert.Equal(["INC-001", "INC-002"], history.Repeats.Select(r => r.Told.Id));
    }

    [Fact]
    public void A_line_says_what_was_open_on_its_day()
    {
        var item = Sample.Item("AI-1", ItemStatus.Done, done: "2026-01-25");
        var repeat = Assert.Single(IncidentHistory.Of(Sample.ArchiveOf(First with { Occurrences = [Line], ActionItems = [item] })).Repeats);
        Assert.Equal((RecurrenceDiagnosis.NeverShipped, 1), (repeat.Diagnosis, repeat.Then.Open.Length));
    }
}
