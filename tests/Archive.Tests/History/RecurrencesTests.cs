using Archive.Incidents.History;
using Archive.Incidents.Model;
using Xunit;

namespace Archive.Tests.History;

public sealed class RecurrencesTests
{
    private static readonly Postmortem Earlier = Sample.Final("INC-030", "2026-02-10T05:30:00Z");
    private static readonly Postmortem Later = Sample.Final("INC-031", "2026-02-14T05:40:00Z") with { RecurrenceOf = "inc-030" };

    private static Recurrence With(params IEnumerable<ActionItem> items) => Recurrence.Of(Earlier with { ActionItems = [.. items] }, Later, RecurrenceBasis.Named, Sample.Policy);

    [Fact]
    public void Items_done_after_the_second_began_were_open_then()
    {
        var recurrence = With(Sample.Item("AI-1", ItemStatus.Done, done: "2026-02-18"), Sample.Item("AI-2", ItemStatus.Done, done: "2026-02-13"));
        Assert.Equal((2, 1), (recurrence.Then.Count, recurrence.Then.Open.Length));
    }

    [Fact]
    public void An_item_done_on_the_very_day_counts_as_done() =>
        Assert.Empty(With(Sample.Item("AI-1", ItemStatus.Done, done: "2026-02-14")).Then.Open);

    [Fact]
    public void Ideas_and_declined_items_were_no_promise() =>
        Assert.Equal(0, With(Sample.Item("AI-1", ItemStatus.Idea), Sample.Item("AI-2", ItemStatus.Declined)).Then.Count);

    [Fact]
    public void The_distance_is_from_start_to_start() => Assert.Equal(4, With().DaysBetween);

    [Fact]
    public void The_distance_is_counted_in_days_of_the_calendar_as_a_reader_would() =>
        Assert.Equal(1, Recurrence.Of(Sample.Final("INC-030", "2026-02-10T23:30:00Z"), Sample.Final("INC-031", "2026-02-11T00:30:00Z"), RecurrenceBasis.Named, Sample.Policy).DaysBetween);

    [Fact]
    public void A_recurrence_is_found_whatever_the_case_of_its_id()
    {
        var history = IncidentHistory.Of(Sample.ArchiveOf(Earlier, Later));
        var recurrence = Assert.Single(history.Recurrences);
        Assert.Equal(("INC-030", "INC-031"), (recurrence.Earlier.Id, recurrence.Later.Id));
        Assert.Equal([recurrence], history.RecurrencesOf(Earlier));
        Assert.Equal([recurrence], history.RecurrencesOf(Later));
    }

    [Fact]
    public void Chains_are_one_family_and_the_dearest_family_comes_first()
    {
        var third = Sample.Final("INC-040", "2026-05-01T00:00:00Z") with { RecurrenceOf = "INC-031" };
        var other = Sample.Final("INC-050", "2026-06-01T00:00:00Z") with { FailureClass = null };
        var again = Sample.Final("INC-051", "2026-07-01T00:00:00Z") with { FailureClass = null, RecurrenceOf = "INC-050" };
        var families = IncidentHistory.Of(Sample.ArchiveOf(Earlier, Later, third, other, again)).Families;
        Assert.Equal(["INC-030 INC-031 INC-040", "INC-050 INC-051"], families.Select(f => string.Join(' ', f.Members.Select(m => m.Id))));
    }

    [Fact]
    public void A_ring_of_references_ends()
    {
        var ring = IncidentHistory.Of(Sample.ArchiveOf(Earlier with { RecurrenceOf = "INC-031" }, Later)).Families;
        Assert.Equal(2, Assert.Single(ring).Members.Length);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_is_one_family()
    {
        var chain = Sample.Many(100_000, TimeSpan.FromMinutes(1)).Select((p, i) => p with { RecurrenceOf = i == 0 ? null : $"INC-{i - 1:D6}" });
        Assert.Equal(100_000, Assert.Single(IncidentHistory.Of(Sample.ArchiveOf(chain)).Families).Members.Length);
    }
}
