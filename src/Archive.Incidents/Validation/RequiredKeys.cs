using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.Validation;

/// <summary>Which keys a postmortem has from which status on.</summary>
public static class RequiredKeys
{
    /// <summary>In the order in which they are best written.</summary>
    public static ImmutableArray<(string Key, DocumentStatus From)> From { get; } =
    [
        ("id", DocumentStatus.Stub),
        ("title", DocumentStatus.Stub),
        ("status", DocumentStatus.Stub),
        ("severity", DocumentStatus.Stub),
        ("services", DocumentStatus.Stub),
        ("times", DocumentStatus.Stub),
        ("times.started", DocumentStatus.Stub),
        ("authors", DocumentStatus.Draft),
        ("failure_class", DocumentStatus.Review),
        ("times.detected", DocumentStatus.Review),
        ("times.resolved", DocumentStatus.Review),
        ("detected_by", DocumentStatus.Review),
        ("published_on", DocumentStatus.Final),
    ];
}
