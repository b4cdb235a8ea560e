using Archive.Incidents.Model;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages.Parts;

/// <summary>A day or a moment for people, and the same for machines.</summary>
public sealed record TimeView
{
    private readonly DateTime _at;
    private readonly bool _isDay;

    private TimeView(DateTime at, bool isDay) => (_at, _isDay) = (at, isDay);

    public ReadableTime Text => new(_at, _isDay);

    public IsoTime Iso => new(_at, _isDay);

    public static TimeView Of(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), isDay: true);

    public static TimeView Of(DateTimeOffset at) => new(at.UtcDateTime, isDay: false);

    /// <summary>The day of a moment, in the policy's time zone.</summary>
    public static TimeView DayOf(DateTimeOffset at, Policy policy) => Of(policy.DayOf(at));

    public static TimeView? OfOptional(DateOnly? day) => day is { } known ? Of(known) : null;
}

/// <summary>A day or a moment as people read it: <c>25 Apr 2026</c>, <c>25 Apr 2026, 14:02 UTC</c>. It writes itself, since pages have dozens.</summary>
/// <param name="At">In UTC.</param>
public readonly record struct ReadableTime(DateTime At, bool IsDay) : IPlainHtml
{
    private const int LongestLength = 22;

    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        bytesWritten = 0;
        if (utf8Destination.Length < LongestLength) return false;
        var (year, month, day) = At;
        var to = new TimeDigits(utf8Destination);
        if (day < 10) to.Add((byte)('0' + day));
        else to.AddTwo(day);
        to.Add((byte)' ');
        foreach (var letter in Wording.MonthName(month)) to.Add((byte)letter);
        to.Add((byte)' ');
        to.AddFour(year);
        if (!IsDay)
        {
            to.Add(", "u8);
            to.AddTwo(At.Hour);
            to.Add((byte)':');
            to.AddTwo(At.Minute);
            to.Add(" UTC"u8);
        }
        bytesWritten = to.Length;
        return true;
    }

    public override string ToString() => IsDay ? Wording.Day(DateOnly.FromDateTime(At)) : Wording.Moment(new(At));
}

/// <summary>A day or a moment as machines read it: <c>2026-04-25</c>, <c>2026-04-25T14:02:00Z</c>. It writes itself, since pages have dozens.</summary>
/// <param name="At">In UTC.</param>
public readonly record struct IsoTime(DateTime At, bool IsDay) : IPlainHtml
{
    private const int LongestLength = 20;

    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        bytesWritten = 0;
        if (utf8Destination.Length < LongestLength) return false;
        var (year, month, day) = At;
        var to = new TimeDigits(utf8Destination);
        to.AddFour(year);
        to.Add((byte)'-');
        to.AddTwo(month);
        to.Add((byte)'-');
        to.AddTwo(day);
        if (!IsDay)
        {
            to.Add((byte)'T');
            to.AddTwo(At.Hour);
            to.Add((byte)':');
            to.AddTwo(At.Minute);
            to.Add((byte)':');
            to.AddTwo(At.Second);
            to.Add((byte)'Z');
        }
        bytesWritten = to.Length;
        return true;
    }

    public override string ToString() => IsDay ? Wording.Iso(DateOnly.FromDateTime(At)) : Wording.Iso(new DateTimeOffset(At));
}

/// <summary>The digits of a time, one behind the other. There is room for all of them.</summary>
/// <remarks>Has state because it counts them. To read a format for every day would take longer than to write it.</remarks>
internal ref struct TimeDigits(Span<byte> utf8)
{
    private readonly Span<byte> _utf8 = utf8;

    public int Length { get; private set; }

    public void Add(byte letter) => _utf8[Length++] = letter;

    public void Add(ReadOnlySpan<byte> letters)
    {
        letters.CopyTo(_utf8[Length..]);
        Length += letters.Length;
    }

    /// <param name="number">Below 100.</param>
    public void AddTwo(int number)
    {
        Add((byte)('0' + number / 10));
        Add((byte)('0' + number % 10));
    }

    /// <param name="number">Below 10,000.</param>
    public void AddFour(int number)
    {
        AddTwo(number / 100);
        AddTwo(number % 100);
    }
}
