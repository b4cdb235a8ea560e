using System.Collections.Immutable;
using Archive.PublicRecord.Vocabulary;

namespace Archive.PublicRecord;

/// <summary>An incident as a person told it to the world: the updates of the time, and the account written after.</summary>
public sealed record PublicIncident
{
    private readonly ImmutableArray<PublicUpdate> _updates;

    /// <summary>Twelve of <c>[a-z0-9]</c>, random and stored in the note once: programs know the incident by it.</summary>
    public required string PublicId { get; init; }

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

    /// <summary>What was written after; null while there are updates only.</summary>
    public PublicAccount? Account { get; init; }

    /// <summary>Those that the account shows.</summary>
    public ImmutableArray<PublicPicture> Pictures { get; init; } = [];

    /// <summary>What happened, in a plain paragraph: of the account, or what was said last.</summary>
    public string Summary => Account?.Summary ?? Updates[^1].Text;

    /// <summary>When the public was first told.</summary>
    public DateTimeOffset StartedAt => Updates[0].At;

    /// <summary>When the last update said that it was over; null while it does not.</summary>
    public DateTimeOffset? ResolvedAt => Updates[^1].Status == UpdateStatus.Resolved ? Updates[^1].At : null;

    /// <summary>When the account was published: the beginning of its day, or the last update where that was later. Null without one.</summary>
    public DateTimeOffset? AccountAt => Account is { } account ? Later(StartOf(account.PublishedOn), Updates[^1].At) : null;

    /// <summary>Everything that was said, newest first.</summary>
    public IEnumerable<PublicStatement> Statements => Enumerable.Reverse<PublicStatement>(
    [
        .. Updates.Select(u => new PublicStatement(u.At, WordOf(u.Status), u.Text)),
        .. Account is { } account ? [new PublicStatement(AccountAt!.Value, StatementKind.Postmortem, account.Summary)] : Array.Empty<PublicStatement>(), // an account has its moment
        .. Corrections.Select(c => new PublicStatement(Later(StartOf(c.On), AccountAt ?? Updates[^1].At), StatementKind.Correction, c.Text)),
    ]);

    /// <summary>The last change that the world can see.</summary>
    public DateTimeOffset ModifiedAt => Corrections.Aggregate(AccountAt ?? Updates[^1].At, (told, c) => Later(StartOf(c.On), told));

    /// <summary>The day of <see cref="ModifiedAt"/>, in UTC.</summary>
    public DateOnly ModifiedOn => DateOnly.FromDateTime(ModifiedAt.UtcDateTime);

    private static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static StatementKind WordOf(UpdateStatus status) => status switch
    {
        UpdateStatus.Investigating => StatementKind.Investigating,
        UpdateStatus.Identified => StatementKind.Identified,
        UpdateStatus.Monitoring => StatementKind.Monitoring,
        UpdateStatus.Resolved => StatementKind.Resolved,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}

/// <summary>What was written after the incident.</summary>
/// <param name="Summary">Plain text, one paragraph.</param>
/// <param name="Sections">In the author's order.</param>
/// <param name="PublishedOn">The first day on which the world could read it.</param>
public sealed record PublicAccount(string Summary, ImmutableArray<PublicSection> Sections, DateOnly PublishedOn);

/// <summary>A picture of an account.</summary>
/// <param name="Name">Made of its bytes, with an ending by what they are.</param>
public sealed record PublicPicture(string Name, ImmutableArray<byte> Bytes)
{
    private const string Folder = "pictures/";

    /// <summary>Below the site's root.</summary>
    public string File => Folder + Name;

    /// <summary>As an incident's page links to it, wherever the site stands.</summary>
    public static string HrefOf(string name) => $"../../{Folder}{name}";
}

/// <summary>Something the public was told, whenever that was; the text is plain.</summary>
public sealed record PublicStatement(DateTimeOffset At, StatementKind Kind, string Text);

public enum StatementKind
{
    Investigating,
    Identified,
    Monitoring,
    Resolved,
    Postmortem,
    Correction,
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
