using Archive.Publishing.Sites;

namespace Archive.PublicRecord.Pages;

/// <summary>An incident in a list.</summary>
public sealed record IncidentRow
{
    public required string Href { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required MarkView Impact { get; init; }

    /// <summary>What the newest update says.</summary>
    public required string Status { get; init; }

    public required TimeView Started { get; init; }

    /// <summary>The newest update.</summary>
    public required TimeView Told { get; init; }

    /// <summary>The day of <see cref="Started"/>.</summary>
    public required TimeView StartedOn { get; init; }

    /// <summary>From the first update to the one that said that it was over; null while it is open. What went wrong may have begun earlier.</summary>
    public TimeView? OpenFor { get; init; }

    /// <summary>Names with commas between; empty where it names none.</summary>
    public required string Components { get; init; }

    public static IncidentRow Of(PublicIncident incident, SiteAddress address) => new()
    {
        Href = address.Href(IncidentPage.PathOf(incident)),
        Title = incident.Title,
        Summary = incident.Summary,
        Impact = MarkView.Of(incident.Impact),
        Status = MarkView.WordOf(incident.Updates[^1].Status),
        Started = TimeView.Of(incident.StartedAt),
        Told = TimeView.Of(incident.Updates[^1].At),
        StartedOn = TimeView.Of(DateOnly.FromDateTime(incident.StartedAt.UtcDateTime)),
        OpenFor = incident.ResolvedAt is { } resolvedAt ? TimeView.Of(resolvedAt - incident.StartedAt) : null,
        Components = string.Join(", ", incident.Components),
    };
}
