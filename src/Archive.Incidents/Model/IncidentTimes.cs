namespace Archive.Incidents.Model;

/// <summary>The moments of an incident that are compared across the archive. In order of time; only the start is always known.</summary>
public sealed record IncidentTimes
{
    /// <summary>When the fault was put in; it may have slept for months.</summary>
    public DateTimeOffset? IntroducedAt { get; init; }

    /// <summary>When it first did harm.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? DetectedAt { get; init; }

    public DateTimeOffset? DeclaredAt { get; init; }

    public DateTimeOffset? MitigatedAt { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>When customers were first told.</summary>
    public DateTimeOffset? CommunicatedAt { get; init; }

    /// <summary>From the first harm to resolution; null while it lasts.</summary>
    public TimeSpan? Duration => ResolvedAt - StartedAt;

    /// <summary>From the first harm until somebody or something noticed.</summary>
    public TimeSpan? Detection => DetectedAt - StartedAt;
}
