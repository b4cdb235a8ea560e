using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Validation;

/// <summary>A moment of a timeline, and the row it was read from.</summary>
/// <param name="IsTimed">Whether the row had a time that could be read; otherwise the moment stands at the time of the row above.</param>
internal readonly record struct ReadMoment(Moment Moment, SourceLocation Place, bool IsTimed);

/// <summary>Turns the rows of a timeline into moments: fills in days, crosses midnight, and applies zones.</summary>
internal sealed class TimelineReader(DateTimeOffset startedAt, TimeZoneInfo zone, DocumentStatus status, DiagnosticBag problems)
{
    /// <summary>A time this much before the row above is taken for a slip; one still earlier for the next day.</summary>
    private static readonly TimeSpan LongestSlip = TimeSpan.FromHours(3);

    /// <summary>The offset of the site's zone where it has but one and needs no table of rules; null for all other zones.</summary>
    private readonly TimeSpan? _ownOffset = zone.Id == "UTC" ? TimeSpan.Zero : null;

    /// <summary>The moments in the order of the rows.</summary>
    public ImmutableArray<ReadMoment> Read(DocumentTable table)
    {
        var offset = OffsetOfHeader(table) ?? _ownOffset;
        var moments = ImmutableArray.CreateBuilder<ReadMoment>(table.Rows.Length);
        DateTimeOffset? above = null;
        foreach (var row in TimelineTable.Rows(table))
        {
            var place = (row.Time ?? row.Event)?.Location ?? row.Row.Location;
            WrittenTime? written = row.Time is { } cell ? WrittenTime.Read(cell.Text) : null;
            DateTimeOffset? at = written is { } time ? MomentOf(time, above, offset) : null;
            var isDayOnly = written is { Clock: null };
            if (at is null && status > DocumentStatus.Draft)
                problems.Add(CompletenessProblems.RowWithoutTime(place, row.Time?.Text, status == DocumentStatus.Final ? FindingLevel.Error : FindingLevel.Warning));
            // a day without a time does not come after a time of the same day
            if (at < above && !(isDayOnly && above - at < TimeSpan.FromDays(1))) problems.Add(CompletenessProblems.OutOfOrderRow(place, at.Value, above.Value));
            var known = at ?? above ?? startedAt;
            moments.Add(new(MomentOf(row, known, isDayOnly), place, at is not null));
            above = known;
        }
        return moments.DrainToImmutable();
    }

    private Moment MomentOf(TimelineRow row, DateTimeOffset at, bool isDayOnly) => new()
    {
        At = at.ToUniversalTime(),
        IsDayOnly = isDayOnly,
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

    private DateTimeOffset MomentOf(WrittenTime written, DateTimeOffset? above, TimeSpan? headerOffset) => (written.Day, written.Clock, written.Offset ?? headerOffset) switch
    {
        ({ } day, null, _) => new(day, TimeOnly.MinValue, TimeSpan.Zero),
        ({ } day, { } clock, var offset) => At(day, clock, offset, above),
        (null, var clock, var offset) => OnNearestDay(clock ?? TimeOnly.MinValue, above, offset),
    };

    /// <summary>The first row stands on the day that brings it nearest to the start; each other on the day of the row above, or the next.</summary>
    private DateTimeOffset OnNearestDay(TimeOnly time, DateTimeOffset? above, TimeSpan? offset)
    {
        var from = above ?? startedAt;
        var day = DateOnly.FromDateTime(from.ToOffset(offset ?? zone.GetUtcOffset(from)).DateTime);
        if (above is null) return NearestToStart(day, time, offset);
        var sameDay = At(day, time, offset, above);
        return above - sameDay > LongestSlip ? At(day.AddDays(1), time, offset, above) : sameDay;
    }

    private DateTimeOffset NearestToStart(DateOnly day, TimeOnly time, TimeSpan? offset)
    {
        var nearest = At(day.AddDays(-1), time, offset, above: null);
        foreach (var other in (ReadOnlySpan<DateOnly>)[day, day.AddDays(1)])
        {
            var at = At(other, time, offset, above: null);
            if ((at - startedAt).Duration() < (nearest - startedAt).Duration()) nearest = at;
        }
        return nearest;
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
}
