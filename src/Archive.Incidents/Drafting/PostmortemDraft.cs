using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Drafting;

/// <summary>The front matter of a postmortem as written: every key optional, every value with its place.</summary>
public sealed class PostmortemDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<string>? Id { get; set; }

    public Located<string>? Title { get; set; }

    public Located<PostmortemKind>? Kind { get; set; }

    public Located<DocumentStatus>? Status { get; set; }

    public Located<string>? Severity { get; set; }

    public ImmutableArray<Located<string>> Services { get; set; } = [];

    public Located<string>? FailureClass { get; set; }

    public Located<string>? ChainLevel { get; set; }

    public Located<string>? ChainLabel { get; set; }

    public TimesDraft? Times { get; set; }

    public Located<Detector>? DetectedBy { get; set; }

    public Located<DateOnly>? PublishedOn { get; set; }

    public ImmutableArray<Located<string>> Authors { get; set; } = [];

    public ImmutableArray<Located<string>> Reviewers { get; set; } = [];

    public ImmutableArray<Located<string>> SignedOffBy { get; set; } = [];

    public Located<string>? Summary { get; set; }

    public ImpactDraft? Impact { get; set; }

    public ImmutableArray<Located<string>> ErrorSignatures { get; set; } = [];

    public ImmutableArray<Located<CauseDraft>> Causes { get; set; } = [];

    public ImmutableArray<Located<ActionItemDraft>> ActionItems { get; set; } = [];

    public Located<string>? RecurrenceOf { get; set; }

    public ImmutableArray<Located<string>> Related { get; set; } = [];

    public ImmutableArray<Located<OccurrenceDraft>> Occurrences { get; set; } = [];

    public ImmutableArray<Located<string>> TriggerPaths { get; set; } = [];

    public ImmutableArray<Located<LinkDraft>> Links { get; set; } = [];
}

public sealed class TimesDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<DateTimeOffset>? Introduced { get; set; }

    public Located<DateTimeOffset>? Started { get; set; }

    public Located<DateTimeOffset>? Detected { get; set; }

    public Located<DateTimeOffset>? Declared { get; set; }

    public Located<DateTimeOffset>? Mitigated { get; set; }

    public Located<DateTimeOffset>? Resolved { get; set; }

    public Located<DateTimeOffset>? Communicated { get; set; }
}

public sealed class ImpactDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<long>? Customers { get; set; }

    public ImmutableArray<Located<string>> Segments { get; set; } = [];

    public Located<long>? RequestsFailed { get; set; }

    public Located<Money>? Revenue { get; set; }

    public Located<decimal>? ErrorBudget { get; set; }

    public Located<string>? DataLoss { get; set; }

    public ImmutableArray<Located<string>> TeamsBlocked { get; set; } = [];

    public Located<decimal>? HoursLost { get; set; }
}

public sealed class CauseDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<string>? Id { get; set; }

    public Located<CauseKind>? Kind { get; set; }

    public Located<string>? Text { get; set; }

    public Located<string>? Layer { get; set; }

    public Located<bool>? SubstitutionTest { get; set; }

    public ImmutableArray<Located<string>> AddressedBy { get; set; } = [];

    public Located<string>? Accepted { get; set; }
}

/// <summary>An action item, from the front matter or from a row of the body's table.</summary>
public sealed class ActionItemDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<string>? Id { get; set; }

    public Located<string>? Title { get; set; }

    public ImmutableArray<Located<string>> Types { get; set; } = [];

    public Located<ItemPurpose>? Purpose { get; set; }

    public Located<string>? Owner { get; set; }

    public Located<ItemPriority>? Priority { get; set; }

    public Located<DateOnly>? Due { get; set; }

    public Located<string>? Ticket { get; set; }

    public Located<ItemStatus>? Status { get; set; }

    public Located<DateOnly>? DoneOn { get; set; }

    public Located<string>? Reason { get; set; }

    public Located<bool>? StructuralFix { get; set; }

    public ImmutableArray<Located<EvidenceDraft>> Evidence { get; set; } = [];
}

public sealed class EvidenceDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<string>? Path { get; set; }

    public Located<string>? Test { get; set; }

    public Located<string>? Contains { get; set; }

    public Located<string>? Commit { get; set; }

    public Located<string>? PullRequest { get; set; }
}

public sealed class OccurrenceDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<DateOnly>? On { get; set; }

    public Located<string>? Note { get; set; }
}

public sealed class LinkDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<string>? Title { get; set; }

    public Located<Uri>? Url { get; set; }
}
