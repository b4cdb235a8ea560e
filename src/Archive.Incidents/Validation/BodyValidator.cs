using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Incidents.Validation.Prose;
using Archive.Publishing.Diagnostics;
using Archive.Publishing.Documents;

namespace Archive.Incidents.Validation;

/// <summary>The body of a postmortem: its sections, and the timeline in it.</summary>
internal sealed class BodyValidator(ValidationContext context, DraftFile<PostmortemDraft> file, KnownSections sections, PostmortemDraft draft, DocumentStatus status, DiagnosticBag problems)
{
    /// <summary>Finished texts are held to more than those in review.</summary>
    private FindingLevel Strict => status == DocumentStatus.Final ? FindingLevel.Error : FindingLevel.Warning;

    public (PostmortemBody Body, Timeline Timeline, ImmutableArray<ReadMoment> Rows, ImmutableArray<NameMention> Mentions) Validate(IncidentTimes? times)
    {
        var body = Bodies.Of(sections);
        var rows = RowsOf(times);
        ImmutableArray<NameMention> mentions = [];
        if (status >= DocumentStatus.Review && !file.Text.IsRefused) // what cannot be read lacks nothing that one could name
        {
            CheckSections(body);
            CheckWords();
            CheckSummary();
            CheckWentWell();
            mentions = ProseRules.Check(draft, sections, context.Policy, problems);
        }
        return (body, rows.IsEmpty ? Timeline.Empty : new(InTime(rows)), rows, mentions);
    }

    private static ImmutableArray<Moment> InTime(ImmutableArray<ReadMoment> rows)
    {
        var moments = ImmutableArray.CreateRange(rows, static r => r.Moment);
        for (var i = 1; i < moments.Length; i++)
        {
            if (moments[i].At < moments[i - 1].At) return [.. moments.OrderBy(m => m.At)]; // nearly all timelines are written in order
        }
        return moments;
    }

    /// <summary>The rows of the timeline, in the author's order.</summary>
    private ImmutableArray<ReadMoment> RowsOf(IncidentTimes? times)
    {
        if (times is null || sections.Find(SectionKind.Timeline) is not { } section) return [];
        var tables = sections.TablesOf(SectionKind.Timeline);
        if (tables.IsEmpty)
        {
            if (status >= DocumentStatus.Review && !section.IsEmpty) problems.Add(CompletenessProblems.NoTimeline(section.Location, Strict));
            return [];
        }
        var reader = new TimelineReader(times.StartedAt, context.Zone, status, problems);
        var moments = tables is [var only] ? reader.Read(only) : [.. tables.SelectMany(t => reader.Read(t))];
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
        var place = draft.Summary?.Location ?? sections.Find(SectionKind.Summary)?.Location ?? new SourceLocation(file.Path, 1);
        SummaryRules.Check(SummaryRules.SummaryOf(draft, sections), place, problems);
    }

    private void CheckWentWell()
    {
        if (sections.Find(SectionKind.WentWell) is not { IsEmpty: false } section) return;
        var (least, preferred) = (context.Policy.WentWellAtLeast, context.Policy.WentWellPreferred);
        if (section.ListItems < least) problems.Add(CompletenessProblems.TooFewWentWell(section.Location, section.ListItems, least, Strict));
        else if (section.ListItems < preferred) problems.Add(CompletenessProblems.FewWentWell(section.Location, section.ListItems, preferred));
    }
}

/// <summary>Sectioned text as the body of a page.</summary>
internal static class Bodies
{
    public static PostmortemBody Of(KnownSections sections)
    {
        var text = sections.Text;
        var body = ImmutableArray.CreateBuilder<BodySection>(text.Sections.Length);
        for (var i = 0; i < text.Sections.Length; i++) body.Add(SectionOf(text.Sections[i], sections.KindOf(i)));
        return new() { Preamble = text.Preamble, Sections = body.MoveToImmutable(), Links = text.Links };
    }

    private static BodySection SectionOf(TextSection section, SectionKind? kind) => new()
    {
        Kind = kind,
        Heading = section.Heading,
        Anchor = section.Anchor,
        Subheadings = section.Subheadings,
        Html = section.Html,
    };
}
