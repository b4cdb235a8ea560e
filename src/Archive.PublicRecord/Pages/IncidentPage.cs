using System.Collections.Immutable;
using Archive.Publishing.Sites;
using Archive.Publishing.Templates;

namespace Archive.PublicRecord.Pages;

/// <summary>An incident: its facts, what was corrected, what was said while it lasted, and the account written after.</summary>
public static class IncidentPage
{
    private static readonly Template<IncidentPageView> Template = new("public/incident");

    public static SitePath PathOf(PublicIncident incident) => PathOf(incident.Slug);

    /// <summary>The slug as it is: shortening it, as a heading's is, would let two long ones meet.</summary>
    public static SitePath PathOf(string slug) => SitePath.OfFile($"incidents/{slug}/index.html");

    public static IEnumerable<Page> Plan(PublicHistory history, SiteAddress address) =>
        history.Incidents.Select((incident, i) =>
            Page.Of(PathOf(incident), Template, () => ViewOf(history, i, address)) with
            {
                Anchors = [.. incident.Account is { } account ? account.Sections.Select(s => s.Anchor) : []],
                ModifiedOn = incident.ModifiedOn,
            });

    private static IncidentPageView ViewOf(PublicHistory history, int index, SiteAddress address)
    {
        var incident = history.Incidents[index];
        var month = new MonthOfIncidents(DateOnly.FromDateTime(incident.StartedAt.UtcDateTime), []);
        return new()
        {
            Frame = PageFrame.Of(history, address, PathOf(incident), $"{incident.Title} · {history.Title}", incident.Summary) with
            {
                IsHistory = true,
                Article = ArticleView.Of(incident, history, address),
            },
            Month = MonthLink.Of(month, address),
            Incident = IncidentRow.Of(incident, address),
            Components = incident.Components,
            Resolved = incident.ResolvedAt is { } resolvedAt ? TimeView.Of(resolvedAt) : null,
            Published = incident.Account is { } account ? TimeView.Of(account.PublishedOn) : null,
            Corrections = [.. incident.Corrections.Select(c => new CorrectionView(TimeView.Of(c.On), c.Text))],
            Updates = [.. incident.Updates.Select(u => new UpdateView(TimeView.Of(u.At), MarkView.WordOf(u.Status), u.Text))],
            Sections = incident.Account?.Sections ?? [],
            Newer = index > 0 ? IncidentRow.Of(history.Incidents[index - 1], address) : null,
            Older = index < history.Incidents.Length - 1 ? IncidentRow.Of(history.Incidents[index + 1], address) : null,
        };
    }
}

public sealed record IncidentPageView
{
    public required PageFrame Frame { get; init; }

    public required MonthLink Month { get; init; }

    public required IncidentRow Incident { get; init; }

    public required ImmutableArray<string> Components { get; init; }

    /// <summary>Null while it lasts.</summary>
    public TimeView? Resolved { get; init; }

    /// <summary>The day of the account; null while there is none.</summary>
    public TimeView? Published { get; init; }

    public required ImmutableArray<CorrectionView> Corrections { get; init; }

    /// <summary>In order of time.</summary>
    public required ImmutableArray<UpdateView> Updates { get; init; }

    /// <summary>Of the account; none while there is none.</summary>
    public required ImmutableArray<PublicSection> Sections { get; init; }

    /// <summary>Null for the newest.</summary>
    public IncidentRow? Newer { get; init; }

    /// <summary>Null for the oldest.</summary>
    public IncidentRow? Older { get; init; }
}

public sealed record UpdateView(TimeView At, string Status, string Text);

public sealed record CorrectionView(TimeView On, string Text);
