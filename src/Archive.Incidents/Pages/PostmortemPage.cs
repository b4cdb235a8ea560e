using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Incidents.Pages.Searching;
using Archive.Publishing.Documents;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.Incidents.Pages;

public sealed record PostmortemView
{
    public required PageFrame Frame { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required LinkView Kind { get; init; }

    public required SeverityView Severity { get; init; }

    /// <summary>How far the document is.</summary>
    public required MarkView Document { get; init; }

    /// <summary>What became of its items.</summary>
    public required MarkView Through { get; init; }

    /// <summary>That it happened again, or null.</summary>
    public required MarkView? NotRepaired { get; init; }

    public required ImmutableArray<FactView> Facts { get; init; }

    /// <summary>Why it happened and what is different since; empty where neither is written down.</summary>
    public required ImmutableArray<GistLine> Gist { get; init; }

    public required ImmutableArray<RibbonView> Ribbons { get; init; }

    /// <summary>The way to everything that it repeats and that repeats it, where the ribbons do not name it all.</summary>
    public required LinkView? Family { get; init; }

    /// <summary>What is owed and by when, where it is not final.</summary>
    public required OwedNotice? Owed { get; init; }

    public required FilledHtml? Preamble { get; init; }

    /// <summary>The summary, which stands above the drawn timeline; null where nobody wrote one.</summary>
    public required PostmortemSection? Opening { get; init; }

    public required TimelineFigure? Figure { get; init; }

    /// <summary>All sections but the summary.</summary>
    public required ImmutableArray<PostmortemSection> Sections { get; init; }

    /// <summary>The way to each section, the summary among them; empty where there is but one.</summary>
    public required ImmutableArray<OutlineSection> Contents { get; init; }

    /// <summary>Whether anything stands below the facts; a stub has nothing to say there.</summary>
    public bool HasText => Opening is not null || !Sections.IsEmpty || Preamble is not null;

    public required ImmutableArray<FactView> Colophon { get; init; }

    public required string? SourceHref { get; init; }

    public required string JsonHref { get; init; }

    /// <summary>The nearest by their words; without those that stand elsewhere on the page for a better reason.</summary>
    public required ImmutableArray<SimilarRow> Similar { get; init; }

    public required ImmutableArray<RelatedRow> Related { get; init; }

    public required ImmutableArray<NeighbourPair> Neighbours { get; init; }
}

/// <param name="Css">How the notice looks: <c>bad</c>, <c>warn</c> or nothing.</param>
public sealed record OwedNotice(string Css, string Words);

/// <param name="Why">Why it is related, in words.</param>
public sealed record RelatedRow(string Why, string Id, string Href, string Title, TimeView Day, SeverityView Severity);

public sealed record SimilarRow(string Id, string Href, string Title, TimeView Day, SeverityView Severity);

/// <summary>The one before and the one after, in time or in a class.</summary>
public sealed record NeighbourPair(string Label, Neighbour? Previous, Neighbour? Next);

public sealed record Neighbour(string Id, string Href, string Title);

/// <summary>Everything about one incident.</summary>
public static class PostmortemPage
{
    public static readonly Template<PostmortemView> Template = new("internal/postmortem");

    public static IEnumerable<Page> Plan(SitePlan site) => site.Archive.Postmortems.Select(p => Plan(p, site));

