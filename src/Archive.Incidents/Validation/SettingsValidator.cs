using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.PublicRecord.Vocabulary;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Validation;

/// <summary>Makes settings of <c>archive.yml</c>: the preset, with what the file says otherwise. A setting that cannot be used keeps the preset's value.</summary>
internal static class SettingsValidator
{
    public static ArchiveSettings Validate(SettingsDraft? draft, DiagnosticBag problems)
    {
        if (draft is null) return new();
        var settings = new ArchiveSettings();
        return settings with
        {
            Title = draft.Title?.Value ?? settings.Title,
            Description = draft.Description?.Value,
            Url = Folder(draft.Url) ?? settings.Url,
            SourceUrl = Folder(draft.SourceUrl),
            Public = PublicOf(draft.Public, settings.Public),
            Search = new(draft.Search?.Public?.Value ?? false),
            Policy = PolicyOf(draft, problems),
        };
    }

    private static PublicSettings PublicOf(PublicSettingsDraft? draft, PublicSettings settings) => draft is null ? settings : settings with
    {
        Title = draft.Title?.Value ?? settings.Title,
        Organization = draft.Organization?.Value ?? settings.Organization,
        Description = draft.Description?.Value,
        Contact = draft.Contact?.Value,
        SecurityContact = draft.SecurityContact?.Value,
        SecurityExpiresOn = draft.SecurityExpires?.Value,
        Url = Folder(draft.Url) ?? settings.Url,
    };

    /// <summary>An address that ends in a slash, so that others can be below it.</summary>
    private static Uri? Folder(Located<Uri>? address) => address?.Value switch
    {
        null => null,
        { AbsolutePath: var path } uri when path.EndsWith('/') => uri,
        var uri => new Uri(uri.GetLeftPart(UriPartial.Path) + "/"),
    };

    private static Policy PolicyOf(SettingsDraft draft, DiagnosticBag problems)
    {
        var preset = Presets.Find(draft.Preset?.Value ?? "") ?? Presets.Sre;
        var policy = preset with
        {
            TimeZone = draft.TimeZone is { } zone && IsZone(zone, problems) ? zone.Value : preset.TimeZone,
            RuleLevels = RuleLevelsOf(preset, draft.Rules, problems),
        };
        return draft.Policy is { } own ? WithOwn(policy, own, problems) : policy;
    }

    private static Policy WithOwn(Policy policy, PolicyDraft own, DiagnosticBag problems) => policy with
    {
        IdPattern = own.IdPattern is { } pattern && IsPattern(pattern, problems) ? pattern.Value : policy.IdPattern,
        Severities = own.Severities.IsEmpty ? policy.Severities : SeveritiesOf(own.Severities, problems) is { IsEmpty: false } scheme ? scheme : policy.Severities,
        ItemTypes = Words(own.ItemTypes) ?? policy.ItemTypes,
        Layers = Words(own.Layers) ?? policy.Layers,
        ChainLevels = Words(own.ChainLevels) ?? policy.ChainLevels,
        ChainLabels = Words(own.ChainLabels) ?? policy.ChainLabels,
        RequiresChain = own.RequiresChain?.Value ?? policy.RequiresChain,
        RequiresItemType = own.RequiresItemType?.Value ?? policy.RequiresItemType,
        RequiresStructuralCauses = own.RequiresStructuralCauses?.Value ?? policy.RequiresStructuralCauses,
        RequiresCausalChain = own.RequiresCausalChain?.Value ?? policy.RequiresCausalChain,
        UrgentDueDays = InRange(own.UrgentDueDays, 1, 365, problems) ?? policy.UrgentDueDays,
        NeedsOwnerDays = InRange(own.NeedsOwnerDays, 0, 365, problems) ?? policy.NeedsOwnerDays,
        SignOffsAtLeast = InRange(own.SignOffsAtLeast, 0, 20, problems) ?? policy.SignOffsAtLeast,
        SignOffsForWorst = InRange(own.SignOffsForWorst, 0, 20, problems) ?? policy.SignOffsForWorst,
        RequiredSections = own.RequiredSections is { } sections ? [.. sections.Select(s => s.Value).Distinct()] : policy.RequiredSections,
        WentWellAtLeast = InRange(own.WentWellAtLeast, 0, 100, problems) ?? policy.WentWellAtLeast,
        WentWellPreferred = InRange(own.WentWellPreferred, 0, 100, problems) ?? policy.WentWellPreferred,
        ItemsAtLeast = InRange(own.ItemsAtLeast, 0, 1000, problems) ?? policy.ItemsAtLeast,
        ItemsAtMost = InRange(own.ItemsAtMost, 0, 1000, problems) ?? policy.ItemsAtMost,
        StructuralFixes = InRange(own.StructuralFixes, 0, 100, problems) ?? policy.StructuralFixes,
        RecurrenceWindowDays = InRange(own.RecurrenceWindowDays, 1, 3650, problems) ?? policy.RecurrenceWindowDays,
        RecurrenceKey = own.RecurrenceKey?.Value ?? policy.RecurrenceKey,
        CompletionAt30Days = InRange(own.CompletionAt30Days, 0, 100, problems) ?? policy.CompletionAt30Days,
        CompletionAt90Days = InRange(own.CompletionAt90Days, 0, 100, problems) ?? policy.CompletionAt90Days,
        Holidays = own.Holidays is { } days ? [.. days.Select(d => d.Value).Distinct().Order()] : policy.Holidays,
        AllowedAddresses = own.AllowedAddresses is { } allowed ? [.. allowed.Select(a => a.Value)] : policy.AllowedAddresses,
        People = own.People is { } people ? [.. people.Select(p => p.Value).Where(p => p.Length > 1)] : policy.People,
    };

