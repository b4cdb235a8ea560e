using System.Collections.Immutable;
using System.Globalization;
using System.Text;
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

    /// <summary>Path of the axis with all its ticks.</summary>
    public required string Axis { get; init; }

    /// <summary>Path from each mark to its number.</summary>
    public required string Leaders { get; init; }

    public required int TickTextY { get; init; }

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
        var scale = TimelineScale.Of(
            [.. moments.Select(m => new TimelineMoment(m.At, m.Mark is { } mark ? Words.Of(mark) : "other"))],
            Phases(postmortem.Times),
            new() { Width = DrawingWidth, LabelWidth = LabelWidth, TickSpacing = 88 });
        return scale is null ? null : Drawn(scale, postmortem);
    }

    private static TimelineFigure Drawn(TimelineScale scale, Postmortem postmortem)
    {
        var axis = scale.LaneCount * LaneHeight + 14;
        return new()
        {
            Caption = CaptionOf(postmortem),
            Width = DrawingWidth,
            Axis = AxisOf(scale, axis),
            Leaders = LeadersOf(scale, axis),
            TickTextY = axis + 20,
            BandY = axis + 32,
            BandHeight = 24,
            BandTextY = axis + 49,
            Height = axis + (scale.Bands.IsEmpty ? 28 : 58),
            Ticks = [.. scale.Ticks.Select(t => new FigureTick(Number(t.X), t.Label, t.X < 24 ? "start" : t.X > DrawingWidth - 24 ? "end" : "middle"))],
            Bands = [.. scale.Bands.Where(b => b.Width > 0).Select(b => Band(b, postmortem.Times))],
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

    private static FigureBand Band(TimelineBand band, IncidentTimes times)
    {
        var span = Phases(times).Where(p => p.Name == band.Name).Select(p => Wording.Span(p.To - p.From)).First();
        string[] labels = [$"{band.Name} {span}", span, ""];
        return new(band.Name, Number(band.X), Number(band.Width), Number(band.X + 6), labels.First(l => l.Length * LetterWidth + 10 <= band.Width || l.Length == 0), $"{band.Name} for {span}");
    }

    private static FigureMark Mark(TimelineMark mark, int axis, Moment moment)
    {
        var words = mark.Kind == "other" ? "" : $"{mark.Kind}: ";
        return new(
            mark.Number.ToString(CultureInfo.InvariantCulture),
            mark.Kind,
            ShapeOf(mark.Kind, mark.X, axis),
            Number(mark.LabelX),
            LabelY(mark, axis),
            $"{Wording.Clock(mark.At)} {words}{moment.EventText}");
    }

    private static string AxisOf(TimelineScale scale, int y)
    {
        var path = new StringBuilder($"M0 {y}H{DrawingWidth}");
        foreach (var tick in scale.Ticks) path.Append('M').Append(Number(tick.X)).Append(' ').Append(y).Append('V').Append(y + 6);
        return path.ToString();
    }

    private static string LeadersOf(TimelineScale scale, int axis)
    {
        var path = new StringBuilder();
        foreach (var mark in scale.Marks)
        {
            var (from, to) = (Number(mark.X), Number(mark.LabelX));
            path.Append('M').Append(from).Append(' ').Append(axis - 6);
            if (from == to) path.Append('V'); // the number stands right above
            else path.Append('L').Append(to).Append(' ');
            path.Append(LabelY(mark, axis) + 4);
        }
        return path.ToString();
    }

    /// <summary>The base line of a mark's number.</summary>
    private static int LabelY(TimelineMark mark, int axis) => axis - 14 - mark.Lane * LaneHeight;

    /// <summary>A triangle for the trigger, diamonds for what follows, discs for what ends it, a dot for the rest.</summary>
    private static string ShapeOf(string kind, double x, int y) => kind switch
    {
        "trigger" => $"M{Number(x - 6)} {y + 5}l6 -11l6 11z",
        "detection" or "escalation" or "decision" => $"M{Number(x)} {y - 6}l6 6l-6 6l-6 -6z",
        "mitigation" or "resolution" => $"M{Number(x - 5.5)} {y}a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z",
        _ => $"M{Number(x - 3)} {y}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z",
    };

    private static IEnumerable<string> BreaksOf(TimelineScale scale, int axis)
    {
        if (scale.IsBrokenBefore) yield return Strokes(LabelWidth * 1.75, axis);
        if (scale.IsBrokenAfter) yield return Strokes(DrawingWidth - LabelWidth * 1.75, axis);
    }

    private static string Strokes(double x, int y) => $"M{Number(x - 5)} {y + 6}l5 -12M{Number(x + 1)} {y + 6}l5 -12";

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

    /// <summary>To a tenth, written by hand: a page has a hundred of them, and formatting doubles would be a third of its cost.</summary>
    private static string Number(double value)
    {
        var tenths = (int)Math.Round(Math.Abs(value) * 10);
        var sign = value < 0 && tenths > 0 ? "-" : "";
        return tenths % 10 == 0 ? $"{sign}{tenths / 10}" : $"{sign}{tenths / 10}.{tenths % 10}";
    }
}

/// <param name="Anchor">Which side of the tick the label stands on, so that it stays inside.</param>
public sealed record FigureTick(string X, string Label, string Anchor);

/// <param name="Label">As much of its name and length as has room; empty where nothing has.</param>
public sealed record FigureBand(string Name, string X, string Width, string TextX, string Label, string Title);

/// <param name="Shape">Path of the mark on the axis.</param>
public sealed record FigureMark(string Number, string Kind, string Shape, string TextX, int TextY, string Title);
