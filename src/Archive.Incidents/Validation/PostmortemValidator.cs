using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Incidents.Validation.Prose;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>Makes a postmortem of a draft, or says all that stands in the way. What it asks for grows with the document's status.</summary>
internal sealed class PostmortemValidator
{
    private readonly ValidationContext _context;
    private readonly DraftFile<PostmortemDraft> _file;
    private readonly PostmortemDraft _draft;
    private readonly KnownSections _sections;
    private DiagnosticBag _problems;
    private readonly DocumentStatus _status;
    private ImmutableArray<NameMention> _mentions = [];
    private ImmutableArray<Suppression> _openSuppressions = [];

    private PostmortemValidator(ValidationContext context, DraftFile<PostmortemDraft> file, PostmortemDraft draft, DiagnosticBag problems)
    {
        (_context, _file, _draft, _sections, _problems) = (context, file, draft, new(file.Text), problems);
        _status = draft.Status?.Value ?? DocumentStatus.Draft;
    }

    /// <summary>Judges a file by itself; what it says of others is left to <see cref="ReferenceRules"/>.</summary>
    public static JudgedPostmortem Judge(ValidationContext context, DraftFile<PostmortemDraft> file)
    {
        var problems = new DiagnosticBag(context.Policy.RuleLevels);
        problems.AddRange(file.Findings);
        var validator = file.Draft is { } draft ? new PostmortemValidator(context, file, draft, problems) : null;
        var postmortem = validator?.Postmortem();
        return new()
        {
            Path = file.Path,
            Postmortem = postmortem,
            Findings = (validator?._problems ?? problems).Sorted(),
            Suppressed = (validator?._problems ?? problems).Suppressed(),
            Id = file.Draft?.Id,
            GuessedId = file.GuessedId,
            StartedAt = file.Draft?.Times?.Started?.Value,
            RecurrenceOf = file.Draft?.RecurrenceOf,
            Related = file.Draft?.Related ?? [],
            Mentions = validator?._mentions ?? [],
            OpenSuppressions = validator?._openSuppressions ?? [],
        };
    }

    private Postmortem? Postmortem()
    {
        RequireKeys();
        CheckId();
        var severity = Severity();
        var services = Services();
        var failureClass = FailureClass();
        var times = TimesRules.Validate(_draft, _context, _problems);
        var (drafts, listPlace) = ItemDrafts();
        var items = new ActionItemRules(_context, _status, times, _problems).Validate(drafts, listPlace);
        var causes = CauseRules.Validate(_draft, items, _context.Policy, _problems);
        CheckTerms();
        CheckDays(times);
        (var body, var timeline, var rows, _mentions) = new BodyValidator(_context, _file, _sections, _draft, _status, _problems).Validate(times);
        new FollowThroughRules(_context, _draft, _status, _problems).Check(drafts, listPlace, timeline, times);
        var tree = CausalTrees.Of(_sections);
        StructuralRules.Check(_draft, _sections, tree, severity, _context.Policy, _status, _problems);
        SubstanceRules.Check(_draft, _sections, rows, severity, _context.Policy, _status, _problems);
        DecisionRules.Check(drafts, _sections, _status, _problems);
        if (_status >= DocumentStatus.Review) new ConsistencyRules(_draft, _sections, _problems).Check(drafts, rows, times);
        _problems = Suppressions.Apply(_file.Suppressions, _problems, out _openSuppressions);
        if (_problems.HasErrors || severity is null || times is null) return null;
        return new()
        {
            Id = _draft.Id!.Value.Value, // required keys are there: there is no error
            Title = _draft.Title!.Value.Value,
            Kind = _draft.Kind?.Value ?? PostmortemKind.Incident,
            Status = _status,
            Severity = severity,
            Services = services,
            FailureClass = failureClass,
            ChainLevel = _draft.ChainLevel?.Value.ToLowerInvariant(),
            ChainLabel = _draft.ChainLabel?.Value.ToLowerInvariant(),
            Times = times,
            DetectedBy = _draft.DetectedBy?.Value,
            PublishedOn = _draft.PublishedOn?.Value,
            Authors = Values(_draft.Authors),
            Reviewers = Values(_draft.Reviewers),
            SignedOffBy = Values(_draft.SignedOffBy),
            Summary = SummaryRules.SummaryOf(_draft, _sections),
            Impact = ImpactOf(_draft.Impact),
            ErrorSignatures = Values(_draft.ErrorSignatures),
            Causes = causes,
            CausalTree = tree,
            ActionItems = items,
            Occurrences = Occurrences(),
            TriggerPaths = Values(_draft.TriggerPaths),
            Links = Links(),
            Timeline = timeline,
            Body = body,
            Source = new(_file.Path, 1),
        };
    }

    private void RequireKeys()
    {
        foreach (var (key, from) in RequiredKeys.From)
        {
            if (_status < from || HasKey(key)) continue;
            if (from == DocumentStatus.Stub) _problems.Add(StructureProblems.MissingEssential(PlaceOf(key), key));
            else AddMissing(key, $"a postmortem has it from status {Words.Of(from)} on");
        }
        if (_context.Policy.RequiresChain && _status >= DocumentStatus.Review)
        {
            foreach (var key in (string[])["chain_level", "chain_label"])
            {
                if (!_draft.Keys.Has(key)) AddMissing(key, $"the preset {_context.Policy.Preset} asks for it from status review on");
            }
        }
    }

