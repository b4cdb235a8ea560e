using System.Collections.Immutable;
using Archive.Incidents.Model;
using Archive.PublicRecord.Vocabulary;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Drafting;

/// <summary><c>archive.yml</c> as written.</summary>
public sealed class SettingsDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<string>? Title { get; set; }

    public Located<string>? Description { get; set; }

    public Located<Uri>? Url { get; set; }

    public Located<Uri>? SourceUrl { get; set; }

    public PublicSettingsDraft? Public { get; set; }

    public SearchSettingsDraft? Search { get; set; }

    public Located<string>? Preset { get; set; }

    public Located<string>? TimeZone { get; set; }

    public PolicyDraft? Policy { get; set; }

    public ImmutableArray<(Located<string> Key, Located<RuleLevel> Value)> Rules { get; set; } = [];
}

/// <summary>The level that a site gives a rule.</summary>
public enum RuleLevel
{
    Off,
    Advice,
    Warning,
    Error,
}

public sealed class PublicSettingsDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<string>? Title { get; set; }

    public Located<string>? Organization { get; set; }

    public Located<string>? Description { get; set; }

    public Located<Uri>? Contact { get; set; }

    public Located<Uri>? SecurityContact { get; set; }

    public Located<DateOnly>? SecurityExpires { get; set; }

    public Located<Uri>? Url { get; set; }
}

public sealed class SearchSettingsDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<bool>? Public { get; set; }
}

/// <summary>What a site says otherwise than its preset.</summary>
public sealed class PolicyDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<string>? IdPattern { get; set; }

    public ImmutableArray<Located<SeverityDraft>> Severities { get; set; } = [];

    public ImmutableArray<Located<string>>? ItemTypes { get; set; }

    public ImmutableArray<Located<string>>? Layers { get; set; }

    public ImmutableArray<Located<string>>? ChainLevels { get; set; }

    public ImmutableArray<Located<string>>? ChainLabels { get; set; }

    public Located<bool>? RequiresChain { get; set; }

    public Located<bool>? RequiresItemType { get; set; }

    public Located<bool>? RequiresStructuralCauses { get; set; }

    public Located<bool>? RequiresCausalChain { get; set; }

    public Located<int>? UrgentDueDays { get; set; }

    public Located<int>? NeedsOwnerDays { get; set; }

    public Located<int>? SignOffsAtLeast { get; set; }

    public Located<int>? SignOffsForWorst { get; set; }

    public ImmutableArray<Located<SectionKind>>? RequiredSections { get; set; }

    public Located<int>? WentWellAtLeast { get; set; }

    public Located<int>? WentWellPreferred { get; set; }

    public Located<int>? ItemsAtLeast { get; set; }

    public Located<int>? ItemsAtMost { get; set; }

    public Located<int>? StructuralFixes { get; set; }

    public Located<int>? RecurrenceWindowDays { get; set; }

    public Located<RecurrenceKey>? RecurrenceKey { get; set; }

    public Located<int>? CompletionAt30Days { get; set; }

    public Located<int>? CompletionAt90Days { get; set; }

    public ImmutableArray<Located<DateOnly>>? Holidays { get; set; }

    public ImmutableArray<Located<string>>? AllowedAddresses { get; set; }

    public ImmutableArray<Located<string>>? People { get; set; }
}

public sealed class SeverityDraft : IDraft
{
    public DraftKeys Keys { get; set; } = DraftKeys.None;

    public Located<string>? Id { get; set; }

    public Located<string>? Name { get; set; }

    public Located<int>? Rank { get; set; }

    public ImmutableArray<Located<string>> Aliases { get; set; } = [];

    public Located<string>? Description { get; set; }

    public Located<PostmortemRequirement>? Requirement { get; set; }

    public Located<Deadline>? Deadline { get; set; }

    public Located<PublicImpact>? PublicImpact { get; set; }
}

/// <summary>The keys of <c>archive.yml</c>.</summary>
internal static class SettingsShape
{
    private static readonly Shape<ImmutableArray<Located<string>>> WordList = Shapes.ListOf(Shapes.Text);

