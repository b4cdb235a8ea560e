using System.Collections.Immutable;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Model;

/// <summary>The rows of the timeline table, in order of time.</summary>
public sealed record Timeline(ImmutableArray<Moment> Moments)
{
    public static Timeline Empty { get; } = new([]);
}

/// <summary>One row: what happened when.</summary>
public sealed record Moment
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether only the day is known: then <see cref="At"/> is its midnight in UTC.</summary>
    public bool IsDayOnly { get; init; }

    /// <summary>What happened, rendered; one line.</summary>
    public required HtmlText Event { get; init; }

    /// <summary>What happened, as plain text.</summary>
    public required string EventText { get; init; }

    /// <summary>Who acted, as a role; null where not said.</summary>
    public string? Role { get; init; }

    /// <summary>Where it is known from; null where not said.</summary>
    public string? Source { get; init; }

    public MomentMark? Mark { get; init; }
}
