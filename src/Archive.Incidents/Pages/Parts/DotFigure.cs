using System.Collections.Immutable;
using System.Globalization;
using Archive.Incidents.Model;
using Archive.Publishing.Charts;

namespace Archive.Incidents.Pages.Parts;

/// <summary>Incidents as dots over the days on which they began; each is a link. All numbers are SVG user units, ready to write.</summary>
public sealed record DotFigure
{
    /// <summary>What it shows, for those who do not see it.</summary>
    public required string Label { get; init; }

    /// <summary>How it is read, and what it says.</summary>
    public required string Description { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required ImmutableArray<FigureLine> Values { get; init; }

    public required ImmutableArray<FigureDay> Days { get; init; }

    /// <summary>Path of the line at zero.</summary>
    public required string Zero { get; init; }

    public required ImmutableArray<FigureLevel> Levels { get; init; }

    public required ImmutableArray<FigureDot> Dots { get; init; }

    /// <summary>What stands in the strip above the scale, or null where nothing does.</summary>
    public required FigureLine? Beyond { get; init; }

    private const int DrawingWidth = 560;
    private const int PlotHeight = 190;
    private const int DayLabels = 24;
    private const double Radius = 5;

    /// <summary>Steps of a scale of minutes: minutes, hours, days.</summary>
    public static readonly ImmutableArray<double> MinuteSteps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 14400];

    /// <summary>Steps of a scale of whole numbers.</summary>
    public static readonly ImmutableArray<double> WholeSteps = [1, 2, 5, 10, 20, 50, 100];

    /// <param name="points">What the dots are; in the order in which they are drawn, the last on top.</param>
    /// <returns>Null where there are fewer than two points: one dot says no more than its number.</returns>
    public static DotFigure? Of(DotFigureWords words, ImmutableArray<double> steps, ImmutableArray<DotPoint> points, ImmutableArray<LevelPoint> levels, SitePlan site)
    {
        if (points.Length < 2) return null;
        var shape = new DotPlotShape { Width = DrawingWidth, Height = PlotHeight, Steps = steps };
        var plot = DotPlot.Of([.. points.Select(p => new PlotPoint(p.On, p.Value))], [.. levels.Select(l => l.Level)], shape);
        if (plot is null) return null;
        return new()
        {
            Label = words.Label,
            Description = words.Description,
            Width = DrawingWidth,
            Height = PlotHeight + DayLabels,
            Values = [.. plot.Values.Select(v => new FigureLine($"M{Number(plot.Left)} {Number(v.Y)}H{DrawingWidth}", Number(plot.Left - 8), Number(v.Y + 4), words.ValueWords(v.Value)))],
            Days = [.. plot.Days.Select(d => Day(d, plot.Left))],
            Zero = $"M{Number(plot.Left)} {Number(plot.ZeroY)}H{DrawingWidth}",
            Levels = [.. plot.Bars.Select(b => new FigureLevel($"M{Number(b.X)} {Number(b.Y)}h{Number(b.Width)}", levels[b.Index].Title))],
            Dots = [.. points.Select((p, i) => Dot(p, plot.Dots[i], site))],
            Beyond = plot.HasBeyond ? new($"M{Number(plot.Left)} {shape.BeyondHeight - 2}H{DrawingWidth}", Number(plot.Left - 8), Number(shape.BeyondHeight / 2.0 + 4), "more") : null,
        };
    }

    private static FigureDay Day(DayTick day, double left) => new(
        Number(day.X),
        day.X > DrawingWidth - 24 ? "end" : day.X < left + 12 ? "start" : "middle",
        (PlotHeight + 17).ToString(CultureInfo.InvariantCulture),
        $"M{Number(day.X)} {PlotHeight - 4}v8",
        day.IsYear ? day.Year.ToString("D4", CultureInfo.InvariantCulture) : $"Q{(day.Month + 2) / 3}");

    private static FigureDot Dot(DotPoint point, PlotDot dot, SitePlan site) => new(
        site.Links.Postmortem(point.Postmortem),
        $"{point.Postmortem.Id}, {point.Postmortem.Severity.Name}, {Wording.Day(point.On)}: {point.ValueWords}. {point.Postmortem.Title}",
        Number(dot.X),
        Number(dot.Y),
        Number(Radius),
        $"d{SeverityView.StepOf(point.Postmortem.Severity)}");

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <param name="ValueWords">The words of a tick's value.</param>
public sealed record DotFigureWords(string Label, string Description, Func<double, string> ValueWords);

/// <param name="ValueWords">The value as a person reads it.</param>
public sealed record DotPoint(Postmortem Postmortem, DateOnly On, double Value, string ValueWords);

public sealed record LevelPoint(PlotLevel Level, string Title);

/// <summary>A line across the scale and its label at the left.</summary>
public sealed record FigureLine(string Path, string TextX, string TextY, string Label);

public sealed record FigureDay(string X, string Anchor, string TextY, string Path, string Label);

public sealed record FigureLevel(string Path, string Title);

public sealed record FigureDot(string Href, string Title, string X, string Y, string Radius, string Css);