    private static readonly MapShape<PublicSettingsDraft> Public = new MapShape<PublicSettingsDraft>("the public record's settings", "What the public site calls itself.")
        .With("title", Shapes.Text, (d, v) => d.Title = v, "Its name: Example Status.")
        .With("organization", Shapes.Text, (d, v) => d.Organization = v, "Who speaks there.")
        .With("description", Shapes.Text, (d, v) => d.Description = v, "A sentence or two below the name.")
        .With("url", Shapes.Address, (d, v) => d.Url = v, "Where it stands on the web.")
        .With("contact", Shapes.Address, (d, v) => d.Contact = v, "Where people write to who cannot read a page: mailto:help@example.com.")
        .With("security_contact", Shapes.Address, (d, v) => d.SecurityContact = v, "Where those write to who found a weakness; makes a security.txt with the next one.")
        .With("security_expires", Shapes.Date, (d, v) => d.SecurityExpires = v, "The day on which security.txt ends to hold; at most a year ahead.");

    private static readonly MapShape<SearchSettingsDraft> Search = new MapShape<SearchSettingsDraft>("the search settings", "Search of the sites. The internal archive always has it.")
        .With("public", Shapes.Flag, (d, v) => d.Public = v, "Whether the public record has a search page too, from its own pages alone. It needs a script, so its host must allow script-src 'self'. false where left out.");

    private static readonly MapShape<SeverityDraft> Severity = new MapShape<SeverityDraft>("a severity", "A level of the site's own scheme.")
        .With("id", Shapes.Text, (d, v) => d.Id = v, "As written in postmortems: sev1.", isRequired: true)
        .With("name", Shapes.Text, (d, v) => d.Name = v, "As shown; the id where left out.")
        .With("rank", Shapes.Integer, (d, v) => d.Rank = v, "0 is the worst. Rank, not name, drives every rule.", isRequired: true)
        .With("aliases", WordList, (d, v) => d.Aliases = v.Value, "Other words for it.")
        .With("description", Shapes.Text, (d, v) => d.Description = v, "When an incident is of this level.")
        .With("requirement", Vocabularies.OneOf<PostmortemRequirement>(), (d, v) => d.Requirement = v, "Whether a postmortem is written; 'optional' where left out.")
        .With("deadline", Vocabularies.Deadline, (d, v) => d.Deadline = v, "From resolution: 48 hours, 7 days or 5 business-days.")
        .With("public_impact", Vocabularies.OneOf<PublicImpact>(), (d, v) => d.PublicImpact = v, "What it usually means for customers.");

