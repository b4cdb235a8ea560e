using System.Text.Unicode;
using Archive.Incidents.Model;

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
public readonly record struct ReadableTime(DateTime At, bool IsDay) : IUtf8SpanFormattable
{
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var month = Wording.MonthName(At.Month);
        return IsDay
            ? Utf8.TryWrite(utf8Destination, provider, $"{At.Day} {month} {At.Year:D4}", out bytesWritten)
            : Utf8.TryWrite(utf8Destination, provider, $"{At.Day} {month} {At.Year:D4}, {At.Hour:D2}:{At.Minute:D2} UTC", out bytesWritten);
    }

    public override string ToString() => IsDay ? Wording.Day(DateOnly.FromDateTime(At)) : Wording.Moment(new(At));
}

/// <summary>A day or a moment as machines read it: <c>2026-04-25</c>, <c>2026-04-25T14:02:00Z</c>. It writes itself, since pages have dozens.</summary>
/// <param name="At">In UTC.</param>
public readonly record struct IsoTime(DateTime At, bool IsDay) : IUtf8SpanFormattable
{
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        if (IsDay) return DateOnly.FromDateTime(At).TryFormat(utf8Destination, out bytesWritten, "O", provider);
        if (!At.TryFormat(utf8Destination, out bytesWritten, "s", provider) || bytesWritten == utf8Destination.Length) return false;
        utf8Destination[bytesWritten++] = (byte)'Z';
        return true;
    }

    public override string ToString() => IsDay ? Wording.Iso(DateOnly.FromDateTime(At)) : Wording.Iso(new DateTimeOffset(At));
}
