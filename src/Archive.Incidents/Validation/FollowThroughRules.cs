using System.Collections.Immutable;
using Archive.Incidents.Drafting;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Publishing.Diagnostics;

namespace Archive.Incidents.Validation;

/// <summary>Whether what is promised can be done, seen and counted, and whether each cause has something done about it.</summary>
internal sealed class FollowThroughRules(ValidationContext context, PostmortemDraft draft, DocumentStatus status, DiagnosticBag problems)
{
    private const int MostUrgent = 5;

    private static readonly TimeSpan LateDetection = TimeSpan.FromMinutes(30);

    /// <param name="items">From the front matter or the table, broken ones too.</param>
    /// <param name="listPlace">Where the list stands.</param>
    /// <param name="timeline">For what was done during the incident.</param>
    /// <param name="times">Null where the start is not known.</param>
    public void Check(ImmutableArray<ActionItemDraft> items, SourceLocation listPlace, Timeline timeline, IncidentTimes? times)
    {
        if (status < DocumentStatus.Review) return;
        var committed = items.Where(i => i is { Id: not null, Title: not null } && StatusOf(i) is ItemStatus.Open or ItemStatus.Done).ToList();
        foreach (var item in committed) CheckItem(item, timeline, times);
        CheckPriorities(committed, listPlace);
        CheckDetection(committed, items, listPlace, times);
        CheckCauses(items);
    }

    private static ItemStatus StatusOf(ActionItemDraft item) => item.Status?.Value ?? ItemStatus.Open;

    private void CheckItem(ActionItemDraft item, Timeline timeline, IncidentTimes? times)
    {
        var (id, place) = (Excerpt.Of(item.Id!.Value.Value), item.Id.Value.Location); // only whole items come here
        var isOpen = StatusOf(item) == ItemStatus.Open;
        if (item.Owner is not { } owner)
        {
            if (!item.Keys.Has("owner")) problems.Add(FollowThroughProblems.NoOwner(place, id, null, Strict));
        }
        else if (isOpen && ActionItem.IsSought(owner.Value) && OwnerDue(times) is { } by)
            problems.Add(context.Today <= by ? FollowThroughProblems.OwnerSought(owner.Location, id, by) : FollowThroughProblems.Debt(owner.Location, id, by, Strict));
        else if (IsNobody(owner.Value) || ActionItem.IsSought(owner.Value)) problems.Add(FollowThroughProblems.NoOwner(owner.Location, id, owner.Value, Strict));
        if (isOpen && item.Due is null && !item.Keys.Has("due")) problems.Add(FollowThroughProblems.NoDue(place, id));
        if (isOpen && item.Ticket is null && !item.Keys.Has("ticket")) problems.Add(FollowThroughProblems.NoTicket(place, id));
        if (isOpen && item is { Due: { } due, Priority.Value: <= ItemPriority.P1 } && LatestDue(times) is { } latest && due.Value > latest) problems.Add(FollowThroughProblems.LateDue(due.Location, id, latest));
        if (item.Priority is null && !item.Keys.Has("priority")) problems.Add(FollowThroughProblems.NoPriority(place, id));
        if (item.Purpose is null && !item.Keys.Has("purpose")) problems.Add(FollowThroughProblems.NoPurpose(place, id));
        if (!isOpen && EvidenceRules.Missing(item) is { } missing) problems.Add(FollowThroughProblems.NoEvidence(item.Status?.Location ?? place, id, missing));
        CheckTitle(item.Title!.Value, timeline); // only whole items come here
    }

    /// <summary>The day by which an urgent item is done; null where the policy does not say, or the end is not known.</summary>
    private DateOnly? LatestDue(IncidentTimes? times) =>
        context.Policy.UrgentDueDays is { } days && times?.ResolvedAt is { } resolved ? context.Policy.DayOf(resolved).AddDays(days) : null;

    private FindingLevel Strict => status == DocumentStatus.Final ? FindingLevel.Error : FindingLevel.Warning;

    private void CheckTitle(Located<string> title, Timeline timeline)
    {
        if (ItemTitles.IsVague(title.Value)) problems.Add(FollowThroughProblems.Vague(title.Location, title.Value));
        if (ItemTitles.IsOneValue(title.Value)) problems.Add(FollowThroughProblems.SingleValue(title.Location, title.Value));
        foreach (var row in timeline.Moments)
        {
            if (row.Mark is not (MomentMark.Mitigation or MomentMark.Resolution) || !ItemTitles.Restates(title.Value, row.EventText)) continue;
            problems.Add(FollowThroughProblems.RestatedFix(title.Location, title.Value, row.EventText));
            return;
        }
    }

    /// <summary>The team as a whole, or a word that stands for nobody.</summary>
    private bool IsNobody(string owner)
    {
        var written = owner.AsSpan().Trim().TrimStart('@');
        Span<char> words = written.Length <= 128 ? stackalloc char[written.Length] : new char[written.Length];
        written.ToLowerInvariant(words);
        return words is "team" or "the team" or "tbd" or "todo" or "unknown" or "none" or "n/a" or "na" or "?" or "-" or "–" or "—" or "everyone" or "everybody" or "all" or "us" or "we" or "nobody" or "someone" or "somebody" or "tba" or "unassigned"
            || words.EndsWith(" team") || words.StartsWith("team ") || IsTeam(words);
    }

