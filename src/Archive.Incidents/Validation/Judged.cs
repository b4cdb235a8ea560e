using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Incidents.Validation.Prose;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Validation;

/// <summary>A postmortem's file judged by itself, and what it says of others. Its draft is not kept: ten thousand would weigh more than the archive.</summary>
internal sealed record JudgedPostmortem
{
    public required string Path { get; init; }

    /// <summary>Without its references to others; null where a finding is an error.</summary>
    public required Postmortem? Postmortem { get; init; }

    public required ImmutableArray<Diagnostic> Findings { get; init; }

    public ImmutableArray<SuppressedFinding> Suppressed { get; init; } = [];

    /// <summary>As written, also where the rest is broken: others may refer to it.</summary>
    public required Located<string>? Id { get; init; }

    /// <summary>The id of a file that is too broken to read, as far as it can be guessed.</summary>
    public required string? GuessedId { get; init; }

    public required DateTimeOffset? StartedAt { get; init; }

    public required Located<string>? RecurrenceOf { get; init; }

    public required ImmutableArray<Located<string>> Related { get; init; }

    /// <summary>Words that may be the names of people who stand in other files.</summary>
    public ImmutableArray<NameMention> Mentions { get; init; } = [];

    /// <summary>Comments that may keep such a name.</summary>
    public ImmutableArray<Suppression> OpenSuppressions { get; init; } = [];
}

/// <summary>A public note's file judged by itself.</summary>
/// <param name="Note">Null where a finding is an error.</param>
/// <param name="Incident">The id of the incident as written.</param>
/// <param name="Seal">Null where it is not approved.</param>
/// <param name="Pictures">Links to those that it shows.</param>
/// <param name="Words">Null where it cannot be read.</param>
internal sealed record JudgedNote(PublicNote? Note, Located<string>? Incident, ApprovalSeal? Seal, NoteWords? Words, ImmutableArray<DocumentLink> Pictures, ImmutableArray<Diagnostic> Findings);

/// <summary>Whether an approval says which text it is of.</summary>
/// <param name="Place">Of the approval.</param>
internal sealed record ApprovalSeal(SourceLocation Place, bool IsThere);