    private static ImmutableArray<string>? Words(ImmutableArray<Located<string>>? words) =>
        words is { } list ? [.. list.Select(w => w.Value).DistinctBy(Slug.Of, StringComparer.Ordinal)] : null; // two words with one address would be one page

    private static int? InRange(Located<int>? number, int least, int most, DiagnosticBag problems)
    {
        if (number is not { } written || (written.Value >= least && written.Value <= most)) return number?.Value;
        problems.Add(SiteProblems.InvalidSetting(written.Location, $"{written.Value} is out of range.", $"Write a number from {least} to {most}."));
        return null;
    }

    private static bool IsZone(Located<string> zone, DiagnosticBag problems)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(zone.Value, out _)) return true;
        problems.Add(SiteProblems.InvalidSetting(zone.Location, $"'{Excerpt.Of(zone.Value)}' is not a time zone.", "Write an IANA name, such as UTC or Europe/Berlin."));
        return false;
    }

    private static bool IsPattern(Located<string> pattern, DiagnosticBag problems)
    {
        try
        {
            if (!new Regex(pattern.Value, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking).IsMatch("")) return true;
            problems.Add(SiteProblems.InvalidSetting(pattern.Location, "The pattern matches an empty text.", "Write one that an id must have something for: INC-[0-9]{3,}."));
        }
        catch (Exception broken) when (broken is RegexParseException or NotSupportedException)
        {
            problems.Add(SiteProblems.InvalidSetting(pattern.Location, $"The pattern cannot be read: {Excerpt.Of(broken.Message)}", "Write a regular expression such as INC-[0-9]{3,}."));
        }
        return false;
    }

    private static ImmutableArray<Severity> SeveritiesOf(ImmutableArray<Located<SeverityDraft>> drafts, DiagnosticBag problems)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var severities = new List<Severity>();
        foreach (var (draft, place) in drafts)
        {
            if (draft.Id is not { } id) problems.Add(SiteProblems.IncompleteEntry(place, "A severity", "id"));
            else if (draft.Rank is not { } rank) problems.Add(SiteProblems.IncompleteEntry(place, "A severity", "rank"));
            else if (!taken.Add(Slug.Of(id.Value))) problems.Add(SiteProblems.DuplicateEntry(id, "severity"));
            else severities.Add(SeverityOf(draft, id.Value, rank.Value));
        }
        return [.. severities.OrderBy(s => s.Rank).ThenBy(s => s.Id, StringComparer.Ordinal)];
    }

    private static Severity SeverityOf(SeverityDraft draft, string id, int rank) => new()
    {
        Id = id,
        Name = draft.Name?.Value ?? id,
        Rank = rank,
        Aliases = [.. draft.Aliases.Select(a => a.Value)],
        Description = draft.Description?.Value,
        Requirement = draft.Requirement?.Value ?? PostmortemRequirement.Optional,
        Deadline = draft.Deadline?.Value,
        PublicImpact = draft.PublicImpact?.Value ?? PublicImpact.None,
    };

    private static Dictionary<string, FindingLevel?> RuleLevelsOf(Policy preset, ImmutableArray<(Located<string> Key, Located<RuleLevel> Value)> rules, DiagnosticBag problems)
    {
        var levels = new Dictionary<string, FindingLevel?>(preset.RuleLevels, StringComparer.Ordinal);
        foreach (var (code, level) in rules)
        {
            if (RuleCatalogue.Find(code.Value) is not { } rule) problems.Add(SiteProblems.UnknownRule(code, RuleCatalogue.Configurable.Select(r => r.Code)));
            else if (!RuleCatalogue.IsConfigurable(rule)) problems.Add(SiteProblems.FixedRule(code));
            else levels[rule.Code] = LevelOf(level.Value);
        }
        return levels;
    }

    private static FindingLevel? LevelOf(RuleLevel level) => level switch
    {
        RuleLevel.Off => null,
        RuleLevel.Advice => FindingLevel.Advice,
        RuleLevel.Warning => FindingLevel.Warning,
        RuleLevel.Error => FindingLevel.Error,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };
}
