namespace Archive.Incidents.History;

/// <summary>Three months of a year; <paramref name="Number"/> is 1 to 4.</summary>
public readonly record struct Quarter(int Year, int Number) : IComparable<Quarter>
{
    public DateOnly First => new(Year, Number * 3 - 2, 1);

    /// <summary>The last day, which belongs to it.</summary>
    public DateOnly Last => new(Year, Number * 3, DateTime.DaysInMonth(Year, Number * 3));

    public Quarter Previous => Number == 1 ? new(Year - 1, 4) : this with { Number = Number - 1 };

    public Quarter Next => Number == 4 ? new(Year + 1, 1) : this with { Number = Number + 1 };

    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    /// <summary>From the first to the last, without a gap; none where the first is after the last.</summary>
    public static IEnumerable<Quarter> Between(Quarter first, Quarter last)
    {
        for (var quarter = first; quarter <= last; quarter = quarter.Next) yield return quarter;
    }

    /// <summary><c>2026-Q3</c>: as a digest's period is written.</summary>
    public string Word => $"{Year:D4}-Q{Number}";

    /// <summary><c>Q3 2026</c></summary>
    public override string ToString() => $"Q{Number} {Year:D4}";

    public int CompareTo(Quarter other) => Year != other.Year ? Year.CompareTo(other.Year) : Number.CompareTo(other.Number);

    public static bool operator <(Quarter left, Quarter right) => left.CompareTo(right) < 0;

    public static bool operator <=(Quarter left, Quarter right) => left.CompareTo(right) <= 0;

    public static bool operator >(Quarter left, Quarter right) => left.CompareTo(right) > 0;

    public static bool operator >=(Quarter left, Quarter right) => left.CompareTo(right) >= 0;
}
