using System.Net;
using System.Text;
using Archive.Incidents.History;
using Archive.Incidents.History.Digests;
using Archive.Publishing.Sites;

namespace Archive.Incidents.Pages.Digests;

/// <summary>The digests of periods that are over, for a feed reader: a new one appears on the day after its last, and does not change from day to day.</summary>
public static class DigestFeed
{
    private const int EntriesAtMost = 40;

    public static Page Plan(SitePlan site) => AtomFeed.Plan(SitePaths.DigestFeed, () => Feed(site));

    public static AtomFeed Feed(SitePlan site) => new()
    {
        Id = $"tag:{site.Address.Base.Host},2005:/digests",
        Title = $"Digests · {site.Archive.Settings.Title}",
        SelfUrl = site.Address.Absolute(SitePaths.DigestFeed),
        PageUrl = site.Address.Absolute(SitePaths.Digests),
        Author = site.Archive.Settings.Title,
        Entries =
        [
            .. site.Digests.Periods
                .Where(p => p.Last < site.History.Today)
                .OrderByDescending(p => p.Last).ThenByDescending(p => p.Kind)
                .Take(EntriesAtMost)
                .Select(p => Entry(site.Digests.Of(p), site)),
        ],
    };

    /// <summary>When a period's digest is there: the first moment after its last day, in UTC.</summary>
    public static DateTimeOffset DoneAt(Period period) => new(period.Last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);

    private static FeedEntry Entry(Digest digest, SitePlan site) => new()
    {
        Id = $"tag:{site.Address.Base.Host},2005:/digests/{digest.Period.Name}",
        Title = $"{digest.Period.Title}: {DigestWords.Short(digest.Now)}",
        Url = site.Address.Absolute(SitePaths.Digest(digest.Period)),
        PublishedAt = DoneAt(digest.Period),
        UpdatedAt = DoneAt(digest.Period),
        Content = FeedText.OfHtml(Html(DigestView.Of(digest, site, DigestLinks.Whole(site)))),
    };

    private static string Html(DigestView digest)
    {
        var html = new StringBuilder();
        Paragraph(digest.Headline);
        Paragraph(digest.Standing);
        if (digest.Serious.IsEmpty) return html.ToString();
        html.Append("<ul>");
        foreach (var serious in digest.Serious)
            html.Append($"<li><a href=\"{WebUtility.HtmlEncode(serious.Postmortem.Href)}\">{WebUtility.HtmlEncode(serious.Title)}</a><br>{WebUtility.HtmlEncode(serious.Facts)}</li>");
        return html.Append("</ul>").ToString();

        void Paragraph(string text) => html.Append("<p>").Append(WebUtility.HtmlEncode(text)).Append("</p>");
    }
}
