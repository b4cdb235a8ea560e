using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Model;

/// <summary>A sound postmortem: everything that its status demands is there, every reference names something that exists.</summary>
public sealed record Postmortem
{
    /// <summary>As written: <c>INC-031</c>. Unique without regard to case.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required PostmortemKind Kind { get; init; }

    public required DocumentStatus Status { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>At least one.</summary>
    public required ImmutableArray<Service> Services { get; init; }

    public FailureClass? FailureClass { get; init; }

    /// <summary>From the site's vocabulary of chain levels.</summary>
    public string? ChainLevel { get; init; }

    public string? ChainLabel { get; init; }

    public required IncidentTimes Times { get; init; }

    public Detector? DetectedBy { get; init; }

    /// <summary>The day it became final.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Handles, as written.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    public ImmutableArray<string> Reviewers { get; init; } = [];

    public ImmutableArray<string> SignedOffBy { get; init; } = [];

    /// <summary>Plain text, one paragraph; null in a stub or an early draft.</summary>
    public string? Summary { get; init; }

    public Impact Impact { get; init; } = Impact.Unknown;

    /// <summary>Exact texts that a person would paste.</summary>
    public ImmutableArray<string> ErrorSignatures { get; init; } = [];

    public ImmutableArray<Cause> Causes { get; init; } = [];

    /// <summary>The causal tree of the root cause analysis, each step before those that led to it; empty where there is none.</summary>
    public ImmutableArray<CausalStep> CausalTree { get; init; } = [];

    public ImmutableArray<ActionItem> ActionItems { get; init; } = [];

    /// <summary>Id of the earlier postmortem that this one repeats.</summary>
    public string? RecurrenceOf { get; init; }

    /// <summary>Ids.</summary>
    public ImmutableArray<string> Related { get; init; } = [];

    public ImmutableArray<Occurrence> Occurrences { get; init; } = [];

    /// <summary>Globs of source files whose change risks the same again.</summary>
    public ImmutableArray<string> TriggerPaths { get; init; } = [];

    public ImmutableArray<NamedLink> Links { get; init; } = [];

    public Timeline Timeline { get; init; } = Timeline.Empty;

    public required PostmortemBody Body { get; init; }

    /// <summary>The file, and the place of the front matter's first line.</summary>
    public required SourceLocation Source { get; init; }

    /// <summary>The words for the world, where somebody wrote them; approved or not.</summary>
    public PublicNote? PublicNote { get; init; }
}

/// <summary>The same incident again, too small for a postmortem of its own.</summary>
public sealed record Occurrence(DateOnly On, string Note);

/// <summary>A link with a name; the address is http, https or mailto.</summary>
public sealed record NamedLink(string Title, Uri Address);
