using System.Collections.Immutable;

namespace Archive.Publishing.Charts;

/// <summary>From values to heights: straight, from a tick at or below the least to one at or above the greatest, with zero among them.</summary>
internal sealed class ValueScale
{
    private readonly double _bottom;
    private readonly double _head;
    private readonly int _foot;

    /// <param name="least">At most zero.</param>
    /// <param name="greatest">At least zero.</param>
    public ValueScale(double least, double greatest, bool hasBeyond, DotPlotShape shape)
    {
        _foot = shape.Height - (least < 0 ? shape.Margin : 0);
        _head = hasBeyond ? shape.BeyondHeight : shape.Margin;
        var step = StepOf(greatest - least, shape);
        _bottom = Math.Floor(least / step) * step;
        Top = Math.Max(Math.Ceiling(greatest / step) * step, _bottom + step);
        var count = (int)Math.Round((Top - _bottom) / step);
        Ticks = [.. Enumerable.Range(0, count + 1).Select(i => Math.Round(_bottom + i * step, 6)).Select(v => new ValueTick(Y(v), v))];
    }

    public double Top { get; }

    public ImmutableArray<ValueTick> Ticks { get; }

    public double Y(double value) => DotPlot.Rounded(_foot - (_foot - _head) * (value - _bottom) / (Top - _bottom));

    private static double StepOf(double span, DotPlotShape shape)
    {
        foreach (var step in shape.Steps)
        {
            if (span / step <= shape.MostValueTicks) return step;
        }
        var large = shape.Steps[^1];
        while (span / large > shape.MostValueTicks) large *= 10;
        return large;
    }
}

/// <summary>From days to the middle of their place between the first day of a quarter and the last of another.</summary>
internal sealed class DayScale
{
    private readonly DateOnly _from;
    private readonly DateOnly _to;
    private readonly double _left;
    private readonly double _right;

    public DayScale(DateOnly first, DateOnly last, DotPlotShape shape)
    {
        _from = QuarterOf(first);
        var lastQuarter = QuarterOf(last);
        _to = lastQuarter > DateOnly.MaxValue.AddMonths(-3) ? DateOnly.MaxValue : lastQuarter.AddMonths(3).AddDays(-1);
        _left = shape.LabelWidth + shape.Margin;
        _right = shape.Width - shape.Margin;
    }

    /// <summary>Days outside stand at the edge.</summary>
    public double X(DateOnly day)
    {
        var share = (double)(day.DayNumber - _from.DayNumber) / Math.Max(1, _to.DayNumber - _from.DayNumber);
        return DotPlot.Rounded(_left + (_right - _left) * Math.Clamp(share, 0, 1));
    }

    /// <summary>The beginnings of quarters, or of years, or of every so many years, whichever are the most that fit.</summary>
    public ImmutableArray<DayTick> Ticks(DotPlotShape shape)
    {
        var most = Math.Max(1, (int)((_right - _left) / shape.DaySpacing));
        var quarters = (_to.Year - _from.Year) * 4 + (_to.Month - 1) / 3 - (_from.Month - 1) / 3 + 1;
        if (quarters <= most) return [.. Enumerable.Range(0, quarters).Select(i => Tick(_from.AddMonths(3 * i)))];
        var every = 1;
        while ((_to.Year - _from.Year) / every + 1 > most) every = Larger(every);
        return
        [
            .. Enumerable.Range(_from.Year, _to.Year - _from.Year + 1)
                .Where(y => y % every == 0 && new DateOnly(y, 1, 1) >= _from)
                .Select(y => Tick(new(y, 1, 1))),
        ];
    }

    private DayTick Tick(DateOnly day) => new(X(day), day.Year, day.Month, day.Month == 1);

    // 1, 2, 5, 10, 20, 50 …
    private static int Larger(int every) => every.ToString(System.Globalization.CultureInfo.InvariantCulture)[0] == '2' ? every / 2 * 5 : every * 2;

    private static DateOnly QuarterOf(DateOnly day) => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);
}
