using System.Net;
using System.Text;
using Archive.Incidents.History;
using Archive.Incidents.Model;
using Archive.Incidents.Pages.Parts;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages.Data;

/// <summary>The latest postmortems for a feed reader: an entry when one is opened, updated when it becomes final.</summary>
public static class FeedPage
{
    private const int EntriesAtMost = 50;

    public static Page Plan(SitePlan site) => AtomFeed.Plan(SitePaths.Feed, () => Feed(site));

    public static AtomFeed Feed(SitePlan site) => new()
    {
        Id = $"tag:{site.Address.Base.Host},2005:/postmortems",
        Title = site.Archive.Settings.Title,
        SelfUrl = site.Address.Absolute(SitePaths.Feed),
        PageUrl = site.Address.Absolute(SitePaths.Postmortems),
        Author = site.Archive.Settings.Title,
        Entries = [.. site.Archive.Postmortems.OrderByDescending(UpdatedAt).ThenBy(p => p.Id, StringComparer.Ordinal).Take(EntriesAtMost).Select(p => Entry(p, site))],
    };

    private static FeedEntry Entry(Postmortem postmortem, SitePlan site) => new()
    {
        Id = $"tag:{site.Address.Base.Host},2005:/postmortems/{Slug.Of(postmortem.Id)}",
        Title = $"{postmortem.Id} {postmortem.Title}",
        Url = site.Address.Absolute(SitePaths.Postmortem(postmortem.Id)),
        PublishedAt = OpenedAt(postmortem),
        UpdatedAt = UpdatedAt(postmortem),
        Content = FeedText.OfHtml(Html(postmortem, site)),
    };

    /// <summary>The archive knows when it ended, not when the file was made.</summary>
    private static DateTimeOffset OpenedAt(Postmortem postmortem) => postmortem.Times.ResolvedAt ?? postmortem.Times.StartedAt;

    private static DateTimeOffset UpdatedAt(Postmortem postmortem)
    {
        var opened = OpenedAt(postmortem);
        if (postmortem.PublishedOn is not { } day) return opened;
        var published = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return published > opened ? published : opened;
    }

    private static string Html(Postmortem postmortem, SitePlan site)
    {
        var html = new StringBuilder();
        string[] facts =
        [
            postmortem.Severity.Name,
            Wording.List([.. postmortem.Services.Select(s => s.Name)]),
            .. postmortem.FailureClass is { } c ? [c.Name] : Array.Empty<string>(),
            .. postmortem.Times.Duration is { } duration ? [$"lasted {Wording.Span(duration)}"] : Array.Empty<string>(),
            postmortem.Status == DocumentStatus.Final ? MarkView.Of(FollowThrough.Of(postmortem, site.History.Today)).Words : Words.Of(postmortem.Status),
        ];
        html.Append("<p>").Append(WebUtility.HtmlEncode(string.Join(" · ", facts))).Append("</p>");
        if (postmortem.Summary is { } summary) html.Append("<p>").Append(WebUtility.HtmlEncode(summary)).Append("</p>");
        return html.ToString();
    }
}
