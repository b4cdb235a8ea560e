using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Validation;

/// <summary>A moment of a timeline, and the row it was read from.</summary>
/// <param name="IsTimed">Whether the row had a time that could be read; otherwise the moment stands at the time of the row above.</param>
internal sealed record ReadMoment(Moment Moment, SourceLocation Place, bool IsTimed);

/// <summary>Turns the rows of a timeline into moments: fills in days, crosses midnight, and applies zones.</summary>
internal sealed partial class TimelineReader(DateTimeOffset startedAt, TimeZoneInfo zone, DocumentStatus status, DiagnosticBag problems)
{
    /// <summary>A time this much before the row above is taken for a slip; one still earlier for the next day.</summary>
    private static readonly TimeSpan LongestSlip = TimeSpan.FromHours(3);

    /// <summary>The moments in the order of the rows.</summary>
    public ImmutableArray<ReadMoment> Read(DocumentTable table)
    {
        var offset = OffsetOfHeader(table);
        var moments = ImmutableArray.CreateBuilder<ReadMoment>();
        DateTimeOffset? above = null;
        foreach (var row in TimelineTable.Rows(table))
        {
            var place = (row.Time ?? row.Event)?.Location ?? row.Row.Location;
            var at = row.Time is { } cell ? TimeOf(cell.Text, above, offset) : null;
            if (at is null && status > DocumentStatus.Draft)
                problems.Add(CompletenessProblems.RowWithoutTime(place, row.Time?.Text, status == DocumentStatus.Final ? FindingLevel.Error : FindingLevel.Warning));
            if (at < above && !IsDayOf(row, at, above)) problems.Add(CompletenessProblems.OutOfOrderRow(place, at.Value, above.Value));
            var known = at ?? above ?? startedAt;
            moments.Add(new(MomentOf(row, known, isTimed: at is not null), place, at is not null));
            above = known;
        }
        return moments.DrainToImmutable();
    }

    private Moment MomentOf(TimelineRow row, DateTimeOffset at, bool isTimed) => new()
    {
        At = at.ToUniversalTime(),
        IsDayOnly = isTimed && row.Time is { } time && Written().Match(time.Text) is { Success: true } match && IsDayOnly(match),
        Event = row.Event?.Html ?? HtmlText.Empty,
        EventText = row.Event?.Text ?? "",
        Role = row.Role?.Text,
        Source = row.Source?.Text,
        Mark = row.Mark is { } mark ? MarkOf(mark) : null,
    };

    private MomentMark? MarkOf(DocumentCell cell)
    {
        if (cell.Text is "-" or "–" or "—") return null;
        var mark = Words.Read<MomentMark>(cell.Text);
        if (mark is null) problems.Add(CompletenessProblems.UnknownMark(cell.Location with { Length = cell.Text.Length }, cell.Text, Words.All<MomentMark>()));
        return mark;
    }

    /// <summary>The offset that the header names; null where the site's own zone counts.</summary>
    private TimeSpan? OffsetOfHeader(DocumentTable table)
    {
        if (Zones.Named(TimelineTable.TimeHeader(table)) is not { } named) return null;
        if (Zones.OffsetOf(named) is { } offset) return offset;
        problems.Add(CompletenessProblems.UnknownZone(table.Location, named));
        return null;
    }

    private DateTimeOffset? TimeOf(string written, DateTimeOffset? above, TimeSpan? headerOffset)
    {
        if (Written().Match(written) is not { Success: true } match || TimeOfDay(match) is not { } time) return null;
        if (IsDayOnly(match) && !match.Groups["day"].Success) return null;
        var named = match.Groups["zone"] is { Success: true, Value: var word } ? Zones.OffsetOf(word) : null;
        if (match.Groups["zone"].Success && named is null) return null;
        var offset = named ?? headerOffset;
        if (!match.Groups["day"].Success) return OnNearestDay(time, above, offset);
        return DateOnly.TryParseExact(match.Groups["day"].ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1970 and < 9000
            ? IsDayOnly(match) ? new(day, time, TimeSpan.Zero) : At(day, time, offset, above)
            : null;
    }

    private static bool IsDayOnly(Match match) => !match.Groups["hour"].Success;

    /// <summary>A day without a time does not come after a time of the same day.</summary>
    private static bool IsDayOf(TimelineRow row, DateTimeOffset? at, DateTimeOffset? above) =>
        row.Time is { } time && Written().Match(time.Text) is { Success: true } match && IsDayOnly(match) && above - at < TimeSpan.FromDays(1);

    /// <summary>Midnight where only a day is given.</summary>
    private static TimeOnly? TimeOfDay(Match match)
    {
        if (IsDayOnly(match)) return TimeOnly.MinValue;
        var (hour, minute) = (Number(match, "hour"), Number(match, "minute"));
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > 12) return null;
            hour = (hour % 12) + (match.Groups["half"].Value is "p" or "P" ? 12 : 0);
        }
        var second = match.Groups["second"].Success ? Number(match, "second") : 0;
        return hour < 24 && minute < 60 && second < 60 ? new TimeOnly(hour, minute, second) : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>The first row stands on the day that brings it nearest to the start; each other on the day of the row above, or the next.</summary>
    private DateTimeOffset OnNearestDay(TimeOnly time, DateTimeOffset? above, TimeSpan? offset)
    {
        var from = above ?? startedAt;
        var day = DateOnly.FromDateTime(from.ToOffset(offset ?? zone.GetUtcOffset(from)).DateTime);
        if (above is null) return new[] { day.AddDays(-1), day, day.AddDays(1) }.Select(d => At(d, time, offset, above)).MinBy(at => (at - startedAt).Duration());
        var sameDay = At(day, time, offset, above);
        return above - sameDay > LongestSlip ? At(day.AddDays(1), time, offset, above) : sameDay;
    }

    private DateTimeOffset At(DateOnly day, TimeOnly time, TimeSpan? offset, DateTimeOffset? above)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        return offset is null && zone.IsAmbiguousTime(local) ? OneOfTwo(local, above) : new(local, offset ?? zone.GetUtcOffset(local));
    }

    /// <summary>When clocks go back an hour stands twice: the first that does not come before the row above, or that is nearest to the start.</summary>
    private DateTimeOffset OneOfTwo(DateTime local, DateTimeOffset? above)
    {
        var both = zone.GetAmbiguousTimeOffsets(local).Select(o => new DateTimeOffset(local, o)).Order().ToList();
        return above is null ? both.MinBy(at => (at - startedAt).Duration()) : both.Find(at => at >= above) is { Year: > 1 } first ? first : both[^1];
    }

    [GeneratedRegex(
        @"^(?:at |~ ?|≈ ?|c\. ?)?(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})?[T ,]*" +
        @"(?:(?:at |~ ?|≈ ?|c\. ?)?(?<hour>[0-9]{1,2})[:.h](?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:\.[0-9]+)?)?(?: ?(?<half>[AaPp])\.?[Mm]\.?)?" +
        @"(?: ?\(?(?<zone>[A-Za-z]{1,5}(?:[+−\-][0-9]{1,2}(?::?[0-9]{2})?)?|[+−\-][0-9]{2}:?[0-9]{2})\)?)?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
