using System.Collections.Immutable;

namespace Archive.Publishing.Charts;

/// <summary>The geometry of a timeline drawn to scale. All positions are pixels from 0 to the width, rounded to a tenth; times are UTC.</summary>
/// <param name="From">Where the part begins that is drawn to scale.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Marks">In the order of time.</param>
/// <param name="Bands">In the order given; what lies outside the part drawn to scale is cut off.</param>
/// <param name="LaneCount">Rows of labels.</param>
public sealed record TimelineScale(
    DateTimeOffset From, DateTimeOffset To, ImmutableArray<TimelineMark> Marks, ImmutableArray<TimelineBand> Bands, ImmutableArray<TimelineTick> Ticks, int LaneCount)
{
    /// <summary>Less is not drawn: a single moment needs a stretch of time around it.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);

    /// <summary>Whether marks stand in a strip at the left that is not to scale, so that the axis has to be broken there.</summary>
    public bool IsBrokenBefore => Marks.Any(m => m.Side == TimelineSide.Before);

    public bool IsBrokenAfter => Marks.Any(m => m.Side == TimelineSide.After);

    /// <remarks>
    /// To scale are the phases, and the moments up to half their length before and after; without phases, all moments but those that stand
    /// apart from most by more than four times what most span. With neither phases nor moments there is nothing to draw, and null comes back.
    /// </remarks>
    public static TimelineScale? Of(IReadOnlyList<TimelineMoment> moments, IReadOnlyList<TimelinePhase> phases, TimelineShape shape)
    {
        if (moments.Count == 0 && phases.Count == 0) return null;
        var ordered = InOrder(moments);
        var times = new long[ordered.Count];
        for (var i = 0; i < times.Length; i++) times[i] = ordered[i].At.UtcTicks;
        var (from, to) = Span(times, phases);
        var axis = new Axis(from, to, times.Any(t => t < from), times.Any(t => t > to), shape);
        var xs = Array.ConvertAll(times, axis.X);
        var lanes = TimelineLanes.Of(xs, shape);
        var marks = ImmutableArray.CreateBuilder<TimelineMark>(times.Length);
        for (var i = 0; i < times.Length; i++)
        {
            var side = times[i] < from ? TimelineSide.Before : times[i] > to ? TimelineSide.After : TimelineSide.Inside;
            marks.Add(new(i + 1, ordered[i].At, ordered[i].Kind, Rounded(xs[i]), Rounded(lanes[i].X), lanes[i].Lane, side));
        }
        return new(
            new(from, TimeSpan.Zero), new(to, TimeSpan.Zero), marks.MoveToImmutable(), [.. phases.Select(axis.Band)], axis.Ticks(shape),
            lanes.Length == 0 ? 0 : lanes.Max(l => l.Lane) + 1);
    }

    /// <summary>By time; nearly always they are.</summary>
    private static IReadOnlyList<TimelineMoment> InOrder(IReadOnlyList<TimelineMoment> moments)
    {
        for (var i = 1; i < moments.Count; i++)
        {
            if (moments[i].At < moments[i - 1].At) return moments.OrderBy(m => m.At.UtcTicks).ToArray();
        }
        return moments;
    }

    private static (long From, long To) Span(long[] moments, IReadOnlyList<TimelinePhase> phases)
    {
        var (from, to) = phases.Count > 0
            ? (phases.Min(p => p.From.UtcTicks), phases.Max(p => Math.Max(p.From.UtcTicks, p.To.UtcTicks)))
            : WithoutStragglers(moments);
        var reach = phases.Count > 0 ? Math.Max(to - from, Shortest.Ticks) / 2 : 0;
        var (earliest, latest) = (from - reach, to + reach);
        foreach (var moment in moments)
        {
            if (moment >= earliest && moment <= latest) (from, to) = (Math.Min(from, moment), Math.Max(to, moment));
        }
        var missing = Math.Max(0, Shortest.Ticks - (to - from));
        from = Math.Max(DateTimeOffset.MinValue.UtcTicks, from - missing / 2);
        return (from, Math.Min(DateTimeOffset.MaxValue.UtcTicks, to + missing / 2));
    }

    /// <summary>Splits at the widest gap and goes on with the larger part, as long as the gap is more than four times what that part spans.</summary>
    private static (long From, long To) WithoutStragglers(long[] moments)
    {
        var (first, last) = (0, moments.Length - 1);
        while (last - first >= 2)
        {
            var split = Enumerable.Range(first, last - first).MaxBy(i => moments[i + 1] - moments[i]);
            var isLeftLarger = split - first + 1 > last - split;
            var span = isLeftLarger ? moments[split] - moments[first] : moments[last] - moments[split + 1];
            if (moments[split + 1] - moments[split] <= 4 * Math.Max(span, Shortest.Ticks)) break;
            (first, last) = isLeftLarger ? (first, split) : (split + 1, last);
        }
        return (moments[first], moments[last]);
    }

    private static double Rounded(double x) => Math.Round(x, 1);

    /// <summary>The straight line from time to pixels, between the strips for what lies outside.</summary>
    private sealed class Axis(long from, long to, bool hasBefore, bool hasAfter, TimelineShape shape)
    {
        private readonly double _left = shape.LabelWidth * (hasBefore ? 2.5 : 0.5);
        private readonly double _right = shape.Width - shape.LabelWidth * (hasAfter ? 2.5 : 0.5);

        public double X(long ticks) => ticks < from ? shape.LabelWidth / 2.0
            : ticks > to ? shape.Width - shape.LabelWidth / 2.0
            : _left + (_right - _left) * ((double)(ticks - from) / (to - from));

        public TimelineBand Band(TimelinePhase phase)
        {
            var (start, end) = (Rounded(X(Math.Clamp(phase.From.UtcTicks, from, to))), Rounded(X(Math.Clamp(phase.To.UtcTicks, from, to))));
            return new(phase.Name, start, Rounded(Math.Max(0, end - start)));
        }

        public ImmutableArray<TimelineTick> Ticks(TimelineShape measures)
        {
            var most = Math.Max(1, (int)((_right - _left) / measures.TickSpacing));
            return [.. TimelineTicks.Between(new(from, TimeSpan.Zero), new(to, TimeSpan.Zero), most).Select(t => new TimelineTick(Rounded(X(t.At.UtcTicks)), t.At, t.Label))];
        }
    }
}
