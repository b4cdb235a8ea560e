using Archive.Incidents.History;
using Archive.Incidents.Model;

namespace Archive.Incidents.Pages.Data;

/// <summary>An action item as data, in the words of the front matter; <c>incident</c>, <c>url</c>, <c>team</c>, <c>state</c>, <c>age_days</c> and <c>days_overdue</c> are computed.</summary>
public sealed record ActionItemRecord
{
    public required string Id { get; init; }

    public required string Incident { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    public required string Status { get; init; }

    /// <summary>How it stands: overdue, open, unproved, verified, declined or idea.</summary>
    public required string State { get; init; }

    public IReadOnlyList<string>? Type { get; init; }

    public string? Purpose { get; init; }

    public string? Owner { get; init; }

    public string? Team { get; init; }

    public string? Priority { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>Absent where it is not overdue.</summary>
    public int? DaysOverdue { get; init; }

    /// <summary>Days since the incident was resolved, or until it was done; absent of what nobody promised.</summary>
    public int? AgeDays { get; init; }

    public string? Ticket { get; init; }

    public DateOnly? DoneOn { get; init; }

    public string? Reason { get; init; }

    public bool? StructuralFix { get; init; }

    public IEnumerable<EvidenceRecord>? Evidence { get; init; }

    public static ActionItemRecord Of(LedgerEntry entry, SitePlan site)
    {
        var item = entry.Item;
        return new()
        {
            Id = item.Id,
            Incident = entry.Postmortem.Id,
            Url = $"{site.Links.AbsolutePostmortem(entry.Postmortem)}#{item.Anchor}",
            Title = item.Title,
            Status = Words.Of(item.Status),
            State = Words.Of(entry.State),
            Type = Absent.IfEmpty(item.Types),
            Purpose = item.Purpose is { } purpose ? Words.Of(purpose) : null,
            Owner = item.Owner,
            Team = entry.Team,
            Priority = item.Priority is { } priority ? Words.Of(priority) : null,
            Due = item.DueOn,
            DaysOverdue = entry.IsOverdue ? entry.DaysOverdue : null,
            AgeDays = entry.IsCommitted ? entry.AgeDays : null,
            Ticket = item.Ticket,
            DoneOn = item.DoneOn,
            Reason = item.DeclinedBecause,
            StructuralFix = item.IsStructuralFix ? true : null,
            Evidence = Absent.IfEmpty(item.Evidence, e => new EvidenceRecord(e.Path, e.Test, e.Contains, e.Commit, e.PullRequest)),
        };
    }
}

public sealed record EvidenceRecord(string? Path, string? Test, string? Contains, string? Commit, string? PullRequest);
