namespace Archive.Publishing.Charts;

/// <summary>Something that happened.</summary>
/// <param name="Kind">Handed through to the mark, for its colour or shape.</param>
public readonly record struct TimelineMoment(DateTimeOffset At, string Kind);

/// <summary>A stretch of time with a name.</summary>
/// <param name="From">Included.</param>
/// <param name="To">Excluded; before <paramref name="From"/> it counts as empty.</param>
public readonly record struct TimelinePhase(string Name, DateTimeOffset From, DateTimeOffset To);

/// <summary>The measures of a drawing, in pixels.</summary>
public sealed record TimelineShape
{
    public required int Width { get; init; }

    /// <summary>What a moment's number takes, with the gap after it.</summary>
    public int LabelWidth { get; init; } = 24;

    /// <summary>Two ticks are at least this far apart.</summary>
    public int TickSpacing { get; init; } = 64;

    /// <summary>With more lanes than this, labels are moved aside from their moments instead. There are more only where the labels do not fit otherwise.</summary>
    public int MostLanes { get; init; } = 6;
}

/// <summary>Where a moment stands that lies outside the part which is drawn to scale.</summary>
public enum TimelineSide
{
    /// <summary>It lies inside.</summary>
    Inside,

    /// <summary>It happened long before; its mark stands in a strip at the left.</summary>
    Before,

    /// <summary>It happened long after; its mark stands in a strip at the right.</summary>
    After,
}

/// <summary>A moment in the drawing.</summary>
/// <param name="Number">1-based, in the order of time; equal times in the order they were given.</param>
/// <param name="X">Where it stands on the axis.</param>
/// <param name="LabelX">The middle of its label; that of <paramref name="X"/> where there was room.</param>
/// <param name="Lane">The row of its label, 0 next to the axis. Labels of one lane do not overlap.</param>
public readonly record struct TimelineMark(int Number, DateTimeOffset At, string Kind, double X, double LabelX, int Lane, TimelineSide Side);

/// <summary>A phase in the drawing.</summary>
public readonly record struct TimelineBand(string Name, double X, double Width);

/// <summary>A tick of the axis.</summary>
/// <param name="Label"><c>06:00</c>, at midnight <c>14 Feb</c>, over more than a year <c>14 Feb 2026</c>; UTC.</param>
public readonly record struct TimelineTick(double X, DateTimeOffset At, string Label);
