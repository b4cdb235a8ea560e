using System.Collections.Immutable;
using Archive.Incidents.Model;

namespace Archive.Incidents.History.Digests;

/// <summary>What happened in a period, and how things stood at its end.</summary>
public sealed record PeriodFigures
{
    public required Period Period { get; init; }

    /// <summary>The last day that is counted: the end of the period, or today while it lasts.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The incidents that began, in order of time; near misses and other kinds are not among them.</summary>
    public required ImmutableArray<Postmortem> Incidents { get; init; }

    /// <summary>Near misses, missed launches and other kinds that began.</summary>
    public required int OtherKinds { get; init; }

    /// <summary>Of everything that began what has one of the two worst severities of the policy, the worst first.</summary>
    public required ImmutableArray<Postmortem> Serious { get; init; }

    /// <summary>Of the incidents those that a customer noticed first.</summary>
    public required int NoticedByCustomers { get; init; }

    /// <summary>Of the incidents, by <see cref="Latency"/>.</summary>
    public required ImmutableArray<LatencyFigures> Latencies { get; init; }

    /// <summary>What happened again, in order of time.</summary>
    public required ImmutableArray<Repeat> Repeats { get; init; }

    /// <summary>Postmortems that became final, and whether in time.</summary>
    public required ImmutableArray<PublicationRecord> Published { get; init; }

    /// <summary>Promised items that were done.</summary>
    public required int ItemsDone { get; init; }

    /// <summary>Promised items that were overdue at the end, by team; the team with the most first.</summary>
    public required ImmutableArray<TeamDebt> OverdueByTeam { get; init; }

    /// <summary>Postmortems that were past their deadline at the end and not final, the longest overdue first.</summary>
    public required ImmutableArray<OwedPostmortem> Owed { get; init; }

    /// <summary>Structural fixes whose window ended, and nothing had come back.</summary>
    public required ImmutableArray<ShippedFix> Held { get; init; }

    /// <summary>Structural fixes of which it came back.</summary>
    public required ImmutableArray<ShippedFix> Failed { get; init; }

    public int Overdue => OverdueByTeam.Sum(t => t.Items);

    public int PublishedInTime => Published.Count(r => r.State == DeadlineState.PublishedInTime);

    public int PublishedLate => Published.Count(r => r.State == DeadlineState.PublishedLate);

    /// <summary>Nothing began and nothing came back.</summary>
    public bool IsQuiet => Incidents.IsEmpty && OtherKinds == 0 && Repeats.IsEmpty;

    /// <summary>Whether a severity is one of the two worst of the policy.</summary>
    public static bool IsSerious(Severity severity, Policy policy)
    {
        foreach (var worst in policy.Severities.AsSpan()[..Math.Min(2, policy.Severities.Length)])
        {
            if (worst.Id == severity.Id) return true;
        }
        return false;
    }
}

/// <summary>What a team had promised and not done in time.</summary>
/// <param name="Team">Null for the services without one.</param>
/// <param name="Oldest">The item that was longest overdue.</param>
/// <param name="OldestDays">How many days it was.</param>
public sealed record TeamDebt(string? Team, int Items, Postmortem Postmortem, ActionItem Oldest, int OldestDays);