    public static PostmortemView View(Postmortem postmortem, SitePlan site)
    {
        var own = SitePaths.Postmortem(postmortem.Id);
        var outline = PostmortemOutline.Of(postmortem);
        var opening = outline.FirstOrDefault(s => s.Block == SectionBlock.Summary);
        var similar = SimilarPostmortems.Of(postmortem, site);
        return new()
        {
            Frame = site.Frame($"{postmortem.Id} {postmortem.Title}", SiteArea.Postmortems, postmortem.Summary),
            Id = postmortem.Id,
            Title = postmortem.Title,
            Kind = site.Links.To(postmortem.Kind),
            Severity = SeverityView.Of(postmortem.Severity, site.Links),
            Document = MarkView.Of(postmortem.Status),
            Through = MarkView.Of(FollowThrough.Of(postmortem, site.History.Today)),
            NotRepaired = RecurrenceWords.NotRepaired(postmortem, site.History),
            Facts = [.. PostmortemFacts.Strip(postmortem, site)],
            Gist = [.. PostmortemGist.Of(postmortem, site)],
            Ribbons = RibbonView.Of(postmortem, site),
            Family = RibbonView.Family(postmortem, site),
            Owed = postmortem.Status == DocumentStatus.Final ? null : Owed(postmortem, site),
            Preamble = site.Prose.Fill(postmortem.Body.Preamble, own),
            Opening = opening is null ? null : PostmortemSection.Of(opening, postmortem, site),
            Figure = TimelineFigure.Of(postmortem),
            Sections = ImmutableArray.CreateRange(opening is null ? outline : outline.Remove(opening, ReferenceEqualityComparer.Instance), s => PostmortemSection.Of(s, postmortem, site)),
            Contents = outline.Length < 2 ? [] : outline,
            Colophon = [.. PostmortemFacts.Colophon(postmortem, site)],
            SourceHref = site.SourceHref(postmortem.Source),
            JsonHref = site.Address.Href(SitePaths.PostmortemJson(postmortem.Id)),
            Similar = ImmutableArray.CreateRange(similar, p => new SimilarRow(p.Id, site.Links.Postmortem(p), p.Title, TimeView.DayOf(p.Times.StartedAt, site.Archive.Policy), SeverityView.Of(p.Severity, site.Links))),
            Related = [.. Relations.Of(postmortem, site.History).Where(r => !similar.Contains(r.Postmortem)).Take(Relations.AtMost - similar.Length).Select(r => Related(r, site))],
            Neighbours = [.. Neighbours(postmortem, site)],
        };
    }

    private static Page Plan(Postmortem postmortem, SitePlan site)
    {
        var path = SitePaths.Postmortem(postmortem.Id);
        var page = Page.Of(path, Template, () => View(postmortem, site)) with
        {
            Links = site.Prose.LinksOf(postmortem.Body, path),
            ModifiedOn = postmortem.PublishedOn,
        };
        return page.WithAnchors(() => PostmortemOutline.AnchorsOf(postmortem));
    }

    private static OwedNotice Owed(Postmortem postmortem, SitePlan site)
    {
        var owed = PublicationDeadlines.Owed(postmortem, site.Archive);
        var what = postmortem.Status switch
        {
            DocumentStatus.Stub => "This postmortem is owed: nothing but what stands on this page is written yet.",
            DocumentStatus.Draft => "This is a draft. What it says may still change.",
            DocumentStatus.Review => "This is in review. What it says may still change.",
            DocumentStatus.Final => "",
        };
        return owed switch
        {
            { IsOverdue: true, Due: { } due } => new("bad", $"{what} It was due on {DueWords(due)}, {Wording.Count(owed.DaysOverdue, "day")} ago."),
            { Due: { } due } => new("warn", $"{what} It is due on {DueWords(due)}."),
            _ when postmortem.Severity.Deadline is { } deadline => new("", $"{what} It will be due {SeverityPages.Span(deadline)} after resolution."),
            _ => new("", $"{what} {postmortem.Severity.Name} has no deadline."),
        };
    }

    private static string DueWords(DueDate due) => due.At is { } at ? Wording.Moment(at) : Wording.Day(due.On);

    private static RelatedRow Related(Relation relation, SitePlan site) => new(
        relation.Reason switch
        {
            RelationReason.Named => "named here",
            RelationReason.NamesThis => "names this one",
            RelationReason.SameFailureClass => "same failure class",
            RelationReason.SharedService => $"both hit {relation.Service?.Name}",
        },
        relation.Postmortem.Id,
        site.Links.Postmortem(relation.Postmortem),
        relation.Postmortem.Title,
        TimeView.DayOf(relation.Postmortem.Times.StartedAt, site.Archive.Policy),
        SeverityView.Of(relation.Postmortem.Severity, site.Links));

    private static IEnumerable<NeighbourPair> Neighbours(Postmortem postmortem, SitePlan site)
    {
        if (Pair("In time", site.Archive.Postmortems, postmortem, site) is { } inTime) yield return inTime;
        if (postmortem.FailureClass is { } failureClass
            && Pair(failureClass.Name, site.History.ByFailureClass.Of(failureClass.Id), postmortem, site) is { } inClass)
            yield return inClass;
    }

    private static NeighbourPair? Pair(string label, ImmutableArray<Postmortem> inTime, Postmortem postmortem, SitePlan site)
    {
        var at = IncidentHistory.PositionOf(inTime, postmortem);
        return inTime.Length < 2 ? null : new(label, At(at - 1), At(at + 1));

        Neighbour? At(int i) => i < 0 || i >= inTime.Length ? null : new(inTime[i].Id, site.Links.Postmortem(inTime[i]), inTime[i].Title);
    }
}
