using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Searching;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages;

public sealed record HomeView
{
    public required PageFrame Frame { get; init; }

    public required string? Description { get; init; }

    /// <summary>How things stand, in figures that lead to what they count; none in an archive without postmortems.</summary>
    public required ImmutableArray<StandingFigure> Standing { get; init; }

    public required string OwedLead { get; init; }

    public required ImmutableArray<OwedRow> Owed { get; init; }

    /// <summary>How many of them are not shown, in words, or null.</summary>
    public required string? MoreOwed { get; init; }

    public required string DeadlinesHref { get; init; }

    /// <summary>The way to what nobody answers for in time; null where there is none.</summary>
    public required LinkView? Debt { get; init; }

    public required string ItemsLead { get; init; }

    public required ImmutableArray<ItemRow> Overdue { get; init; }

    public required ImmutableArray<TeamItems> Teams { get; init; }

    public required string ActionItemsHref { get; init; }

    public required ImmutableArray<PostmortemRow> Recent { get; init; }

    public required string PostmortemsHref { get; init; }

    public required string FamiliesLead { get; init; }

    public required ImmutableArray<FamilyView> Families { get; init; }

    public required string? MoreFamilies { get; init; }

    public required string RecurrenceHref { get; init; }

    public required ImmutableArray<EntryGroup> Entries { get; init; }
}

/// <summary>A postmortem that is not final, as a row.</summary>
public sealed record OwedRow(MarkView State, TimeView? Due, string? NoDue, string Id, string Title, string Href, SeverityView Severity, MarkView Document);

/// <summary>Incidents that repeat one another.</summary>
/// <param name="Verdict">What had become of the earlier one's items when the last one began.</param>
/// <param name="State">Why the last one came back: the mark that it has everywhere.</param>
/// <param name="Earlier">The way to members that are not shown, or null.</param>
public sealed record FamilyView(LinkView Name, string Count, LinkView? Earlier, ImmutableArray<FamilyMember> Members, string Verdict, MarkView State);

/// <param name="Gap">How long after the one before, or null for the first.</param>
public sealed record FamilyMember(string Id, string Href, string Title, TimeView Day, string? Gap);

/// <summary>Ways into the archive under one word.</summary>
public sealed record EntryGroup(string Heading, string? Href, ImmutableArray<CountedLink> Links);

/// <summary>What is owed, what happened, what comes back, and the ways in.</summary>
public static class HomePage
{
    public static readonly Template<HomeView> Template = new("internal/home");

    private const int RecentRows = 10;
    private const int OverdueRows = 8;
    private const int OwedRows = 10;
    private const int FamilyRows = 6;
    private const int MembersAtMost = 5;

    public static Page Plan(SitePlan site) => Page.Of(SitePath.Root, Template, () => View(site)) with { Anchors = ["owed", "items", "recent", "recurring"] };

    public static HomeView View(SitePlan site)
    {
        var history = site.History;
        return new()
        {
            Frame = site.Frame(site.Archive.Settings.Title, SiteArea.None, site.Archive.Settings.Description) with { SearchDescriptionHref = site.Address.Href(SearchFiles.DescriptionPath) },
            Description = site.Archive.Settings.Description,
            Standing = [.. HomeStanding.Of(site)],
            OwedLead = site.Archive.Postmortems.IsEmpty ? "No postmortem is written yet, so none is owed." : OwedLead(history.Owed),
            Owed = [.. history.Owed.Take(OwedRows).Select(o => Row(o, site))],
            MoreOwed = More(history.Owed.Length - OwedRows),
            Debt = history.Debt.IsEmpty ? null : new($"Postmortem debt: {Wording.Number(history.Debt.Length)}", $"{site.Address.Href(SitePaths.ActionItems)}#debt"),
            DeadlinesHref = site.Address.Href(SitePaths.Deadlines),
            ItemsLead = ActionItemPages.Lead(history.Ledger),
            Overdue = [.. history.Ledger.Where(e => e.IsOverdue).Take(OverdueRows).Select(e => ItemRow.Of(e, site))],
            Teams = ItemTables.Teams(site),
            ActionItemsHref = site.Address.Href(SitePaths.ActionItems),
            Recent = [.. site.Archive.Postmortems.Reverse().Take(RecentRows).Select(p => PostmortemRow.Of(p, site))],
            PostmortemsHref = site.Address.Href(SitePaths.Postmortems),
            FamiliesLead = FamiliesLead(history),
            Families = [.. history.Families.Take(FamilyRows).Select(f => Family(f, site))],
            MoreFamilies = More(history.Families.Length - FamilyRows),
            RecurrenceHref = site.Address.Href(SitePaths.Recurrence),
            Entries = [.. HomeEntries.Of(site)],
        };
    }

