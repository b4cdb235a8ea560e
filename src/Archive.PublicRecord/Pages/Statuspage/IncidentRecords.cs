using System.Collections.Immutable;
using System.Globalization;
using Archive.PublicRecord.Vocabulary;
using Archive.Publishing.Sites;

namespace Archive.PublicRecord.Pages.Statuspage;

/// <summary>Incidents as programs read them.</summary>
internal static class IncidentRecords
{
    public static IncidentRecord Of(PublicIncident incident, ComponentRecords components, SiteAddress address)
    {
        var updates = UpdatesOf(incident, components);
        return new()
        {
            Id = incident.PublicId,
            Name = incident.Title,
            Status = StatusOf(incident),
            CreatedAt = Moments.Of(incident.StartedAt),
            UpdatedAt = Moments.Of(incident.ModifiedAt),
            MonitoringAt = MonitoringAt(incident) is { } at ? Moments.Of(at) : null,
            ResolvedAt = incident.ResolvedAt is { } resolved ? Moments.Of(resolved) : null,
            Impact = WordOf(incident.Impact),
            Shortlink = address.Absolute(IncidentPage.PathOf(incident)),
            StartedAt = Moments.Of(incident.StartedAt),
            PageId = components.PageId,
            IncidentUpdates = updates,
            Components = [.. incident.Components.Select(components.Of)],
        };
    }

    public static IncidentFile FileOf(PublicIncident incident, ComponentRecords components, SiteAddress address) => new(
        Of(incident, components, address),
        new()
        {
            Code = incident.PublicId,
            PostmortemBody = incident.Account is { } account ? AccountHtml.Of(account, address) : null,
            PostmortemPublishedAt = incident.AccountAt is { } at ? Moments.Of(at) : null,
        });

    public static string WordOf(PublicImpact impact) => impact switch
    {
        PublicImpact.None => "none",
        PublicImpact.Minor => "minor",
        PublicImpact.Major => "major",
        PublicImpact.Critical => "critical",
        _ => throw new ArgumentOutOfRangeException(nameof(impact), impact, null),
    };

    private static string StatusOf(PublicIncident incident) => incident.Account is not null ? "postmortem" : WordOf(incident.Updates[^1].Status);

    private static string WordOf(UpdateStatus status) => status switch
    {
        UpdateStatus.Investigating => "investigating",
        UpdateStatus.Identified => "identified",
        UpdateStatus.Monitoring => "monitoring",
        UpdateStatus.Resolved => "resolved",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>When it was last said that the incident is watched now and no longer worked on.</summary>
    private static DateTimeOffset? MonitoringAt(PublicIncident incident) =>
        incident.Updates.Where((u, i) => u.Status == UpdateStatus.Monitoring && (i == 0 || incident.Updates[i - 1].Status != UpdateStatus.Monitoring)).Select(u => (DateTimeOffset?)u.At).LastOrDefault();

    private static ImmutableArray<UpdateRecord> UpdatesOf(PublicIncident incident, ComponentRecords components)
    {
        var said = incident.Statements.Reverse().ToList();
        var updates = ImmutableArray.CreateBuilder<UpdateRecord>(said.Count);
        var state = ComponentState.Operational;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in said)
        {
            var (before, after) = (state, StateAfter(statement.Kind, incident));
            updates.Insert(0, UpdateOf(statement, IdOf(statement, incident, taken), incident, Affected(incident, components, before, after)));
            state = after;
        }
        return updates.ToImmutable();
    }

    private static UpdateRecord UpdateOf(PublicStatement statement, string id, PublicIncident incident, ImmutableArray<AffectedComponentRecord>? affected) => new()
    {
        Id = id,
        Status = WordOf(statement.Kind, incident),
        Body = statement.Kind == StatementKind.Correction ? $"Correction: {statement.Text}" : statement.Text,
        IncidentId = incident.PublicId,
        CreatedAt = Moments.Of(statement.At),
        UpdatedAt = Moments.Of(statement.At),
        DisplayAt = Moments.Of(statement.At),
        AffectedComponents = affected,
        DeliverNotifications = true,
    };

    /// <summary>Of the incident's id and the moment, so that an update that is inserted or mended leaves the others theirs.</summary>
    private static string IdOf(PublicStatement statement, PublicIncident incident, HashSet<string> taken)
    {
        for (var number = 0; ; number++)
        {
            var id = PublicIds.Of("update", incident.PublicId, Moments.Of(statement.At), statement.Kind.ToString(), number.ToString(CultureInfo.InvariantCulture));
            if (taken.Add(id)) return id;
        }
    }

    private static ComponentState StateAfter(StatementKind kind, PublicIncident incident) => kind switch
    {
        StatementKind.Investigating or StatementKind.Identified or StatementKind.Monitoring => ComponentStates.During(incident.Impact),
        StatementKind.Resolved or StatementKind.Postmortem => ComponentState.Operational,
        StatementKind.Correction => incident.ResolvedAt is null ? ComponentStates.During(incident.Impact) : ComponentState.Operational,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>A correction is said in the state that the incident has then.</summary>
    private static string WordOf(StatementKind kind, PublicIncident incident) => kind switch
    {
        StatementKind.Investigating => "investigating",
        StatementKind.Identified => "identified",
        StatementKind.Monitoring => "monitoring",
        StatementKind.Resolved => "resolved",
        StatementKind.Postmortem => "postmortem",
        StatementKind.Correction => StatusOf(incident),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static ImmutableArray<AffectedComponentRecord>? Affected(PublicIncident incident, ComponentRecords components, ComponentState before, ComponentState after) =>
        incident.Components.IsEmpty ? null :
        [
            .. incident.Components.Select(components.Of)
                .Select(c => new AffectedComponentRecord(c.Id, c.Name, ComponentRecords.WordOf(before), ComponentRecords.WordOf(after))),
        ];
}