    /// <summary>Where the times are missing as a whole, none of them is missed on its own.</summary>
    private bool HasKey(string key) => key.StartsWith("times.", StringComparison.Ordinal)
        ? _draft.Times is not { } times || times.Keys.Has(key["times.".Length..])
        : _draft.Keys.Has(key);

    private SourceLocation PlaceOf(string key) => key.StartsWith("times.", StringComparison.Ordinal) && _draft.Times is { } times
        ? times.Keys.PlaceOf(key["times.".Length..])
        : _draft.Keys.PlaceOf(key);

    private void AddMissing(string key, string because) => _problems.Add(CompletenessProblems.MissingKey(PlaceOf(key), key, because));

    private void CheckId()
    {
        if (_draft.Id is not { } id) return;
        if (!_context.IdPattern.IsMatch(id.Value)) _problems.Add(StructureProblems.InvalidId(id, _context.Policy.IdPattern));
    }

    private Severity? Severity()
    {
        if (_draft.Severity is not { } written) return null;
        var severity = _context.Policy.FindSeverity(written.Value);
        if (severity is null) _problems.Add(StructureProblems.UnknownSeverity(written, [.. _context.Policy.Severities.Select(s => s.Id)]));
        return severity;
    }

    private ImmutableArray<Service> Services()
    {
        var services = ImmutableArray.CreateBuilder<Service>(_draft.Services.Length);
        foreach (var written in _draft.Services)
        {
            if (!_context.ServiceByWord.TryGetValue(written.Value, out var service)) _problems.Add(StructureProblems.UnknownService(written, _context.ServiceByWord.Keys));
            else if (!services.Contains(service)) services.Add(service);
        }
        return services.DrainToImmutable();
    }

    private FailureClass? FailureClass()
    {
        if (_draft.FailureClass is not { } written) return null;
        if (_context.ClassByWord.TryGetValue(written.Value, out var failureClass)) return failureClass;
        _problems.Add(StructureProblems.UnknownFailureClass(written, _context.ClassByWord.Keys));
        return null;
    }

    /// <summary>From the table or the front matter, and where the list stands.</summary>
    private (ImmutableArray<ActionItemDraft> Drafts, SourceLocation Place) ItemDrafts()
    {
        var tables = _sections.TablesOf(SectionKind.ActionItems);
        if (!tables.IsEmpty && _draft.ActionItems.IsEmpty) return (ActionItemTable.Read(tables, _problems), tables[0].Location);
        if (!tables.IsEmpty) _problems.Add(StructureProblems.ItemsTwice(tables[0].Location));
        return (ImmutableArray.CreateRange(_draft.ActionItems, static i => i.Value), _draft.Keys.PlaceOf("action_items"));
    }

    private void CheckTerms()
    {
        CheckTerm(_draft.ChainLevel, "a chain level", _context.Policy.ChainLevels);
        CheckTerm(_draft.ChainLabel, "a chain label", _context.Policy.ChainLabels);
    }

    private void CheckTerm(Located<string>? written, string what, ImmutableArray<string> known)
    {
        if (written is { } word && !known.Contains(word.Value, StringComparer.OrdinalIgnoreCase)) _problems.Add(StructureProblems.UnknownTerm(word, what, known));
    }

    private void CheckDays(IncidentTimes? times)
    {
        DayRules.Check(_draft.PublishedOn, times, _context.Today, _problems);
        foreach (var (occurrence, _) in _draft.Occurrences) DayRules.Check(occurrence.On, times, _context.Today, _problems);
    }

    private ImmutableArray<Occurrence> Occurrences()
    {
        var occurrences = ImmutableArray.CreateBuilder<Occurrence>(_draft.Occurrences.Length);
        foreach (var (draft, place) in _draft.Occurrences)
        {
            if (draft is { On: { } on, Note: { } note }) occurrences.Add(new(on.Value, note.Value));
            else _problems.Add(SiteProblems.IncompleteEntry(place, "An occurrence", draft.On is null ? "on" : "note"));
        }
        return occurrences.Count < 2 ? occurrences.DrainToImmutable() : [.. occurrences.OrderBy(o => o.On)];
    }

    private ImmutableArray<NamedLink> Links()
    {
        var links = ImmutableArray.CreateBuilder<NamedLink>(_draft.Links.Length);
        foreach (var (draft, place) in _draft.Links)
        {
            if (draft is { Title: { } title, Url: { } url }) links.Add(new(title.Value, url.Value));
            else _problems.Add(SiteProblems.IncompleteEntry(place, "A link", draft.Title is null ? "title" : "url"));
        }
        return links.DrainToImmutable();
    }

    private static Impact ImpactOf(ImpactDraft? draft) => draft is null ? Impact.Unknown : new()
    {
        Customers = draft.Customers?.Value,
        Segments = Values(draft.Segments),
        RequestsFailed = draft.RequestsFailed?.Value,
        Revenue = draft.Revenue?.Value,
        ErrorBudgetPercent = draft.ErrorBudget?.Value,
        DataLoss = draft.DataLoss?.Value,
        TeamsBlocked = Values(draft.TeamsBlocked),
        HoursLost = draft.HoursLost?.Value,
    };

    private static ImmutableArray<string> Values(ImmutableArray<Located<string>> located) => ImmutableArray.CreateRange(located, static l => l.Value);
}
