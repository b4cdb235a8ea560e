using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Incidents.Validation.Prose;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Validation;

/// <summary>The body of a postmortem: its sections, and the timeline in it.</summary>
internal sealed class BodyValidator(ValidationContext context, DraftFile<PostmortemDraft> file, PostmortemDraft draft, DocumentStatus status, DiagnosticBag problems)
{
    /// <summary>Finished texts are held to more than those in review.</summary>
    private FindingLevel Strict => status == DocumentStatus.Final ? FindingLevel.Error : FindingLevel.Warning;

    public (PostmortemBody Body, Timeline Timeline, ImmutableArray<ReadMoment> Rows, ImmutableArray<NameMention> Mentions) Validate(IncidentTimes? times)
    {
        var body = Bodies.Of(file.Text);
        var rows = RowsOf(times);
        ImmutableArray<NameMention> mentions = [];
        if (status >= DocumentStatus.Review && !file.Text.IsRefused) // what cannot be read lacks nothing that one could name
        {
            CheckSections(body);
            CheckWords();
            CheckSummary();
            CheckWentWell();
            mentions = ProseRules.Check(draft, file.Text, context.Policy, problems);
        }
        return (body, rows.IsEmpty ? Timeline.Empty : new([.. rows.Select(m => m.Moment).OrderBy(m => m.At)]), rows, mentions);
    }

    /// <summary>The rows of the timeline, in the author's order.</summary>
    private ImmutableArray<ReadMoment> RowsOf(IncidentTimes? times)
    {
        if (times is null || SectionOf(SectionKind.Timeline) is not { } section) return [];
        var tables = file.Text.TablesOf(SectionKind.Timeline);
        if (tables.IsEmpty)
        {
            if (status >= DocumentStatus.Review && !section.IsEmpty) problems.Add(CompletenessProblems.NoTimeline(section.Location, Strict));
            return [];
        }
        var reader = new TimelineReader(times.StartedAt, context.Zone, status, problems);
        var moments = tables.SelectMany(t => reader.Read(t)).ToImmutableArray();
        TimelineRules.Check(moments, times, status, problems);
        return moments;
    }

    private void CheckSections(PostmortemBody body)
    {
        foreach (var kind in context.Policy.RequiredSections)
        {
            if (kind == SectionKind.ActionItems && draft.Keys.Has("action_items")) continue;
            if (kind == SectionKind.Summary && draft.Keys.Has("summary")) continue;
            if (body.Find(kind) is null) AddMissing(kind, $"a postmortem has it from status {Words.Of(DocumentStatus.Review)} on");
        }
        if (draft.RecurrenceOf is { } earlier && body.Find(SectionKind.EarlierMissed) is null)
            problems.Add(CompletenessProblems.MissingSection(earlier.Location, SectionKinds.HeadingOf(SectionKind.EarlierMissed), "a recurrence says it"));
    }

    private void AddMissing(SectionKind kind, string because) =>
        problems.Add(CompletenessProblems.MissingSection(new(file.Path, draft.Keys.Location.Line), SectionKinds.HeadingOf(kind), because));

    private void CheckWords()
    {
        foreach (var section in file.Text.Sections)
        {
            if (section.IsEmpty) problems.Add(CompletenessProblems.EmptySection(section.Location, section.Heading, Strict));
            foreach (var word in section.Placeholders) problems.Add(CompletenessProblems.Placeholder(word, Strict));
        }
    }

    private void CheckSummary()
    {
        var place = draft.Summary?.Location ?? SectionOf(SectionKind.Summary)?.Location ?? new SourceLocation(file.Path, 1);
        SummaryRules.Check(SummaryRules.SummaryOf(draft, file.Text), place, problems);
    }

    private void CheckWentWell()
    {
        if (SectionOf(SectionKind.WentWell) is not { IsEmpty: false } section) return;
        var (least, preferred) = (context.Policy.WentWellAtLeast, context.Policy.WentWellPreferred);
        if (section.ListItems < least) problems.Add(CompletenessProblems.TooFewWentWell(section.Location, section.ListItems, least, Strict));
        else if (section.ListItems < preferred) problems.Add(CompletenessProblems.FewWentWell(section.Location, section.ListItems, preferred));
    }

    private TextSection? SectionOf(SectionKind kind) => file.Text.Sections.FirstOrDefault(s => SectionKinds.Of(s.Heading) == kind);
}

/// <summary>Sectioned text as the body of a page.</summary>
internal static class Bodies
{
    public static PostmortemBody Of(SectionedText text) => new()
    {
        Preamble = text.Preamble,
        Sections = [.. text.Sections.Select(SectionOf)],
        Links = text.Links,
    };

    public static BodySection SectionOf(TextSection section) => new()
    {
        Kind = SectionKinds.Of(section.Heading),
        Heading = section.Heading,
        Anchor = section.Anchor,
        Subheadings = section.Subheadings,
        Html = section.Html,
    };
}
