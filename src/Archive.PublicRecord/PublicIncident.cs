using System.Collections.Immutable;
using Archive.PublicRecord.Vocabulary;

namespace Archive.PublicRecord;

/// <summary>An incident as a person told it to the world: the updates of the time, and the account written after.</summary>
public sealed record PublicIncident
{
    private readonly ImmutableArray<PublicUpdate> _updates;

    /// <summary>Random, twelve of <c>[a-z0-9]</c>; null where the note stores none.</summary>
    public string? PublicId { get; init; }

    /// <summary>The last part of its address; stable across edits.</summary>
    public required string Slug { get; init; }

    /// <summary>Earlier slugs, which lead here.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public required string Title { get; init; }

    public required PublicImpact Impact { get; init; }

    /// <summary>Names of components, in the catalogue's order.</summary>
    public ImmutableArray<string> Components { get; init; } = [];

    /// <summary>In order of time.</summary>
    /// <exception cref="ArgumentException">There is none: an incident that nobody was told of has no public page.</exception>
    public required ImmutableArray<PublicUpdate> Updates
    {
        get => _updates;
        init => _updates = value.IsDefaultOrEmpty
            ? throw new ArgumentException("A public incident has at least one update.", nameof(value))
            : [.. value.OrderBy(u => u.At)];
    }

    /// <summary>In order of their days.</summary>
    public ImmutableArray<PublicCorrection> Corrections { get; init; } = [];

    /// <summary>Plain text, one paragraph.</summary>
    public required string Summary { get; init; }

    /// <summary>The account written after, in the author's order.</summary>
    public ImmutableArray<PublicSection> Sections { get; init; } = [];

    /// <summary>The first day on which the world could read it.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>When the public was first told.</summary>
    public DateTimeOffset StartedAt => Updates[0].At;

    /// <summary>When the last update said that it was over; null while it does not.</summary>
    public DateTimeOffset? ResolvedAt => Updates[^1].Status == UpdateStatus.Resolved ? Updates[^1].At : null;

    /// <summary>The day of the last change that the world can see: the newest correction, or the publication.</summary>
    public DateOnly ModifiedOn => Corrections.Select(c => c.On).Append(PublishedOn).Max();
}

/// <summary>Something the public was told while it lasted; the text is plain.</summary>
public sealed record PublicUpdate(DateTimeOffset At, UpdateStatus Status, string Text);

/// <summary>What an earlier version of the account said wrongly; the text is plain.</summary>
public sealed record PublicCorrection(DateOnly On, string Text);

/// <summary>A part of the account.</summary>
/// <param name="Heading">Plain text.</param>
/// <param name="Anchor">Unique in the account.</param>
/// <param name="Html">Safe HTML without the heading; no link in it leads into another site of ours.</param>
public sealed record PublicSection(string Heading, string Anchor, string Html);
