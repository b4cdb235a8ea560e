using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>Action items: whole, each id once, each status with what belongs to it.</summary>
internal sealed class ActionItemRules(ValidationContext context, DocumentStatus status, IncidentTimes? times, DiagnosticBag problems)
{
    /// <param name="drafts">From the front matter or from the table.</param>
    /// <param name="place">Where the list stands, for findings about the list as a whole.</param>
    public ImmutableArray<ActionItem> Validate(ImmutableArray<ActionItemDraft> drafts, SourceLocation place)
    {
        var taken = new HashSet<string>(drafts.Length, StringComparer.OrdinalIgnoreCase);
        var items = ImmutableArray.CreateBuilder<ActionItem>(drafts.Length);
        foreach (var draft in drafts)
        {
            if (draft is not { Id: { } id, Title: { } title }) AddIncomplete(draft);
            else if (!taken.Add(id.Value)) problems.Add(StructureProblems.DuplicateMember(id, "action item"));
            else items.Add(Item(draft, id, title.Value));
        }
        var whole = items.DrainToImmutable();
        if (status >= DocumentStatus.Review) CheckNumbers(whole, place);
        return whole;
    }

    private void AddIncomplete(ActionItemDraft draft)
    {
        var place = draft.Keys.Location;
        if (draft.Id is null && !draft.Keys.Has("id")) problems.Add(SiteProblems.IncompleteEntry(place, "An action item", "id"));
        if (draft.Title is null && !draft.Keys.Has("title")) problems.Add(SiteProblems.IncompleteEntry(place, "An action item", "title"));
    }

    private ActionItem Item(ActionItemDraft draft, Located<string> id, string title)
    {
        var state = draft.Status?.Value ?? ItemStatus.Open;
        CheckState(draft, state, id.Location);
        CheckTypes(draft, state, id.Location);
        DayRules.Check(draft.DoneOn, times, context.Today, problems);
        return new()
        {
            Id = id.Value,
            Title = title,
            Status = state,
            Types = ImmutableArray.CreateRange(draft.Types, static t => t.Value.ToLowerInvariant()),
            Purpose = draft.Purpose?.Value,
            Owner = draft.Owner?.Value,
            Priority = draft.Priority?.Value,
            DueOn = draft.Due?.Value,
            Ticket = draft.Ticket?.Value,
            DoneOn = draft.DoneOn?.Value,
            DeclinedBecause = draft.Reason?.Value,
            IsStructuralFix = draft.StructuralFix?.Value ?? false,
            Evidence = ImmutableArray.CreateRange(draft.Evidence, static e => EvidenceOf(e.Value)),
            Source = id.Location,
        };
    }

    private void CheckState(ActionItemDraft draft, ItemStatus state, SourceLocation place)
    {
        var statusPlace = draft.Status?.Location ?? place;
        if (state == ItemStatus.Done && draft.DoneOn is null && !draft.Keys.Has("done_on")) problems.Add(StructureProblems.DoneWithoutDay(statusPlace));
        if (state != ItemStatus.Done && draft.DoneOn is { } day) problems.Add(StructureProblems.DayWithoutDone(day.Location, Words.Of(state)));
        if (state == ItemStatus.Declined && draft.Reason is null && !draft.Keys.Has("reason")) problems.Add(StructureProblems.DeclinedWithoutReason(statusPlace));
        if (state != ItemStatus.Declined && draft.Reason is { } reason) problems.Add(StructureProblems.ReasonWithoutDeclined(reason.Location, Words.Of(state)));
    }

    private void CheckTypes(ActionItemDraft draft, ItemStatus state, SourceLocation place)
    {
        foreach (var type in draft.Types)
        {
            if (!context.Policy.ItemTypes.Contains(type.Value, StringComparer.OrdinalIgnoreCase)) problems.Add(StructureProblems.UnknownTerm(type, "an item type", context.Policy.ItemTypes));
        }
        if (context.Policy.RequiresItemType && status >= DocumentStatus.Review && state is ItemStatus.Open or ItemStatus.Done && draft.Types.IsEmpty && !draft.Keys.Has("type"))
            problems.Add(CompletenessProblems.MissingKey(place, "type", $"the preset {context.Policy.Preset} asks for the type of every committed item", $"Write {Excerpt.OneOf(context.Policy.ItemTypes)}."));
    }

    private void CheckNumbers(ImmutableArray<ActionItem> items, SourceLocation place)
    {
        var policy = context.Policy;
        var committed = items.Count(i => i.IsCommitted);
        if (committed < policy.ItemsAtLeast) problems.Add(CompletenessProblems.ItemCount(place, committed, $"at least {policy.ItemsAtLeast}"));
        if (committed > policy.ItemsAtMost) problems.Add(CompletenessProblems.ItemCount(place, committed, $"at most {policy.ItemsAtMost}"));
        var fixes = items.Count(i => i.IsStructuralFix);
        if (policy.StructuralFixes is { } wanted && fixes != wanted) problems.Add(CompletenessProblems.StructuralFixes(place, fixes, wanted));
    }

    private static Evidence EvidenceOf(EvidenceDraft draft) => new()
    {
        Path = draft.Path?.Value,
        Test = draft.Test?.Value,
        Contains = draft.Contains?.Value,
        Commit = draft.Commit?.Value,
        PullRequest = draft.PullRequest?.Value,
    };
}
