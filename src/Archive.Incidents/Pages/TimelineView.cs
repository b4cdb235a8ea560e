using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Pages;

/// <summary>The rows of the timeline, and the same drawn to scale.</summary>
public sealed record TimelineView
{
    public required ImmutableArray<MomentRow> Rows { get; init; }

    /// <summary>Whether any row has a role, so that the column stands only where it is used.</summary>
    public required bool HasRoles { get; init; }

    public required bool HasSources { get; init; }

    public static TimelineView Of(Postmortem postmortem, SitePlan site)
    {
        var moments = postmortem.Timeline.Moments;
        return new()
        {
            Rows = RowsOf(postmortem, site),
            HasRoles = moments.Any(static m => m.Role is not null),
            HasSources = moments.Any(static m => m.Source is not null),
        };
    }

    private static ImmutableArray<MomentRow> RowsOf(Postmortem postmortem, SitePlan site)
    {
        var moments = postmortem.Timeline.Moments;
        var rows = ImmutableArray.CreateBuilder<MomentRow>(moments.Length);
        for (var i = 0; i < moments.Length; i++) rows.Add(MomentRow.Of(i + 1, moments[i], i == 0 ? null : moments[i - 1], postmortem, site));
        return rows.MoveToImmutable();
    }
}

/// <summary>A row of the timeline.</summary>
/// <param name="Number">1-based; the same as in the drawing.</param>
/// <param name="Day">The day, on the first row of each.</param>
/// <param name="Clock">The time of day in UTC; empty where only the day is known.</param>
/// <param name="Since">From the start of the incident: <c>+51 min</c>.</param>
/// <param name="Event">Safe HTML.</param>
/// <param name="Mark">What the row marks, or null.</param>
public sealed record MomentRow(int Number, string? Day, string Clock, IsoTime Iso, string Since, FilledHtml? Event, string? Role, string? Source, string? Mark)
{
    public static MomentRow Of(int number, Moment moment, Moment? before, Postmortem postmortem, SitePlan site)
    {
        var at = moment.At.UtcDateTime;
        return new(
            number,
            before?.At.UtcDateTime.Date == at.Date && !moment.IsDayOnly ? null : Wording.Day(DateOnly.FromDateTime(at)),
            moment.IsDayOnly ? "" : Wording.Clock(moment.At),
            new(at, moment.IsDayOnly),
            moment.IsDayOnly ? "" : SinceStart(moment.At - postmortem.Times.StartedAt),
            site.Prose.Fill(moment.Event, postmortem),
            moment.Role,
            moment.Source,
            moment.Mark is { } mark ? Words.Of(mark) : null);
    }

    private static string SinceStart(TimeSpan span) =>
        span == TimeSpan.Zero ? "0" : span < TimeSpan.Zero ? $"−{Wording.Span(-span)}" : $"+{Wording.Span(span)}";
}
