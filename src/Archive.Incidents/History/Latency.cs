using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History;

/// <summary>A span between two moments of an incident. In the order in which they are shown.</summary>
public enum Latency
{
    /// <summary>From the first harm until somebody or something noticed.</summary>
    Detection,

    /// <summary>From noticing until the incident was declared.</summary>
    Coordination,

    /// <summary>From declaring until the harm stopped.</summary>
    Response,

    /// <summary>From noticing until customers were told.</summary>
    Communication,

    /// <summary>From the first harm to the resolution.</summary>
    Duration,
}

/// <summary>A latency of one incident.</summary>
public sealed record MeasuredLatency(Postmortem Postmortem, TimeSpan Value);

/// <summary>One latency over a number of incidents. Missing times are counted, never guessed.</summary>
/// <param name="Measured">In the order of the incidents.</param>
/// <param name="Missing">Incidents that do not say one of the two moments.</param>
/// <param name="OutOfOrder">Incidents whose second moment lies before the first; they are not measured.</param>
public sealed record LatencyFigures(Latency Latency, ImmutableArray<MeasuredLatency> Measured, int Missing, int OutOfOrder)
{
    /// <summary>Null where none was measured.</summary>
    public Spread? Spread { get; } = History.Spread.Of(Measured.Select(m => m.Value));

    /// <summary>The longest, of equal ones the earliest; null where none was measured.</summary>
    public MeasuredLatency? Worst { get; } = Measured.IsEmpty ? null : Measured.MaxBy(m => m.Value);

    public static LatencyFigures Of(Latency latency, IReadOnlyList<Postmortem> incidents)
    {
        var measured = ImmutableArray.CreateBuilder<MeasuredLatency>();
        var (missing, outOfOrder) = (0, 0);
        foreach (var incident in incidents)
        {
            switch (Latencies.Of(latency, incident.Times))
            {
                case null: missing++; break;
                case { Ticks: < 0 }: outOfOrder++; break;
                case { } value: measured.Add(new(incident, value)); break;
            }
        }
        return new(latency, measured.ToImmutable(), missing, outOfOrder);
    }

    /// <summary>All latencies, in their order.</summary>
    public static ImmutableArray<LatencyFigures> All(IReadOnlyList<Postmortem> incidents) => [.. Enum.GetValues<Latency>().Select(l => Of(l, incidents))];
}