    /// <summary><c>5 postmortems are not final. 2 are past their deadline.</c></summary>
    public static string OwedLead(ImmutableArray<OwedPostmortem> owed)
    {
        if (owed.IsEmpty) return "Every postmortem is final. Nothing is owed.";
        var late = owed.Count(o => o.IsOverdue);
        var unfinished = owed.Length == 1 ? "1 postmortem is not final" : $"{Wording.Number(owed.Length)} postmortems are not final";
        return late switch
        {
            0 => $"{unfinished}, none past its deadline.",
            1 => $"{unfinished}, 1 past its deadline.",
            _ => $"{unfinished}, {Wording.Number(late)} past their deadlines.",
        };
    }

    private static string? More(int omitted) => omitted > 0 ? $"{Wording.Number(omitted)} more" : null;

    /// <summary>A postmortem that is not final, as a row.</summary>
    public static OwedRow Row(OwedPostmortem owed, SitePlan site)
    {
        var postmortem = owed.Postmortem;
        return new(
            MarkView.Of(owed),
            owed.Due is { } due ? due.At is { } at ? TimeView.Of(at) : TimeView.Of(due.On) : null,
            owed.Due is not null ? null : postmortem.Severity.Deadline is { } deadline ? $"due {SeverityPages.Span(deadline)} after resolution" : $"{postmortem.Severity.Name} has no deadline",
            postmortem.Id,
            postmortem.Title,
            site.Links.Postmortem(postmortem),
            SeverityView.Of(postmortem.Severity, site.Links),
            MarkView.Of(postmortem.Status));
    }

    private static string FamiliesLead(IncidentHistory history)
    {
        if (history.Repeats.IsEmpty) return "Nothing in this archive has happened again yet.";
        return $"{Wording.Sentence(Wording.Count(history.Repeats.Length, "time"))} something happened again, in {Wording.Count(history.Families.Length, "family", "families")}.";
    }

    private static FamilyView Family(RecurrenceFamily family, SitePlan site)
    {
        var (last, repeat) = (family.Last, family.Repeats[^1]);
        return new(
            last.FailureClass is { } c ? site.Links.To(c) : new(last.Title, site.Links.Postmortem(last)),
            $"{family.Times} times",
            family.Members.Length > MembersAtMost ? new($"{Wording.Number(family.Members.Length - MembersAtMost)} earlier", site.Address.Href(SitePaths.Family(family))) : null,
            [.. family.Members.Select((p, i) => Member(p, i == 0 ? null : family.Members[i - 1], site)).Skip(family.Members.Length - MembersAtMost)],
            $"When {(repeat.Recurrence is null ? $"it happened again on {Wording.Day(repeat.On)}" : $"{repeat.Told.Id} began")}, {RecurrenceWords.ItemsThen(repeat.Earlier, repeat.Then)}.",
            RecurrenceWords.Mark(repeat.Diagnosis));
    }

    private static FamilyMember Member(Postmortem postmortem, Postmortem? before, SitePlan site) => new(
        postmortem.Id,
        site.Links.Postmortem(postmortem),
        postmortem.Title,
        TimeView.DayOf(postmortem.Times.StartedAt, site.Archive.Policy),
        before is null ? null : $"{RecurrenceWords.Gap(site.Archive.Policy.DayOf(postmortem.Times.StartedAt).DayNumber - site.Archive.Policy.DayOf(before.Times.StartedAt).DayNumber)} later");
}