    private bool IsTeam(ReadOnlySpan<char> words)
    {
        foreach (var service in context.Services)
        {
            if (service.Team is { } team && words.Equals(team, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    /// <summary>The last day on which an item may still look for its owner; null where the start is not known.</summary>
    private DateOnly? OwnerDue(IncidentTimes? times) => times is null ? null : PostmortemDebt.OwnerDue(times, context.Policy);

    private void CheckPriorities(List<ActionItemDraft> committed, SourceLocation place)
    {
        if (committed.Count >= 3 && committed[0].Priority is { Value: var first } && committed.TrueForAll(i => i.Priority?.Value == first))
            problems.Add(FollowThroughProblems.FlatPriorities(place, $"All {committed.Count} promised items are {Words.Of(first)}."));
        else if (committed.Count(i => i.Priority?.Value <= ItemPriority.P1) is > MostUrgent and var urgent)
            problems.Add(FollowThroughProblems.FlatPriorities(place, $"{urgent} promised items are p0 or p1."));
    }

    private void CheckDetection(List<ActionItemDraft> committed, ImmutableArray<ActionItemDraft> all, SourceLocation place, IncidentTimes? times)
    {
        if (committed.Count == 0 || WhyNoticingIsWanted(times) is not { } because || all.Any(IsAboutNoticing)) return;
        problems.Add(FollowThroughProblems.NoDetection(place, because));
    }

    private string? WhyNoticingIsWanted(IncidentTimes? times)
    {
        if (draft.DetectedBy is { Value: Detector.Customer or Detector.Chance } by) return $"It was noticed by {(by.Value == Detector.Customer ? "a customer" : "chance")}";
        var isLate = times is { Detection: { } detection, Duration: { } duration } && detection >= LateDetection && detection >= duration / 2;
        return isLate ? "Half of the incident passed before anybody noticed" : null;
    }

    /// <summary>By its purpose, or by its words: somebody may have put the alert under another purpose, or declined it.</summary>
    private static bool IsAboutNoticing(ActionItemDraft item) => item.Purpose?.Value == ItemPurpose.Detect || (item.Title is { } title && ItemTitles.IsAboutNoticing(title.Value));

    private void CheckCauses(ImmutableArray<ActionItemDraft> items)
    {
        foreach (var (cause, _) in draft.Causes)
        {
            if (cause is not { Id: { } id, Kind: { } kind } || cause.Accepted is not null || cause.Keys.Has("accepted")) continue;
            if (cause.AddressedBy.Any(a => IsPromisedOrUnknown(a.Value, items))) continue;
            problems.Add(kind.Value == CauseKind.Root ? FollowThroughProblems.RootCause(id.Location, id.Value, Strict) : FollowThroughProblems.Factor(id.Location, id.Value));
        }
    }

    /// <summary>Whether an id is a promised item's; an unknown one is a finding of its own.</summary>
    private static bool IsPromisedOrUnknown(string id, ImmutableArray<ActionItemDraft> items)
    {
        var isKnown = false;
        foreach (var item in items)
        {
            if (!id.Equals(item.Id?.Value, StringComparison.OrdinalIgnoreCase)) continue;
            if (StatusOf(item) is ItemStatus.Open or ItemStatus.Done) return true;
            isKnown = true;
        }
        return !isKnown;
    }
}

/// <summary>What proves an item done, by its type.</summary>
internal static class EvidenceRules
{
    /// <summary>What its evidence lacks, in words; null where nothing.</summary>
    public static string? Missing(ActionItemDraft item)
    {
        if (item.Evidence.IsEmpty) return item.Keys.Has("evidence") ? null : "everything";
        if (item.Types.IsEmpty) return null;
        var evidence = item.Evidence.Select(e => e.Value).ToList();
        foreach (var type in item.Types)
        {
            if (MissingFor(type.Value.ToLowerInvariant(), evidence) is { } missing) return missing;
        }
        return null;
    }

    private static string? MissingFor(string type, List<EvidenceDraft> evidence)
    {
        var (hasPath, hasCommit) = (evidence.Exists(e => e.Path is not null), evidence.Exists(e => e.Commit is not null || e.PullRequest is not null));
        return type switch
        {
            "rule" or "memory" => hasPath ? null : "a path",
            "hook" => Listed(("a path", hasPath), ("a commit", hasCommit)),
            "test" => Listed(("the test's name", evidence.Exists(e => e.Test is not null)), ("a path", hasPath), ("a commit", hasCommit)),
            "criterion" => Listed(("a path", hasPath), ("what it contains", evidence.Exists(e => e.Contains is not null))),
            "code" => hasCommit ? null : "a commit or pull request",
            _ => null,
        };
    }

    private static string? Listed(params (string Word, bool Has)[] parts)
    {
        var missing = parts.Where(p => !p.Has).Select(p => p.Word).ToList();
        return missing.Count == 0 ? null : string.Join(" and ", missing);
    }
}
