using System.Collections.Immutable;

namespace Archive.Incidents.Model;

/// <summary>An entry of <c>services.yml</c>.</summary>
public sealed record Service
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The team that answers for it; null where the catalogue names none.</summary>
    public string? Team { get; init; }

    /// <summary>What the public may call it. Null: it is never named in public.</summary>
    public string? PublicName { get; init; }

    /// <summary>The id by which programs know it; null where it is made of the public name.</summary>
    public string? PublicId { get; init; }

    /// <summary>What it stands under in public; null where it stands alone.</summary>
    public string? PublicGroup { get; init; }

    /// <summary>A sentence for customers.</summary>
    public string? PublicDescription { get; init; }

    /// <summary>The day since which customers have it.</summary>
    public DateOnly? PublicSince { get; init; }

    /// <summary>0 is the most critical; null where not said.</summary>
    public int? Tier { get; init; }

    public Uri? Repository { get; init; }

    /// <summary>Globs of its source files.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    public ImmutableArray<string> Aliases { get; init; } = [];

    public string? Description { get; init; }
}

/// <summary>An entry of <c>failure-classes.yml</c>.</summary>
public sealed record FailureClass
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public ImmutableArray<string> Aliases { get; init; } = [];
}
