using System.Collections.Immutable;
using Archive.PublicRecord.Vocabulary;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Model;

/// <summary>What a person wrote about an incident for the world, and whether it may be published.</summary>
public sealed record PublicNote
{
    /// <summary>Random, twelve of <c>[a-z0-9]</c>; null where nobody stored one yet.</summary>
    public string? PublicId { get; init; }

    public required NoteStatus Status { get; init; }

    public string? ApprovedBy { get; init; }

    /// <summary>Set when approved.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>The day on which its account was first published, where it was approved again after that.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>The first day on which it may be published; null for no embargo.</summary>
    public DateOnly? PublishAfter { get; init; }

    /// <summary>Whether it tells of a weakness that others could use: then nothing of it is published before <see cref="ReleasedOn"/>.</summary>
    public bool IsSecurity { get; init; }

    /// <summary>The day on which those who answer for security let it go; null while they have not.</summary>
    public DateOnly? ReleasedOn { get; init; }

    public required string Title { get; init; }

    /// <summary>The last part of its address.</summary>
    public required string Slug { get; init; }

    /// <summary>Earlier slugs that lead here.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public required PublicImpact Impact { get; init; }

    /// <summary>Public names of services, each in the catalogue.</summary>
    public ImmutableArray<string> Components { get; init; } = [];

    /// <summary>In order of time; at least one.</summary>
    public required ImmutableArray<NoteUpdate> Updates { get; init; }

    /// <summary>In order of their days.</summary>
    public ImmutableArray<NoteCorrection> Corrections { get; init; } = [];

    /// <summary>What looks private in its words and is not; never published.</summary>
    public ImmutableArray<NoteAllowance> Allowed { get; init; } = [];

    /// <summary>Those that its body shows.</summary>
    public ImmutableArray<NotePicture> Pictures { get; init; } = [];

    /// <summary>The sections of its body, in order.</summary>
    public ImmutableArray<BodySection> Sections { get; init; } = [];

    /// <summary>Plain text of its summary, for feeds and descriptions.</summary>
    public required string Summary { get; init; }

    public required SourceLocation Source { get; init; }
}

/// <summary>A text that may stand in a note although it looks private.</summary>
public sealed record NoteAllowance(string Text, string Reason);

/// <summary>A picture without whatever else its file held.</summary>
/// <param name="Target">Its path below the input folder, as links name it; never published.</param>
/// <param name="Name">What it is called in public.</param>
public sealed record NotePicture(string Target, string Name, ImmutableArray<byte> Bytes);

/// <summary>Something the public was told while it lasted.</summary>
public sealed record NoteUpdate(DateTimeOffset At, UpdateStatus Status, string Text);

/// <summary>A dated correction after publication.</summary>
public sealed record NoteCorrection(DateOnly On, string Text);
