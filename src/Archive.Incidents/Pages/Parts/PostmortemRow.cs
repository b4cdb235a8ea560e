using System.Collections.Immutable;
using Archive.Incidents.History;
using Archive.Incidents.Model;

namespace Archive.Incidents.Pages.Parts;

/// <summary>A postmortem as a row of a list.</summary>
public sealed record PostmortemRow
{
    public required string Id { get; init; }

    public required string Href { get; init; }

    public required string Title { get; init; }

    public required TimeView Day { get; init; }

    public required SeverityView Severity { get; init; }

    public required ImmutableArray<LinkView> Services { get; init; }

    /// <summary>How many are not shown, in words, or null.</summary>
    public string? MoreServices { get; init; }

    public LinkView? FailureClass { get; init; }

    /// <summary>Empty while it lasts, or where nobody wrote when it ended.</summary>
    public required string Duration { get; init; }

    /// <summary>What it is, where it is not an incident.</summary>
    public string? Kind { get; init; }

    /// <summary>How far the document is, and how late.</summary>
    public required MarkView Document { get; init; }

    /// <summary>What became of its items: another matter than how far the document is.</summary>
    public required MarkView Through { get; init; }

    private const int ServicesAtMost = 4;

    public static PostmortemRow Of(Postmortem postmortem, SitePlan site) => new()
    {
        Id = postmortem.Id,
        Href = site.Links.Postmortem(postmortem),
        Title = postmortem.Title,
        Day = TimeView.DayOf(postmortem.Times.StartedAt, site.Archive.Policy),
        Severity = SeverityView.Of(postmortem.Severity, site.Links),
        Services = ImmutableArray.CreateRange(postmortem.Services, 0, Math.Min(ServicesAtMost, postmortem.Services.Length), static (s, links) => links.To(s), site.Links),
        MoreServices = postmortem.Services.Length > ServicesAtMost ? $"and {Wording.Number(postmortem.Services.Length - ServicesAtMost)} more" : null,
        FailureClass = postmortem.FailureClass is { } c ? site.Links.To(c) : null,
        Duration = postmortem.Times.Duration is { } duration ? Wording.Span(duration) : "",
        Kind = postmortem.Kind == PostmortemKind.Incident ? null : Wording.Plain(Words.Of(postmortem.Kind)),
        Document = DocumentOf(postmortem, site),
        Through = MarkView.Of(FollowThrough.Of(postmortem, site.History.Today)),
    };

    private static MarkView DocumentOf(Postmortem postmortem, SitePlan site)
    {
        if (postmortem.Status == DocumentStatus.Final) return MarkView.Of(postmortem.Status);
        var status = Words.Of(postmortem.Status);
        var owed = PublicationDeadlines.Owed(postmortem, site.Archive);
        return owed.IsOverdue ? new("is-overdue", $"{status}, {MarkView.Of(owed).Words}") : MarkView.Of(postmortem.Status);
    }
}
