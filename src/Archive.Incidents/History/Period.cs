using System.Globalization;
using System.Text.RegularExpressions;

namespace Archive.Incidents.History;

public enum PeriodKind
{
    Month,
    Quarter,
    Year,
}

/// <summary>A month, a quarter or a year of the calendar.</summary>
/// <param name="Year">From <see cref="FirstYear"/> to <see cref="LastYear"/>.</param>
/// <param name="Number">1 to 12 of a month, 1 to 4 of a quarter, 1 of a year.</param>
public readonly partial record struct Period(PeriodKind Kind, int Year, int Number)
{
    public const int FirstYear = 1900;
    public const int LastYear = 9990;

    /// <summary>As written in addresses and on the command line: <c>2026-09</c>, <c>2026-Q3</c>, <c>2026</c>.</summary>
    public string Name => Kind switch
    {
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Number:D2}"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-Q{Number}"),
        PeriodKind.Year => Year.ToString("D4", CultureInfo.InvariantCulture),
    };

    /// <summary>As shown: <c>September 2026</c>, <c>Q3 2026</c>, <c>2026</c>.</summary>
    public string Title => Kind switch
    {
        PeriodKind.Month => First.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"Q{Number} {Year:D4}"),
        PeriodKind.Year => Name,
    };

    public DateOnly First => new(Year, (Number - 1) * Months + 1, 1);

    public DateOnly Last => First.AddMonths(Months).AddDays(-1);

    public Period Previous => Moved(-1);

    public Period Next => Moved(1);

    private int Months => Kind switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, PeriodKind.Year => 12 };

    /// <summary>From the first to the last, without a gap; none where the first is after the last.</summary>
    public static IEnumerable<Period> Between(Period first, Period last)
    {
        for (var period = first; period.First <= last.First; period = period.Next) yield return period;
    }

    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>The period of a kind that a day lies in. A day outside the years that periods have counts to the nearest.</summary>
    public static Period Of(DateOnly day, PeriodKind kind)
    {
        if (day.Year < FirstYear) return Of(new(FirstYear, 1, 1), kind);
        if (day.Year > LastYear) return Of(new(LastYear, 12, 31), kind);
        return kind switch
        {
            PeriodKind.Month => new(kind, day.Year, day.Month),
            PeriodKind.Quarter => new(kind, day.Year, (day.Month + 2) / 3),
            PeriodKind.Year => new(kind, day.Year, 1),
        };
    }

    public static Period QuarterOf(DateOnly day) => Of(day, PeriodKind.Quarter);

    /// <summary>A period as <see cref="Name"/> writes it, without regard to case; null where it is none.</summary>
    public static Period? Read(string text)
    {
        var match = Written().Match(text);
        if (!match.Success) return null;
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        if (year is < FirstYear or > LastYear) return null;
        if (match.Groups["quarter"] is { Success: true } quarter) return new(PeriodKind.Quarter, year, quarter.ValueSpan[0] - '0');
        if (match.Groups["month"] is { Success: true } month) return new(PeriodKind.Month, year, int.Parse(month.ValueSpan, CultureInfo.InvariantCulture));
        return new(PeriodKind.Year, year, 1);
    }

    public override string ToString() => Name;

    private Period Moved(int by)
    {
        var perYear = 12 / Months;
        var index = Year * perYear + Number - 1 + by;
        return new(Kind, index / perYear, index % perYear + 1);
    }

    [GeneratedRegex(@"\A(?<year>[0-9]{4})(-[Qq](?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2]))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
