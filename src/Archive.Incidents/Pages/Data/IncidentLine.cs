using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;

namespace Archive.Incidents.Pages.Data;

/// <summary>A postmortem as one line of a list; the whole of it stands at <c>/api/incidents/ID.json</c>.</summary>
public sealed record IncidentLine
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    public required string Kind { get; init; }

    public required string Status { get; init; }

    public required string Severity { get; init; }

    public required ImmutableArray<string> Services { get; init; }

    public string? FailureClass { get; init; }

    public required string Started { get; init; }

    public string? Resolved { get; init; }

    /// <summary>From start to resolution.</summary>
    public int? DurationMinutes { get; init; }

    /// <summary>From start to detection.</summary>
    public int? DetectionMinutes { get; init; }

    public string? DetectedBy { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public string? RecurrenceOf { get; init; }

    /// <summary>What became of the items: nothing-promised, closed, unproved, open or overdue. Another matter than the status.</summary>
    public required string FollowThrough { get; init; }

    public required int ItemsDone { get; init; }

    public required int ItemsOpen { get; init; }

    public required int ItemsOverdue { get; init; }

    public static IncidentLine Of(Postmortem postmortem, SitePlan site)
    {
        var through = History.FollowThrough.Of(postmortem, site.History.Today);
        return new()
        {
            Id = postmortem.Id,
            Url = site.Links.AbsolutePostmortem(postmortem),
            Title = postmortem.Title,
            Kind = Words.Of(postmortem.Kind),
            Status = Words.Of(postmortem.Status),
            Severity = postmortem.Severity.Id,
            Services = [.. postmortem.Services.Select(s => s.Id)],
            FailureClass = postmortem.FailureClass?.Id,
            Started = Wording.Iso(postmortem.Times.StartedAt),
            Resolved = postmortem.Times.ResolvedAt is { } resolvedAt ? Wording.Iso(resolvedAt) : null,
            DurationMinutes = Minutes(postmortem.Times.Duration),
            DetectionMinutes = Minutes(postmortem.Times.Detection),
            DetectedBy = postmortem.DetectedBy is { } detector ? Words.Of(detector) : null,
            PublishedOn = postmortem.PublishedOn,
            RecurrenceOf = postmortem.RecurrenceOf,
            FollowThrough = Words.Of(through.State),
            ItemsDone = through.Done,
            ItemsOpen = through.Open,
            ItemsOverdue = through.Overdue,
        };
    }

    private static int? Minutes(TimeSpan? span) => span is { } known ? (int)Math.Round(known.TotalMinutes) : null;
}

/// <param name="AsOf">The day that counted as today when it was built.</param>
/// <param name="Incidents">Made one by one while they are written.</param>
public sealed record IncidentList(string Title, DateOnly AsOf, IEnumerable<IncidentLine> Incidents);

/// <param name="AsOf">The day that counted as today when it was built.</param>
/// <param name="ActionItems">Made one by one while they are written.</param>
public sealed record ActionItemList(string Title, DateOnly AsOf, IEnumerable<ActionItemRecord> ActionItems);
