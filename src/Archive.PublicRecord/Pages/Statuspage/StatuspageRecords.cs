using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Archive.PublicRecord.Pages.Statuspage;

// The shapes that programs which read status pages know: every key is there, null rather than absent, in this order.

public sealed record PageRecord(string Id, string Name, string Url, string TimeZone, string UpdatedAt);

/// <param name="Indicator">none, minor, major, critical or maintenance.</param>
/// <param name="Description">For people.</param>
public sealed record StatusRecord(string Indicator, string Description);

public sealed record ComponentRecord
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>operational, degraded_performance, partial_outage, major_outage or under_maintenance.</summary>
    public required string Status { get; init; }

    public required string CreatedAt { get; init; }

    public required string UpdatedAt { get; init; }

    /// <summary>From 1, among those of the same group or among those that stand alone.</summary>
    public required int Position { get; init; }

    public string? Description { get; init; }

    public bool Showcase { get; init; }

    /// <summary>A day, or null.</summary>
    public string? StartDate { get; init; }

    public string? GroupId { get; init; }

    public required string PageId { get; init; }

    /// <summary>Whether it is a group.</summary>
    public bool Group { get; init; }

    public bool OnlyShowIfDegraded { get; init; }

    /// <summary>The ids of a group's members. The one key that is absent rather than null: programs tell a group by it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Components { get; init; }
}

public sealed record AffectedComponentRecord(string Code, string Name, string OldStatus, string NewStatus);

public sealed record UpdateRecord
{
    public required string Id { get; init; }

    /// <summary>investigating, identified, monitoring, resolved or postmortem.</summary>
    public required string Status { get; init; }

    public required string Body { get; init; }

    public required string IncidentId { get; init; }

    public required string CreatedAt { get; init; }

    public required string UpdatedAt { get; init; }

    public required string DisplayAt { get; init; }

    /// <summary>Null where the incident names none.</summary>
    public ImmutableArray<AffectedComponentRecord>? AffectedComponents { get; init; }

    public bool DeliverNotifications { get; init; }

    public string? CustomTweet { get; init; }

    public string? TweetId { get; init; }
}

public sealed record IncidentRecord
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>investigating, identified, monitoring, resolved or postmortem.</summary>
    public required string Status { get; init; }

    public required string CreatedAt { get; init; }

    public required string UpdatedAt { get; init; }

    public string? MonitoringAt { get; init; }

    public string? ResolvedAt { get; init; }

    /// <summary>none, minor, major or critical.</summary>
    public required string Impact { get; init; }

    public required string Shortlink { get; init; }

    public required string StartedAt { get; init; }

    public required string PageId { get; init; }

    /// <summary>Newest first.</summary>
    public required ImmutableArray<UpdateRecord> IncidentUpdates { get; init; }

    public required ImmutableArray<ComponentRecord> Components { get; init; }

    public string? ReminderIntervals { get; init; }
}

/// <summary>What stands in a file of an incident's own and in no list of incidents.</summary>
public sealed record IncidentPostmortemRecord
{
    /// <summary>The incident's id once more, as addresses have it.</summary>
    public required string Code { get; init; }

    /// <summary>HTML; null with <see cref="PostmortemPublishedAt"/>, or neither is.</summary>
    public required string? PostmortemBody { get; init; }

    public required string? PostmortemPublishedAt { get; init; }
}

/// <summary>A file of an incident's own: one object with the keys of both.</summary>
[JsonConverter(typeof(IncidentFileConverter))]
public sealed record IncidentFile(IncidentRecord Incident, IncidentPostmortemRecord Postmortem);

public sealed record StatusFile(PageRecord Page, StatusRecord Status);

public sealed record ComponentsFile(PageRecord Page, ImmutableArray<ComponentRecord> Components);

public sealed record IncidentsFile(PageRecord Page, ImmutableArray<IncidentRecord> Incidents);

/// <param name="ScheduledMaintenances">Always empty: what is planned is not an incident.</param>
public sealed record MaintenancesFile(PageRecord Page, ImmutableArray<IncidentRecord> ScheduledMaintenances);

/// <param name="Incidents">Those that are not resolved.</param>
/// <param name="ScheduledMaintenances">Always empty.</param>
public sealed record SummaryFile(
    PageRecord Page, ImmutableArray<ComponentRecord> Components, ImmutableArray<IncidentRecord> Incidents, ImmutableArray<IncidentRecord> ScheduledMaintenances, StatusRecord Status);

// The default encoder is kept: it escapes <, > and & everywhere.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StatusFile))]
[JsonSerializable(typeof(ComponentsFile))]
[JsonSerializable(typeof(IncidentsFile))]
[JsonSerializable(typeof(MaintenancesFile))]
[JsonSerializable(typeof(SummaryFile))]
[JsonSerializable(typeof(IncidentFile))]
[JsonSerializable(typeof(IncidentRecord))]
[JsonSerializable(typeof(IncidentPostmortemRecord))]
internal sealed partial class StatuspageJson : JsonSerializerContext;
