using System.Net;
using System.Text;
using Archive.Publishing.Sites;
using static System.FormattableString;

namespace Archive.PublicRecord.Pages;

/// <summary>The newest incidents as an Atom feed, in the shape that readers of status pages know.</summary>
public static class HistoryFeed
{
    private const int Entries = 25;

    public static readonly SitePath Path = SitePath.OfFile("history.atom");

    public static Page Plan(PublicHistory history, SiteAddress address) => AtomFeed.Plan(Path, () => FeedOf(history, address));

    private static AtomFeed FeedOf(PublicHistory history, SiteAddress address) => new()
    {
        Id = $"tag:{address.Base.Host},2005:/history",
        Title = $"{history.Title} - Incident History",
        SelfUrl = address.Absolute(Path),
        PageUrl = address.Absolute(HistoryIndex.Path),
        Author = history.Organization.Length > 0 ? history.Organization : history.Title,
        Entries =
        [
            .. history.Incidents
                .OrderByDescending(i => i.PublishedOn)
                .ThenByDescending(i => i.StartedAt)
                .Take(Entries)
                .Select(i => EntryOf(i, address)),
        ],
    };

    private static FeedEntry EntryOf(PublicIncident incident, SiteAddress address) => new()
    {
        Id = $"tag:{address.Base.Host},2005:Incident/{incident.PublicId ?? incident.Slug}",
        Title = incident.Title,
        Url = address.Absolute(IncidentPage.PathOf(incident)),
        PublishedAt = MidnightOf(incident.PublishedOn),
        UpdatedAt = MidnightOf(incident.ModifiedOn),
        Content = ContentOf(incident),
    };

    /// <summary>A paragraph for each thing that was said, newest first.</summary>
    private static FeedText ContentOf(PublicIncident incident)
    {
        var html = new StringBuilder();
        foreach (var correction in incident.Corrections.Reverse()) Append(html, DateOf(correction.On), "Update", $"Correction: {correction.Text}");
        if (incident.Sections.Length > 0) Append(html, DateOf(incident.PublishedOn), "Postmortem", incident.Summary);
        foreach (var update in incident.Updates.Reverse()) Append(html, DateOf(update.At), MarkView.WordOf(update.Status), update.Text);
        return FeedText.OfHtml(html.ToString());
    }

    private static void Append(StringBuilder html, string date, string label, string text) =>
        html.Append($"<p><small>{date}</small><br><strong>{label}</strong> - {WebUtility.HtmlEncode(text)}</p>");

    private static string DateOf(DateTimeOffset at) =>
        Invariant($"{at.UtcDateTime:MMM} <var data-var='date'>{at.UtcDateTime.Day}</var>, <var data-var='time'>{at.UtcDateTime:HH:mm}</var> UTC");

    private static string DateOf(DateOnly day) => Invariant($"{day:MMM} <var data-var='date'>{day.Day}</var>");

    private static DateTimeOffset MidnightOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
