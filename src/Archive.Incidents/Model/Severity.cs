using System.Collections.Immutable;
using Archive.PublicRecord.Vocabulary;

namespace Archive.Incidents.Model;

/// <summary>A level of the site's own severity scheme. Rank, not name, drives every rule.</summary>
public sealed record Severity
{
    /// <summary>As written in files and addresses: <c>sev1</c>.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>0 is the worst.</summary>
    public required int Rank { get; init; }

    public ImmutableArray<string> Aliases { get; init; } = [];

    public string? Description { get; init; }

    public required PostmortemRequirement Requirement { get; init; }

    /// <summary>How long after resolution the postmortem is due; null where none is.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>The public impact that an incident of this severity usually maps to.</summary>
    public PublicImpact PublicImpact { get; init; }

    /// <summary>The word of <see cref="PublicImpact"/>, as a public note writes it.</summary>
    public string PublicImpactWord => Words.Of(PublicImpact);
}

public enum PostmortemRequirement
{
    Mandatory,
    Recommended,
    Optional,
    None,
}

/// <summary>A span from resolution to the day or hour on which a postmortem is due.</summary>
public sealed record Deadline(int Amount, DeadlineUnit Unit);

public enum DeadlineUnit
{
    Hours,
    Days,
    BusinessDays,
}
