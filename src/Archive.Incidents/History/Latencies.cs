using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>The latencies of the incidents that share a severity.</summary>
/// <param name="Figures">By <see cref="Latency"/>.</param>
public sealed record SeverityLatencies(Severity Severity, int Incidents, ImmutableArray<LatencyFigures> Figures);

/// <summary>The latencies of the incidents that began in a quarter.</summary>
/// <param name="Figures">By <see cref="Latency"/>.</param>
public sealed record QuarterLatencies(Period Quarter, int Incidents, ImmutableArray<LatencyFigures> Figures);

/// <summary>The incidents that were noticed in the same way.</summary>
/// <param name="Detector">Null for those that do not say.</param>
public sealed record DetectorFigures(Detector? Detector, int Incidents, LatencyFigures Detection);

/// <summary>How many incidents say one of their moments.</summary>
/// <param name="Time">As the front matter has it: <c>mitigated</c>.</param>
/// <param name="Lacking">Those that do not say it, the newest first.</param>
public sealed record TimeCoverage(string Time, int Known, ImmutableArray<Postmortem> Lacking);

/// <summary>How long it took to notice, declare, mitigate, tell and resolve. Of incidents only: a near miss or a missed launch has no such moments.</summary>
public sealed record Latencies
{
    /// <summary>In order of time.</summary>
    public required ImmutableArray<Postmortem> Incidents { get; init; }

    /// <summary>Postmortems of another kind, which are not measured.</summary>
    public required int OfOtherKinds { get; init; }

    /// <summary>By <see cref="Latency"/>.</summary>
    public required ImmutableArray<LatencyFigures> All { get; init; }

    /// <summary>Worst first; severities without an incident are left out.</summary>
    public required ImmutableArray<SeverityLatencies> BySeverity { get; init; }

    /// <summary>The oldest first, from the quarter of the first incident to that of the last; quarters without an incident are left out.</summary>
    public required ImmutableArray<QuarterLatencies> ByQuarter { get; init; }

    /// <summary>In the order of the vocabulary, those that do not say last; without those that nobody names.</summary>
    public required ImmutableArray<DetectorFigures> ByDetector { get; init; }

    public required ImmutableArray<TimeCoverage> Coverage { get; init; }

    public static Latencies Of(IncidentArchive archive)
    {
        ImmutableArray<Postmortem> incidents = [.. archive.Postmortems.Where(p => p.Kind == PostmortemKind.Incident)];
        return new()
        {
            Incidents = incidents,
            OfOtherKinds = archive.Postmortems.Length - incidents.Length,
            All = LatencyFigures.All(incidents),
            BySeverity =
            [
                .. from severity in archive.Policy.Severities
                   let own = incidents.Where(p => p.Severity.Id == severity.Id).ToList()
                   where own.Count > 0
                   select new SeverityLatencies(severity, own.Count, LatencyFigures.All(own)),
            ],
            ByQuarter =
            [
                .. incidents.GroupBy(p => Period.QuarterOf(archive.Policy.DayOf(p.Times.StartedAt)))
                    .OrderBy(g => g.Key.First)
                    .Select(g => new QuarterLatencies(g.Key, g.Count(), LatencyFigures.All([.. g]))),
            ],
            ByDetector =
            [
                .. incidents.GroupBy(p => p.DetectedBy)
                    .OrderBy(g => g.Key is { } detector ? (int)detector : int.MaxValue)
                    .Select(g => new DetectorFigures(g.Key, g.Count(), LatencyFigures.Of(Latency.Detection, [.. g]))),
            ],
            Coverage = [.. Times.Select(t => CoverageOf(t.Name, t.At, incidents))],
        };
    }

    /// <summary>Null where one of the two moments is not known; below zero where they lie the wrong way round.</summary>
    public static TimeSpan? Of(Latency latency, IncidentTimes times) => latency switch
    {
        Latency.Detection => times.DetectedAt - times.StartedAt,
        Latency.Coordination => times.DeclaredAt - times.DetectedAt,
        Latency.Response => times.MitigatedAt - times.DeclaredAt,
        Latency.Communication => times.CommunicatedAt - times.DetectedAt,
        Latency.Duration => times.ResolvedAt - times.StartedAt,
    };

    private static readonly ImmutableArray<(string Name, Func<IncidentTimes, DateTimeOffset?> At)> Times =
    [
        ("introduced", t => t.IntroducedAt), ("started", t => t.StartedAt), ("detected", t => t.DetectedAt), ("declared", t => t.DeclaredAt),
        ("mitigated", t => t.MitigatedAt), ("resolved", t => t.ResolvedAt), ("communicated", t => t.CommunicatedAt),
    ];

    private static TimeCoverage CoverageOf(string name, Func<IncidentTimes, DateTimeOffset?> at, ImmutableArray<Postmortem> incidents)
    {
        var lacking = incidents.Where(p => at(p.Times) is null).Reverse().ToImmutableArray();
        return new(name, incidents.Length - lacking.Length, lacking);
    }
}