    private static readonly MapShape<PolicyDraft> Policy = new MapShape<PolicyDraft>("the policy", "What this site does otherwise than its preset; every key optional.")
        .With("id_pattern", Shapes.Text, (d, v) => d.IdPattern = v, "Regular expression that a whole id matches: INC-[0-9]{3,}.")
        .With("severities", Shapes.ListOf(Severity.AsShape()), (d, v) => d.Severities = v.Value, "The whole scheme, in place of the preset's.")
        .With("item_types", WordList, (d, v) => d.ItemTypes = v.Value, "Kinds of artifact that action items leave.")
        .With("layers", WordList, (d, v) => d.Layers = v.Value, "Where a cause's lesson is built in.")
        .With("chain_levels", WordList, (d, v) => d.ChainLevels = v.Value, "Levels of the chain from strategy to operation.")
        .With("chain_labels", WordList, (d, v) => d.ChainLabels = v.Value, "Ways in which the chain breaks.")
        .With("requires_chain", Shapes.Flag, (d, v) => d.RequiresChain = v, "Whether a finished postmortem names its chain level and label.")
        .With("requires_item_type", Shapes.Flag, (d, v) => d.RequiresItemType = v, "Whether every committed item names its type.")
        .With("requires_structural_causes", Shapes.Flag, (d, v) => d.RequiresStructuralCauses = v, "Whether every cause names its layer and says how it stood the substitution test.")
        .With("requires_causal_chain", Shapes.Flag, (d, v) => d.RequiresCausalChain = v, "Whether a mandatory postmortem has a causal tree or a chain of whys.")
        .With("urgent_due_days", Shapes.Integer, (d, v) => d.UrgentDueDays = v, "Within how many days after the resolution an open item of p0 or p1 is due.")
        .With("needs_owner_days", Shapes.Integer, (d, v) => d.NeedsOwnerDays = v, "For how many days after the resolution an item may have 'needs-owner' for its owner.")
        .With("sign_offs_at_least", Shapes.Integer, (d, v) => d.SignOffsAtLeast = v, "How many people sign a final postmortem.")
        .With("sign_offs_for_worst", Shapes.Integer, (d, v) => d.SignOffsForWorst = v, "How many sign one of the worst severity.")
        .With("required_sections", Shapes.ListOf(Vocabularies.OneOf<SectionKind>()), (d, v) => d.RequiredSections = v.Value, "Sections that a postmortem in review or final has.")
        .With("went_well_at_least", Shapes.Integer, (d, v) => d.WentWellAtLeast = v, "Fewer things that went well are an error.")
        .With("went_well_preferred", Shapes.Integer, (d, v) => d.WentWellPreferred = v, "Fewer things that went well are worth a word.")
        .With("items_at_least", Shapes.Integer, (d, v) => d.ItemsAtLeast = v, "The smallest number of action items.")
        .With("items_at_most", Shapes.Integer, (d, v) => d.ItemsAtMost = v, "The largest number of action items.")
        .With("structural_fixes", Shapes.Integer, (d, v) => d.StructuralFixes = v, "How many items are the structural fix.")
        .With("recurrence_window_days", Shapes.Integer, (d, v) => d.RecurrenceWindowDays = v, "How long a second incident of the same kind counts as a recurrence.")
        .With("recurrence_key", Vocabularies.OneOf<RecurrenceKey>(), (d, v) => d.RecurrenceKey = v, "What such an incident shares with the earlier one: class-and-service, or class alone.")
        .With("completion_at_30_days", Shapes.Integer, (d, v) => d.CompletionAt30Days = v, "Target share of items done after 30 days, in percent.")
        .With("completion_at_90_days", Shapes.Integer, (d, v) => d.CompletionAt90Days = v, "Target share of items done after 90 days, in percent.")
        .With("holidays", Shapes.ListOf(Shapes.Date), (d, v) => d.Holidays = v.Value, "Days that are not business days, besides weekends.")
        .With("allowed_addresses", WordList, (d, v) => d.AllowedAddresses = v.Value, "E-mail addresses, @domains, IP addresses and networks that may stand in texts.")
        .With("people", WordList, (d, v) => d.People = v.Value, "Names of people, besides the handles of this archive: prose says their role.");

    public static MapShape<SettingsDraft> File { get; } = new MapShape<SettingsDraft>("archive.yml", "What this archive is called, where its sites stand, and how the organisation works. Every key optional.")
        .With("title", Shapes.Text, (d, v) => d.Title = v, "The name of the internal site.")
        .With("description", Shapes.Text, (d, v) => d.Description = v, "A sentence or two below the name.")
        .With("url", Shapes.Address, (d, v) => d.Url = v, "Where the internal site stands on the web.")
        .With("source_url", Shapes.Address, (d, v) => d.SourceUrl = v, "The input folder on the forge, so that pages link to their source.")
        .With("preset", Shapes.Word(PresetNames, FindPreset), (d, v) => d.Preset = v.Map(p => p.Name), "The way of working to start from; 'sre' where left out.")
        .With("time_zone", Shapes.Text, (d, v) => d.TimeZone = v, "IANA name of the zone whose days are meant; UTC where left out.")
        .With("public", Public.AsShape(), (d, v) => d.Public = v.Value, "The public record.")
        .With("search", Search.AsShape(), (d, v) => d.Search = v.Value, "Search of the sites.")
        .With("policy", Policy.AsShape(), (d, v) => d.Policy = v.Value, "Differences from the preset.")
        .With("rules", Shapes.MapOf(Vocabularies.OneOf<RuleLevel>()), (d, v) => d.Rules = v.Value, "The level of single rules by code: off, advice, warning or error.");

    private static ImmutableArray<string> PresetNames => [.. Presets.All.Select(p => p.Preset)];

    private static PresetName? FindPreset(string word) => Presets.Find(word) is { } preset ? new(preset.Preset) : null;

    private readonly record struct PresetName(string Name);
}
