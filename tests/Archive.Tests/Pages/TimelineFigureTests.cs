using Archive.Incidents.Pages;
using Xunit;

namespace Archive.Tests.Pages;

public sealed class TimelineFigureTests
{
    [Fact]
    public void Each_moment_is_a_link_to_its_row()
    {
        var page = new InternalRendering(Sample.ArchiveOf(Sample.Full())).Page("/postmortems/inc-031/");
        var marks = page.QuerySelectorAll(".drawn a");
        Assert.Equal(5, marks.Length);
        Assert.All(marks, m => Assert.NotNull(page.QuerySelector($".moments tr{m.GetAttribute("href")}")));
        Assert.Equal("06:31 detection: A grower calls", marks[2].QuerySelector("title")!.TextContent);
    }

    [Fact]
    public void The_phases_are_named_where_they_have_room()
    {
        var figure = TimelineFigure.Of(Sample.Full())!;
        Assert.Equal(["unnoticed 51 min", "responding 49 min", "mitigated 1 h 45 min"], figure.Bands.Select(b => b.Label));
    }

    [Fact]
    public void A_phase_too_short_for_its_name_keeps_its_place_without_it()
    {
        var times = Sample.Full().Times;
        var figure = TimelineFigure.Of(Sample.Full() with { Times = times with { DetectedAt = times.StartedAt.AddSeconds(20) } })!;
        Assert.Equal(("unnoticed", ""), (figure.Bands[0].Name, figure.Bands[0].Label));
    }

    [Fact]
    public void The_caption_says_what_it_shows() =>
        Assert.StartsWith("Unnoticed for 51 min, mitigated after 1 h 40 min and resolved after 3 h 25 min.", TimelineFigure.Of(Sample.Full())!.Caption, StringComparison.Ordinal);

    [Fact]
    public void A_moment_long_before_breaks_the_axis() => Assert.Single(TimelineFigure.Of(Sample.Full())!.Breaks);

    [Fact]
    public void A_single_moment_is_not_drawn() =>
        Assert.Null(TimelineFigure.Of(Sample.Full() with { Timeline = new([Sample.Moment("2026-02-14T05:40:00Z", "Alone")]) }));

    [Fact]
    public void Without_known_times_the_moments_alone_are_drawn()
    {
        var figure = TimelineFigure.Of(Sample.Full() with { Times = new() { StartedAt = Sample.Utc("2026-02-14T05:40:00Z") } })!;
        Assert.Empty(figure.Bands);
        Assert.Equal(5, figure.Marks.Length);
    }
}
