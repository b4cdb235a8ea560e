using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Charts;

namespace Archive.Incidents.Pages;

/// <summary>The timeline drawn to scale. All numbers are SVG user units, ready to write.</summary>
public sealed record TimelineFigure
{
    /// <summary>What the drawing shows, in a sentence.</summary>
    public required string Caption { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required int AxisY { get; init; }

    /// <summary>Where the ticks end.</summary>
    public required int TickY { get; init; }

    public required int TickTextY { get; init; }

    /// <summary>Where the lines to the marks' numbers begin.</summary>
    public required int LeaderY { get; init; }

    public required int BandY { get; init; }

    public required int BandTextY { get; init; }

    public required int BandHeight { get; init; }

    public required ImmutableArray<FigureTick> Ticks { get; init; }

    public required ImmutableArray<FigureBand> Bands { get; init; }

    public required ImmutableArray<FigureMark> Marks { get; init; }

    /// <summary>Where the axis is broken, as paths of two short strokes.</summary>
    public required ImmutableArray<string> Breaks { get; init; }

    private const int DrawingWidth = 976;
    private const int LaneHeight = 17;
    private const int LabelWidth = 22;
    private const double LetterWidth = 7.2; // of the drawing's text, generously

    /// <summary>Null where there are fewer than two moments to draw.</summary>
    public static TimelineFigure? Of(Postmortem postmortem)
    {
        var moments = postmortem.Timeline.Moments;
        if (moments.Length < 2) return null;
        var phases = Phases(postmortem.Times);
        var scale = TimelineScale.Of(
            [.. moments.Select(m => new TimelineMoment(m.At, m.Mark is { } mark ? Words.Of(mark) : "other"))],
            phases,
            new() { Width = DrawingWidth, LabelWidth = LabelWidth, TickSpacing = 88 });
        return scale is null ? null : Drawn(scale, phases, postmortem);
    }

    private static TimelineFigure Drawn(TimelineScale scale, TimelinePhase[] phases, Postmortem postmortem)
    {
        var axis = scale.LaneCount * LaneHeight + 14;
        return new()
        {
            Caption = CaptionOf(postmortem),
            Width = DrawingWidth,
            AxisY = axis,
            TickY = axis + 6,
            TickTextY = axis + 20,
            LeaderY = axis - 6,
            BandY = axis + 32,
            BandHeight = 24,
            BandTextY = axis + 49,
            Height = axis + (scale.Bands.IsEmpty ? 28 : 58),
            Ticks = [.. scale.Ticks.Select(t => new FigureTick(new(t.X), t.Label, t.X < 24 ? "start" : t.X > DrawingWidth - 24 ? "end" : "middle"))],
            Bands = [.. scale.Bands.Select((b, i) => (Band: b, Phase: phases[i])).Where(b => b.Band.Width > 0).Select(b => Band(b.Band, b.Phase))],
            Marks = [.. scale.Marks.Select(m => Mark(m, axis, postmortem.Timeline.Moments[m.Number - 1]))],
            Breaks = [.. BreaksOf(scale, axis)],
        };
    }

    private static TimelinePhase[] Phases(IncidentTimes times)
    {
        var phases = new List<TimelinePhase>();
        var at = times.StartedAt;
        Add("unnoticed", times.DetectedAt);
        Add("responding", times.MitigatedAt ?? times.ResolvedAt);
        Add("mitigated", times.ResolvedAt);
        return [.. phases];

        void Add(string name, DateTimeOffset? to)
        {
            if (to is not { } end || end <= at) return;
            phases.Add(new(name, at, end));
            at = end;
        }
    }

    private static FigureBand Band(TimelineBand band, TimelinePhase phase)
    {
        var span = Wording.Span(phase.To - phase.From);
        string[] labels = [$"{band.Name} {span}", span, ""];
        return new(band.Name, new(band.X), new(band.Width), new(band.X + 6), labels.First(l => l.Length * LetterWidth + 10 <= band.Width || l.Length == 0), span);
    }

    private static FigureMark Mark(TimelineMark mark, int axis, Moment moment)
    {
        var (path, x, y) = ShapeOf(mark.Kind);
        var labelY = axis - 14 - mark.Lane * LaneHeight;
        return new(
            mark.Number, mark.Kind, new(mark.X - x), axis + y, path, new(mark.X), new(mark.LabelX), new SvgTenths(mark.X) == new SvgTenths(mark.LabelX), labelY + 4, labelY,
            Wording.Clock(mark.At), mark.Kind == "other" ? null : mark.Kind, moment.EventText);
    }

    /// <summary>A triangle for the trigger, diamonds for what follows, discs for what ends it, a dot for the rest; and where they begin, from their place on the axis.</summary>
    private static (string Path, double Left, int Down) ShapeOf(string kind) => kind switch
    {
        "trigger" => ("l6 -11l6 11z", 6, 5),
        "detection" or "escalation" or "decision" => ("l6 6l-6 6l-6 -6z", 0, -6),
        "mitigation" or "resolution" => ("a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z", 5.5, 0),
        _ => ("a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z", 3, 0),
    };

    private static IEnumerable<string> BreaksOf(TimelineScale scale, int axis)
    {
        if (scale.IsBrokenBefore) yield return Strokes(LabelWidth * 1.75, axis);
        if (scale.IsBrokenAfter) yield return Strokes(DrawingWidth - LabelWidth * 1.75, axis);
    }

    private static string Strokes(double x, int y) => $"M{new SvgTenths(x - 5)} {y + 6}l5 -12M{new SvgTenths(x + 1)} {y + 6}l5 -12";

    private static string CaptionOf(Postmortem postmortem)
    {
        var times = postmortem.Times;
        var parts = new List<string>();
        if (times.Detection is { } detection) parts.Add(detection == TimeSpan.Zero ? "noticed at once" : $"unnoticed for {Wording.Span(detection)}");
        if (times.MitigatedAt - times.StartedAt is { } mitigation) parts.Add($"mitigated after {Wording.Span(mitigation)}");
        if (times.Duration is { } duration) parts.Add($"resolved after {Wording.Span(duration)}");
        var sentence = parts.Count == 0 ? "" : $"{Wording.Sentence(Wording.List(parts))}. ";
        return $"{sentence}Drawn to scale; the numbers are the rows of the timeline.";
    }
}

/// <param name="Anchor">Which side of the tick the label stands on, so that it stays inside.</param>
public sealed record FigureTick(SvgTenths X, string Label, string Anchor);

/// <param name="Label">As much of its name and length as has room; empty where nothing has.</param>
/// <param name="Span">How long it was.</param>
public sealed record FigureBand(string Name, SvgTenths X, SvgTenths Width, SvgTenths TextX, string Label, string Span);

/// <param name="ShapeX">Where its shape begins.</param>
/// <param name="Shape">The rest of its shape's path.</param>
/// <param name="X">Its place on the axis.</param>
/// <param name="IsBelow">Whether its number stands right above it.</param>
/// <param name="LeaderY">Where the line to its number ends.</param>
/// <param name="Mark">What it marks, or null.</param>
public sealed record FigureMark(
    int Number, string Kind, SvgTenths ShapeX, int ShapeY, string Shape, SvgTenths X, SvgTenths TextX, bool IsBelow, int LeaderY, int TextY, string Clock, string? Mark, string Event);
