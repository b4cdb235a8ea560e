using System.Collections.Immutable;
using Archive.PublicRecord.Vocabulary;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Model;

/// <summary>The four ways of working that an archive can start from. Everything in them can be set singly.</summary>
public static class Presets
{
    private static readonly ImmutableArray<SectionKind> FullSections =
    [
        SectionKind.Summary, SectionKind.Impact, SectionKind.Timeline, SectionKind.WentWell, SectionKind.WentWrong,
        SectionKind.ContributingFactors, SectionKind.RootCauseAnalysis, SectionKind.ActionItems, SectionKind.LessonsLearned,
    ];

    /// <summary>Five levels; mandatory for the first three.</summary>
    public static Policy Sre { get; } = new()
    {
        Preset = "sre",
        Severities =
        [
            Level("sev0", "Sev 0", 0, PostmortemRequirement.Mandatory, BusinessDays(5), PublicImpact.Critical, "Everything is down, data is lost, or security is breached", "s0", "sev-0"),
            Level("sev1", "Sev 1", 1, PostmortemRequirement.Mandatory, BusinessDays(5), PublicImpact.Critical, "A full outage of something customers pay for", "s1", "sev-1"),
            Level("sev2", "Sev 2", 2, PostmortemRequirement.Mandatory, BusinessDays(7), PublicImpact.Major, "A partial outage or a major degradation", "s2", "sev-2"),
            Level("sev3", "Sev 3", 3, PostmortemRequirement.Optional, null, PublicImpact.Minor, "One feature, recoverable", "s3", "sev-3"),
            Level("sev4", "Sev 4", 4, PostmortemRequirement.None, null, PublicImpact.None, "Minor, with a workaround", "s4", "sev-4"),
        ],
        RequiredSections = FullSections,
    };

    /// <summary>Four levels counted in hours; exactly one structural fix; chain level and label.</summary>
    public static Policy PLevels { get; } = new()
    {
        Preset = "p-levels",
        Severities =
        [
            Level("p0", "P0", 0, PostmortemRequirement.Mandatory, Hours(24), PublicImpact.Critical, "Everything stops", "sev0"),
            Level("p1", "P1", 1, PostmortemRequirement.Mandatory, Hours(48), PublicImpact.Major, "Something important stops", "sev1"),
            Level("p2", "P2", 2, PostmortemRequirement.Optional, null, PublicImpact.Minor, "Degraded; recommended when it recurs", "sev2"),
            Level("p3", "P3", 3, PostmortemRequirement.None, null, PublicImpact.None, "Cosmetic", "sev3"),
        ],
        RequiredSections =
        [
            SectionKind.Summary, SectionKind.Impact, SectionKind.Timeline, SectionKind.Detection, SectionKind.Response,
            SectionKind.RootCauseAnalysis, SectionKind.ActionItems, SectionKind.LessonsLearned,
        ],
        WentWellAtLeast = 0,
        StructuralFixes = 1,
        RequiresChain = true,
        RequiresCausalChain = true,
        SignOffsAtLeast = 3, // technical lead, on-call, product owner
        SignOffsForWorst = 4, // and leadership
    };

    /// <summary>Four levels from a long outage to a near miss; three to five items.</summary>
    public static Policy Sev14 { get; } = new()
    {
        Preset = "sev1-4",
        Severities =
        [
            Level("sev1", "SEV1", 1, PostmortemRequirement.Mandatory, Hours(48), PublicImpact.Critical, "An outage of more than 30 minutes", "s1", "sev-1"),
            Level("sev2", "SEV2", 2, PostmortemRequirement.Mandatory, Days(7), PublicImpact.Major, "Degraded, with a workaround", "s2", "sev-2"),
            Level("sev3", "SEV3", 3, PostmortemRequirement.Recommended, null, PublicImpact.Minor, "Internal only", "s3", "sev-3"),
            Level("sev4", "SEV4", 4, PostmortemRequirement.Optional, null, PublicImpact.None, "A near miss", "s4", "sev-4"),
        ],
        RequiredSections =
        [
            SectionKind.Summary, SectionKind.Impact, SectionKind.Timeline, SectionKind.RootCauseAnalysis,
            SectionKind.WentWell, SectionKind.WentWrong, SectionKind.ActionItems, SectionKind.LessonsLearned,
        ],
        ItemsAtLeast = 3,
        ItemsAtMost = 5,
    };

    /// <summary>No smallest severity: every mistake that cost something; items are of a type and closed by evidence.</summary>
    public static Policy Discipline { get; } = Sre with
    {
        Preset = "discipline",
        Severities = [.. Sre.Severities.Select(s => s with { Requirement = PostmortemRequirement.Mandatory, Deadline = s.Deadline ?? BusinessDays(7) })],
        RequiredSections =
        [
            SectionKind.Summary, SectionKind.Impact, SectionKind.Timeline, SectionKind.RootCauseAnalysis,
            SectionKind.OwnerSentiment, SectionKind.ActionItems, SectionKind.LessonsLearned,
        ],
        WentWellAtLeast = 0,
        RequiresItemType = true,
        RequiresStructuralCauses = true,
        ItemsAtLeast = 1,
        RuleLevels = new Dictionary<string, FindingLevel?>(StringComparer.Ordinal)
        {
            ["done-without-evidence"] = FindingLevel.Error,
            ["vague-item"] = FindingLevel.Warning,
            ["sentiment-without-quote"] = FindingLevel.Warning,
        },
    };

    public static ImmutableArray<Policy> All { get; } = [Sre, PLevels, Sev14, Discipline];

    public static Policy? Find(string name) => All.FirstOrDefault(p => p.Preset.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Severity Level(
        string id, string name, int rank, PostmortemRequirement requirement, Deadline? deadline, PublicImpact impact, string description,
        params string[] aliases) => new()
        {
            Id = id,
            Name = name,
            Rank = rank,
            Requirement = requirement,
            Deadline = deadline,
            PublicImpact = impact,
            Description = description,
            Aliases = [.. aliases],
        };

    private static Deadline BusinessDays(int amount) => new(amount, DeadlineUnit.BusinessDays);

    private static Deadline Days(int amount) => new(amount, DeadlineUnit.Days);

    private static Deadline Hours(int amount) => new(amount, DeadlineUnit.Hours);
}
