using Archive.PublicRecord;
using Archive.PublicRecord.Vocabulary;
using Xunit;

namespace Archive.Tests.PublicRecord;

public class PublicHistoryTests
{
    private static readonly PublicIncident Open = PublicExamples.Incident with { Updates = [.. PublicExamples.Incident.Updates.Take(3)] };

    [Fact]
    public void An_incident_is_over_when_its_last_update_says_so() =>
        Assert.Equal(PublicExamples.At("2026-02-14T09:05:00Z"), PublicExamples.Incident.ResolvedAt);

    [Fact]
    public void An_incident_whose_last_update_does_not_say_so_is_open() => Assert.Null(Open.ResolvedAt);

    [Fact]
    public void Updates_are_put_in_order_of_time()
    {
        var incident = PublicExamples.Incident with { Updates = [.. PublicExamples.Incident.Updates.Reverse()] };
        Assert.Equal(PublicExamples.Incident.Updates, incident.Updates);
    }

    [Fact]
    public void An_incident_that_nobody_was_told_of_is_refused() =>
        Assert.Throws<ArgumentException>(() => PublicExamples.Incident with { Updates = [] });

    [Fact]
    public void The_last_change_is_the_newest_correction() => Assert.Equal(new(2026, 3, 5), PublicExamples.Incident.ModifiedOn);

    [Fact]
    public void Without_a_correction_the_last_change_is_the_publication() =>
        Assert.Equal(new(2026, 3, 1), (PublicExamples.Incident with { Corrections = [] }).ModifiedOn);

    [Fact]
    public void A_correction_before_the_publication_does_not_move_the_last_change_back() =>
        Assert.Equal(new(2026, 3, 1), (PublicExamples.Incident with { Corrections = [new(new(2026, 2, 20), "Earlier.")] }).ModifiedOn);

    [Theory]
    [InlineData(PublicImpact.None, ComponentState.Operational)]
    [InlineData(PublicImpact.Minor, ComponentState.DegradedPerformance)]
    [InlineData(PublicImpact.Major, ComponentState.PartialOutage)]
    [InlineData(PublicImpact.Critical, ComponentState.MajorOutage)]
    public void An_open_incident_gives_its_components_a_state(PublicImpact impact, ComponentState expected) =>
        Assert.Equal(expected, PublicExamples.HistoryOf(Open with { Impact = impact }).StateOf(new("Settlement")));

    [Fact]
    public void A_component_that_no_open_incident_names_is_operational() =>
        Assert.Equal(ComponentState.Operational, PublicExamples.HistoryOf(Open).StateOf(new("Reports")));

    [Fact]
    public void The_state_of_all_is_the_worst_of_the_open_incidents() =>
        Assert.Equal(ComponentState.MajorOutage, PublicExamples.HistoryOf(Open, Open with { Impact = PublicImpact.Critical }).State);

    [Fact]
    public void With_no_open_incident_everything_is_operational() => Assert.Equal(ComponentState.Operational, PublicExamples.History.State);
}
