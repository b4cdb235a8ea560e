using System.Net;
using System.Text;
using Archive.Publishing.Sites;
using static System.FormattableString;

namespace Archive.PublicRecord.Pages;

/// <summary>The newest changes as Atom, RSS and JSON feeds, in the shape that readers of status pages know.</summary>
public static class HistoryFeed
{
    private const int Entries = 25;

    public static readonly SitePath AtomPath = SitePath.OfFile("history.atom");

    public static readonly SitePath RssPath = SitePath.OfFile("history.rss");

    public static readonly SitePath JsonPath = SitePath.OfFile("feed.json");

    public static IEnumerable<Page> Plan(PublicHistory history, SiteAddress address) =>
    [
        AtomFeed.Plan(AtomPath, () => FeedOf(history, address, AtomPath)),
        RssFeed.Plan(RssPath, DescriptionOf(history), () => FeedOf(history, address, RssPath)),
        JsonFeed.Plan(JsonPath, DescriptionOf(history), () => FeedOf(history, address, JsonPath)),
    ];

    private static string DescriptionOf(PublicHistory history) => history.Description ?? $"{history.Title}: incidents, and what was done about them.";

    /// <summary>What changed last comes first, so that an old incident whose account is published today is seen today.</summary>
    private static AtomFeed FeedOf(PublicHistory history, SiteAddress address, SitePath own) => new()
    {
        Id = $"tag:{address.Base.Host},2005:/history",
        Title = $"{history.Title} - Incident History",
        SelfUrl = address.Absolute(own),
        PageUrl = address.Absolute(HistoryIndex.Path),
        Author = history.Organization.Length > 0 ? history.Organization : history.Title,
        Entries =
        [
            .. history.Incidents
                .OrderByDescending(i => i.ModifiedAt)
                .ThenByDescending(i => i.StartedAt)
                .ThenBy(i => i.Slug, StringComparer.Ordinal)
                .Take(Entries)
                .Select(i => EntryOf(i, address)),
        ],
    };

    private static FeedEntry EntryOf(PublicIncident incident, SiteAddress address) => new()
    {
        Id = $"tag:{address.Base.Host},2005:Incident/{incident.PublicId}",
        Title = incident.Title,
        Url = address.Absolute(IncidentPage.PathOf(incident)),
        PublishedAt = incident.StartedAt,
        UpdatedAt = incident.ModifiedAt,
        Content = ContentOf(incident),
    };

    /// <summary>A paragraph for each thing that was said, newest first.</summary>
    private static FeedText ContentOf(PublicIncident incident)
    {
        var html = new StringBuilder();
        foreach (var (at, kind, text) in incident.Statements)
            html.Append($"<p><small>{DateOf(at)}</small><br><strong>{LabelOf(kind)}</strong> - {WebUtility.HtmlEncode(kind == StatementKind.Correction ? $"Correction: {text}" : text)}</p>");
        return FeedText.OfHtml(html.ToString());
    }

    /// <summary>The words that readers of such feeds look for.</summary>
    private static string LabelOf(StatementKind kind) => kind switch
    {
        StatementKind.Investigating => "Investigating",
        StatementKind.Identified => "Identified",
        StatementKind.Monitoring => "Monitoring",
        StatementKind.Resolved => "Resolved",
        StatementKind.Postmortem => "Postmortem",
        StatementKind.Correction => "Update",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string DateOf(DateTimeOffset at) =>
        Invariant($"{at.UtcDateTime:MMM} <var data-var='date'>{at.UtcDateTime.Day}</var>, <var data-var='time'>{at.UtcDateTime:HH:mm}</var> UTC");
}
