using System.Collections.Immutable;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Model;

/// <summary>How this organisation works: a preset, and what <c>archive.yml</c> says otherwise.</summary>
public sealed record Policy
{
    /// <summary>The preset it started from: <c>sre</c>, <c>p-levels</c>, <c>sev1-4</c> or <c>discipline</c>.</summary>
    public required string Preset { get; init; }

    /// <summary>Worst first.</summary>
    public required ImmutableArray<Severity> Severities { get; init; }

    /// <summary>Regular expression that a whole id matches. Without lookarounds and backreferences; in prose the first alternative that fits counts.</summary>
    public string IdPattern { get; init; } = IdPatterns.Usual;

    /// <summary>Offset-free times of a timeline table, and the days of incidents, are in this IANA zone.</summary>
    public string TimeZone { get; init; } = "UTC";

    public ImmutableArray<string> ItemTypes { get; init; } = ["rule", "hook", "test", "criterion", "memory", "code", "config", "docs"];

    public ImmutableArray<string> Layers { get; init; } =
        ["instructions", "hook", "preflight", "test", "criterion", "planning", "code", "configuration", "process"];

    public ImmutableArray<string> ChainLevels { get; init; } = ["strategy", "discovery", "scope", "execution", "operation"];

    public ImmutableArray<string> ChainLabels { get; init; } =
        ["scenario-gap", "adr-drift", "integration-gap", "observation-mismatch", "configuration"];

    /// <summary>Whether a finished postmortem names its chain level and label.</summary>
    public bool RequiresChain { get; init; }

    /// <summary>Whether every committed item names a type, and every done one its evidence.</summary>
    public bool RequiresItemType { get; init; }

    /// <summary>Whether every cause names its layer, and says how it stood the substitution test.</summary>
    public bool RequiresStructuralCauses { get; init; }

    /// <summary>Whether the root cause analysis of an incident whose postmortem is mandatory is a causal tree or a chain of whys.</summary>
    public bool RequiresCausalChain { get; init; }

    /// <summary>Within how many days after the resolution an open item of p0 or p1 is due; null where any day is fine.</summary>
    public int? UrgentDueDays { get; init; }

    /// <summary>For how many days after the resolution an item may say that it needs an owner.</summary>
    public int NeedsOwnerDays { get; init; } = 7;

    /// <summary>How many people sign a final postmortem, at the least.</summary>
    public int SignOffsAtLeast { get; init; }

    /// <summary>How many sign one of the worst severity, at the least.</summary>
    public int SignOffsForWorst { get; init; }

    /// <summary>Sections that a postmortem in review or final has.</summary>
    public required ImmutableArray<SectionKind> RequiredSections { get; init; }

    /// <summary>How many things went well, at the least; fewer is an error.</summary>
    public int WentWellAtLeast { get; init; } = 1;

    /// <summary>How many things went well, at best; fewer is advice.</summary>
    public int WentWellPreferred { get; init; } = 3;

    /// <summary>Action items, at the least; null for no bound.</summary>
    public int? ItemsAtLeast { get; init; }

    /// <summary>Action items, at the most; null for no bound.</summary>
    public int? ItemsAtMost { get; init; } = 10;

    /// <summary>How many items are the structural fix; null where any number is fine.</summary>
    public int? StructuralFixes { get; init; }

    /// <summary>How long after the earlier one a second incident with the same <see cref="RecurrenceKey"/> counts as a recurrence, in days of 24 hours from start to start.</summary>
    public int RecurrenceWindowDays { get; init; } = 90;

    /// <summary>What two incidents share for the later one to count as a recurrence that nobody named.</summary>
    public RecurrenceKey RecurrenceKey { get; init; } = RecurrenceKey.ClassAndService;

    /// <summary>Share of items done 30 days after resolution, in percent.</summary>
    public int CompletionAt30Days { get; init; } = 70;

    /// <summary>Share of items done 90 days after resolution, in percent.</summary>
    public int CompletionAt90Days { get; init; } = 90;

    /// <summary>Days that are not business days, besides weekends.</summary>
    public ImmutableArray<DateOnly> Holidays { get; init; } = [];

    /// <summary>E-mail addresses, <c>@domains</c>, IP addresses and networks that may stand in texts.</summary>
    public ImmutableArray<string> AllowedAddresses { get; init; } = [];

    /// <summary>Names of people, as prose would write them: roles stand in their place.</summary>
    public ImmutableArray<string> People { get; init; } = [];

    /// <summary>Levels of rules by code, where the site says otherwise: null for a rule that is off.</summary>
    public IReadOnlyDictionary<string, FindingLevel?> RuleLevels { get; init; } = new Dictionary<string, FindingLevel?>(StringComparer.Ordinal);

    /// <summary>The day of a moment in <see cref="TimeZone"/>; every day, month and quarter of the archive is meant so.</summary>
    public DateOnly DayOf(DateTimeOffset at) => TimeZone == "UTC" // asked for often, and needs no table of rules
        ? DateOnly.FromDateTime(at.UtcDateTime)
        : DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime);

    /// <summary>How many people sign a final postmortem of a severity, at the least.</summary>
    public int SignOffsOf(Severity? severity) => IsWorst(severity) ? Math.Max(SignOffsAtLeast, SignOffsForWorst) : SignOffsAtLeast;

    public bool IsWorst(Severity? severity) => severity?.Rank == Severities.Min(s => s.Rank);

    /// <summary>The severity with an id or alias, without regard to case; null where there is none.</summary>
    public Severity? FindSeverity(string word) => Severities.FirstOrDefault(s =>
        s.Id.Equals(word, StringComparison.OrdinalIgnoreCase)
        || s.Aliases.Contains(word, StringComparer.OrdinalIgnoreCase));
}
